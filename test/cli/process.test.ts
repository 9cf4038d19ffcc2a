import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { BLAMING, folderWith } from './support.ts';

const root = join(__dirname, '../..');
const program = join(root, 'dist/cli.cjs');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

before(() => {
  execFileSync(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root, stdio: 'pipe' });
});

const run = (args: readonly string[], options: { readonly cwd: string; readonly input?: string }) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', ...options });

test('the build is a program by itself, and npx finds it in the checkout', () => {
  assert.ok(statSync(program).mode & 0o100);
  assert.equal(execFileSync(program, ['--version'], { encoding: 'utf8' }).trim(), version);
  const npx = spawnSync('npx', ['--no-install', 'postmortem', '--version'], { cwd: root, encoding: 'utf8' });
  assert.equal(npx.stdout.trim(), version, npx.stderr);
});

test('the exit code of the process is that of the run', (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, 'README.md': '# A tool\n' });
  assert.equal(run(['lint', 'README.md'], { cwd }).status, 0);
  assert.equal(run(['lint', 'a.md'], { cwd }).status, 1);
  assert.equal(run(['lint', 'b.md'], { cwd }).status, 2);
  assert.equal(run(['lint', '--stdin'], { cwd, input: BLAMING }).status, 1);
});

test('a report larger than a pipe holds arrives whole', (t) => {
  const files = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`${index}.md`, BLAMING]));
  const cwd = folderWith(t, files);
  const { stdout } = run(['lint', '--format', 'json', '.'], { cwd });
  assert.ok(stdout.length > 1 << 16);
  assert.equal(JSON.parse(stdout).length, 150);
});

test('what was compiled is kept for the next run; damaged, or where nothing can be kept, it is as if it had not been', (t) => {
  const cwd = folderWith(t, { 'a.md': BLAMING, 'a file': 'where a directory is wanted' });
  const linting = (caches: string) => {
    const env = { ...process.env, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'lint', 'a.md'], {
      encoding: 'utf8',
      cwd,
      env,
    });
    return { status, stdout, stderr };
  };
  const place = join(cwd, 'caches');
  const first = linting(place);
  assert.equal(first.stderr, '');
  const kept = filesBelow(place);
  assert.equal(kept.length > 0, 'enableCompileCache' in module, kept.join());
  assert.deepEqual(linting(place), first);
  for (const file of kept) writeFileSync(file, readFileSync(file).fill(7, 100));
  assert.deepEqual(linting(place), first);
  assert.deepEqual(linting(join(cwd, 'a file')), first);
});

