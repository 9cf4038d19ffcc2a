// Packs the extension: `npm run package`, or `node scripts/package.mjs --out FILE`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles } from '@vscode/vsce';
import { build, fail, manifest, root } from './lib.mjs';

/** Every file of the package that package.json names must be in it, or the installed extension lacks it silently. */
function referencedFiles(value, found = []) {
  if (typeof value === 'string') {
    if (value.startsWith('./')) {
      found.push(value.slice(2));
    }
  } else if (value && typeof value === 'object') {
    for (const inner of Object.values(value)) {
      referencedFiles(inner, found);
    }
  }
  return found;
}

/** Bundles load each other by name, unseen by the bundler: `require("./other.cjs")`. */
function referencedBundles(files) {
  return files
    .filter((file) => /^dist\/.*\.c?js$/.test(file))
    .flatMap((file) => {
      const code = fs.readFileSync(path.join(root, file), 'utf8');
      const names = [...code.matchAll(/["'`]\.\/([\w-]+\.cjs)["'`]/g)].map((match) => match[1]);
      return names.map((name) => path.posix.join(path.posix.dirname(file), name));
    });
}

/** Builds what ships and packs it. @returns {Promise<string>} the .vsix */
export async function packageExtension(out = path.join(root, `${manifest.name}-${manifest.version}.vsix`)) {
  build({ production: true });
  const files = await listFiles({ cwd: root, dependencies: false });
  const { bin: _, scripts: __, ...contributed } = manifest;
  const missing = [...referencedFiles(contributed), ...referencedBundles(files)].filter(
    (file) => !files.some((packed) => packed === file || packed.startsWith(`${file}/`)),
  );
  if (missing.length) {
    throw new Error(`The package would lack files that it names: ${missing.join(', ')}. See .vscodeignore.`);
  }
  fs.mkdirSync(path.dirname(out), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath: out,
    dependencies: false,
    allowMissingRepository: true,
    // there is no public repository yet that relative links could be made to point into
    rewriteRelativeLinks: false,
  });
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({ options: { out: { type: 'string' } } });
    const out = await packageExtension(values.out && path.resolve(values.out));
    console.log(`${path.relative(process.cwd(), out)}: ${Math.ceil(fs.statSync(out).size / 1024)} KB`);
  } catch (error) {
    fail(error);
  }
}
