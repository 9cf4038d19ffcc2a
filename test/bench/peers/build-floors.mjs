// Bundles the floor servers as an extension would ship them (esbuild, minified CommonJS): node build-floors.mjs -> dist/

import fs from 'node:fs';
import { build } from 'esbuild';

const here = import.meta.dirname;
for (const name of ['hello-vscode']) {
  const outfile = `${here}/dist/${name}.cjs`;
  await build({
    entryPoints: [`${here}/servers/${name}.mjs`],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  console.log(name, fs.statSync(outfile).size);
}