function filesBelow(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('many files are checked in threads, and reported as if there were one', (t) => {
  const names = Array.from({ length: 230 }, (_, index) => `${String(index).padStart(3, '0')}.md`);
  const cwd = folderWith(t, {
    ...Object.fromEntries(names.map((name) => [name, BLAMING])),
    '.postmortem/config.yaml': 'rules:\n  process/duplicate-incident: off\n  blame/no-such-rule: warning\n',
  });
  const all = run(['lint', '.'], { cwd });
  const reported = (out: string) => out.split('\n').filter((line) => line.endsWith('.md'));
  assert.deepEqual(reported(all.stdout), names);
  const halves = [names.slice(0, 115), names.slice(115)].map((half) => run(['lint', ...half], { cwd }));
  const findings = (out: string) => out.split('\n').filter((line) => /^ +\d+:\d+ /.test(line));
  assert.deepEqual(
    findings(all.stdout),
    halves.flatMap(({ stdout }) => findings(stdout)),
  );
  const [warnings = ''] = /\d+ warnings?/.exec(all.stdout) ?? [];
  const sum = halves.reduce((count, { stdout }) => count + Number.parseInt(/(\d+) warnings?/.exec(stdout)![1]!, 10), 0);
  assert.equal(Number.parseInt(warnings, 10), sum);
  // What is wrong with the configuration is told once, and counts.
  assert.equal(all.stderr, halves[0]!.stderr);
  assert.match(all.stderr, /no-such-rule/);
  assert.equal(all.status, 2);
});

test('a reader that goes away is no error', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.md`, BLAMING]));
  const cwd = folderWith(t, files);
  const child = spawn(process.execPath, [program, 'lint', '--format', 'json', '.'], { cwd });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const signal = await new Promise((resolve) => child.on('exit', (_, name) => resolve(name)));
  assert.equal(signal, null);
  assert.equal(err, '');
});

test('nothing is loaded that only another command needs', () => {
  // The server, and programs it would start, are no part of the command line.
  const text = readFileSync(program, 'utf8');
  assert.ok(!text.includes('vscode-languageserver'));
  assert.ok(!/require\("(?:node:)?(?:http|https|net|tls|dgram)"\)/.test(text), 'nothing leaves the machine');
  assert.equal(text.match(/import\("(?:node:)?child_process"\)/g)?.length, 1, 'only --since runs a program: git');
});

test('a bundle loads of Node what it is known to need', () => {
  // The language client starts the server, and the server library knows pipes and sockets that a client may ask for on its command line.
  const known: Readonly<Record<string, readonly string[]>> = {
    'cli.cjs': ['child_process', 'worker_threads'],
    'lint-worker.cjs': ['worker_threads'],
    'client.cjs': ['child_process', 'net'],
    'server.cjs': ['child_process', 'net'],
  };
  const dist = join(root, 'dist');
  const bundles = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((name) => /\.c?js$/.test(name));
  assert.ok(bundles.includes('server.cjs') && bundles.includes(join('web', 'server.js')));
  for (const name of bundles) {
    const loads = readFileSync(join(dist, name), 'utf8').matchAll(/\b(?:require|import)\("(?:node:)?([\w/]+)"\)/g);
    const powerful = [...new Set([...loads].map(([, module]) => module!))].filter((module) =>
      /^(?:child_process|cluster|dgram|dns|http2?|https|inspector|net|repl|tls|vm|wasi|worker_threads)\b/.test(module),
    );
    assert.deepEqual(powerful.sort(), known[name] ?? [], name);
  }
});

test('what is shipped may be shipped in a program under the MIT licence', () => {
  const dist = join(root, 'dist');
  const maps = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(dist, name), 'utf8')).sources as string[]);
  const packages = new Set(
    sources.flatMap((source) => /^(?:\.\.\/)+(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []),
  );
  assert.ok(packages.size > 10, 'the maps name what was bundled');
  for (const name of packages) {
    const { license } = JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8'));
    assert.match(String(license), /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)$/, name);
  }
});

test('the language server answers behind `postmortem lsp --stdio`', async () => {
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: root });
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  let answer = '';
  for await (const chunk of child.stdout) {
    answer += chunk;
    if (answer.includes('\r\n\r\n') && answer.includes('}')) break;
  }
  child.kill();
  assert.match(answer, /"capabilities"/);
});

test('killed in the middle of --fix, each file is old or new', async (t) => {
  const unsorted = BLAMING;
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`${String(index).padStart(3, '0')}.md`, unsorted]),
  );
  const cwd = folderWith(t, files);
  const child = spawn(process.execPath, [program, 'lint', '--fix', '--format', 'json', '.'], { cwd });
  child.stdout.once('data', () => child.kill('SIGKILL'));
  await new Promise((resolve) => child.on('exit', resolve));
  const texts = new Set(Object.keys(files).map((name) => readFileSync(join(cwd, name), 'utf8')));
  const fixed = spawnSync(process.execPath, [program, 'lint', '--stdin', '--fix'], {
    cwd,
    input: unsorted,
    encoding: 'utf8',
  }).stdout;
  assert.notEqual(fixed, unsorted, 'there is something to fix');
  assert.deepEqual(
    [...texts].filter((text) => text !== unsorted && text !== fixed),
    [],
  );
});

test('an output that cannot be written is told, and is no success', {
  skip: !existsSync('/dev/full') && 'no /dev/full here',
}, (t) => {
  const cwd = folderWith(t, { 'README.md': '# A tool\n' });
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [program, 'lint', 'README.md'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  assert.equal(status, 2);
  assert.match(stderr, /cannot be written: the disk is full/);
});
