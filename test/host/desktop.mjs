// A desktop VS Code: the one on this machine, or the one that @vscode/test-electron downloads.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onPath } from './provision.mjs';

/** @returns {string | undefined} the program that opens the desktop VS Code of this machine */
export function findDesktop() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) {
    const found = fs.existsSync(named) ? path.resolve(named) : onPath(named);
    if (!found) {
      throw new Error(`VSCODE_EXECUTABLE names ${named}, which does not exist.`);
    }
    return found;
  }
  const home = os.homedir();
  const programs = process.env.LOCALAPPDATA ? path.join(process.env.LOCALAPPDATA, 'Programs') : undefined;
  return (
    onPath('code', 'code-insiders', 'codium', 'vscodium', 'code-oss') ??
    [
      ...['', home].flatMap((base) =>
        ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'].map(
          (name) =>
            `${base}/Applications/${name}.app/Contents/Resources/app/bin/${name === 'VSCodium' ? 'codium' : 'code'}`,
        ),
      ),
      '/usr/share/code/bin/code',
      '/usr/share/codium/bin/codium',
      '/snap/bin/code',
      '/snap/bin/codium',
      '/var/lib/flatpak/exports/bin/com.visualstudio.code',
      '/var/lib/flatpak/exports/bin/com.vscodium.codium',
      ...(programs
        ? [path.join(programs, 'Microsoft VS Code/bin/code.cmd'), path.join(programs, 'VSCodium/bin/codium.cmd')]
        : []),
    ].find((file) => fs.existsSync(file))
  );
}

/**
 * The desktop VS Code for the suites, and why there is one or none: named by VSCODE_TEST_EXECUTABLE, downloaded as
 * VSCODE_TEST_VERSION says, or downloaded because this machine has a display and the download answers at once.
 *
 * @returns {Promise<{ executable?: string, why: string }>}
 */
export async function testDesktop(cachePath) {
  const { VSCODE_TEST_EXECUTABLE: executable, VSCODE_TEST_VERSION: version } = process.env;
  if (executable) {
    return { executable, why: 'VSCODE_TEST_EXECUTABLE' };
  }
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  if (version) {
    return { executable: await downloadAndUnzipVSCode({ version, cachePath }), why: `downloaded: ${version}` };
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { why: 'no display for a desktop VS Code' };
  }
  try {
    const { fetchStableVersions } = await import('@vscode/test-electron/out/download.js');
    await fetchStableVersions(true, 3000);
    return { executable: await downloadAndUnzipVSCode({ version: 'stable', cachePath }), why: 'downloaded: stable' };
  } catch (error) {
    return { why: `a desktop VS Code could not be downloaded (${error.message})` };
  }
}

/**
 * Runs a suite in a desktop VS Code, on a copy of the workspace.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runDesktopSuite({ executable, extension, suite, workspace }) {
  const { runTests } = await import('@vscode/test-electron');
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-desktop-'));
  const copy = path.join(dir, path.basename(workspace));
  fs.cpSync(workspace, copy, { recursive: true });
  // the exit code alone does not tell whether the tests ran to the end; the suite writes its numbers here
  const resultFile = path.join(dir, 'result.json');
  try {
    let ending = 'VS Code ended with code 0';
    try {
      await runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: extension,
        extensionTestsPath: suite,
        extensionTestsEnv: { POSTMORTEM_TEST_RESULT: resultFile },
        launchArgs: [copy, '--user-data-dir', path.join(dir, 'data'), '--extensions-dir', path.join(dir, 'extensions')],
      });
    } catch (error) {
      ending = String(error);
    }
    if (!fs.existsSync(resultFile)) {
      console.log(`${ending}, and the suite did not run to its end`);
      return { passed: 0, failed: 1 };
    }
    return JSON.parse(fs.readFileSync(resultFile, 'utf8'));
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
