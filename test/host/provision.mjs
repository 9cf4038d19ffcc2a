// Gets programs that tests need and npm does not have.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** @returns {string | undefined} the first of these programs that is on the PATH */
export function onPath(...names) {
  const dirs = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const name of names) {
    for (const dir of dirs) {
      for (const extension of extensions) {
        const file = path.join(dir, name + extension);
        if (fs.existsSync(file)) {
          return file;
        }
      }
    }
  }
  return undefined;
}

let updated = false;

/** Installs packages of the distribution; only as root on Debian and its relatives, otherwise an error says so. */
export function installDebianPackages(...packages) {
  const wanted = packages.join(' ');
  if (!onPath('apt-get') || process.getuid?.() !== 0) {
    throw new Error(`Not installed: ${wanted} (that needs apt-get and root).`);
  }
  console.error(`Installing ${wanted} with apt-get`);
  if (!updated) {
    run('apt-get', ['update']);
    updated = true;
  }
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}

function run(command, args) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} failed:\n${result.error?.message ?? `${result.stdout}${result.stderr}`.slice(-2000)}`,
    );
  }
}
