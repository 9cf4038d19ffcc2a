// What the scripts share.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
export const cacheDir = path.join(root, '.vscode-test');
export const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Runs a Node program of the project with this Node, its output shown. @returns {number} its exit code */
export function node(...args) {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (result.error) {
    throw result.error;
  }
  return result.status ?? 1;
}

/** The script of a development tool that npm installed. */
export function tool(name, script) {
  const file = path.join(root, 'node_modules', name, script);
  if (!fs.existsSync(file)) {
    throw new Error(`${name} is not installed: run npm ci.`);
  }
  return file;
}

export function build({ production = false } = {}) {
  if (node('esbuild.mjs', ...(production ? ['--production'] : [])) !== 0) {
    throw new Error('The build failed.');
  }
}

/** Ends a script: the message without a stack for what a person can mend, exit code 1. */
export function fail(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  if (process.env.VERBOSE && error instanceof Error) {
    console.error(error.stack);
  }
  process.exit(1);
}
