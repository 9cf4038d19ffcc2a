#!/usr/bin/env node
/**
 * Times a language server over stdio with a scripted client.
 *
 *   node lsp-bench.mjs --server 'cmd args…' --file L.md [--edits 100] [--rounds 1] [--name NAME]
 *       [--settings JSON|@FILE] [--init-options JSON|@FILE] [--root DIR] [--language markdown]
 *       [--settle 20] [--burst 30] [--interval 30] [--timeout 120] [--pull] [--once] [--trace]
 *
 * Prints one JSON object:
 *   initialize_ms   spawn -> initialize's answer          open_ms   didOpen -> its diagnostics
 *   change_ms       one typed character in the middle (didChange, incremental if the server takes it) -> its diagnostics
 *   burst_ms        --burst characters, one each --interval ms, without waiting: last didChange -> last diagnostics
 *   rss/peak MB     after the edits, whole process tree    cpu_ms_per_edit   server CPU per edit
 *   payload_bytes   bytes the server sent per edit
 * With --once the client cannot be told to ask again, so each answer has to be the whole one.
 * A server that only answers textDocument/diagnostic (pull) is asked right after every change.
 * Each edit waits for the diagnostics of its own version (or, where a server sends no version, for the next ones),
 * then for --settle ms of silence, so that late duplicates are not counted as the next edit's answer.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { applyEdit, positionAt, typingEdits } from './lib/edits.mjs';
import { LspClient } from './lib/lsp-client.mjs';
import { meter, undisturbed, waitQuiet } from './lib/quiet.mjs';
import { round, summary, yardstick } from './lib/stats.mjs';

const { values: o } = parseArgs({
  options: {
    server: { type: 'string' },
    name: { type: 'string' },
    file: { type: 'string' },
    edits: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '1' },
    settings: { type: 'string', default: '{}' },
    'init-options': { type: 'string', default: '{}' },
    root: { type: 'string' },
    language: { type: 'string', default: 'markdown' },
    settle: { type: 'string', default: '20' },
    burst: { type: 'string', default: '30' },
    interval: { type: 'string', default: '30' },
    timeout: { type: 'string', default: '120' },
    'max-seconds': { type: 'string', default: '120' },
    pull: { type: 'boolean' },
    once: { type: 'boolean' },
    trace: { type: 'boolean' },
  },
});
const json = (s) => JSON.parse(s.startsWith('@') ? fs.readFileSync(s.slice(1), 'utf8') : s);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
/** Splits as a shell does words (quotes and backslashes only). */
const words = (s) =>
  [...s.matchAll(/'([^']*)'|"((?:\\.|[^"])*)"|((?:\\.|[^\s'"])+)/g)].map(
    (m) => m[1] ?? (m[2] ?? m[3]).replace(/\\(.)/g, '$1'),
  );

async function once() {
  const file = path.resolve(o.file);
  const root = path.resolve(o.root ?? path.dirname(file));
  const uri = pathToFileURL(file).href;
  const rootUri = pathToFileURL(root).href;
  const timeout = Number(o.timeout) * 1000;
  const settings = json(o.settings);
  const text0 = fs.readFileSync(file, 'utf8');
  const yard = yardstick().ms;

  waitQuiet();
  const m = meter();
  const own0 = process.cpuUsage();
  const t0 = performance.now();
  const argv = words(o.server).map((w) =>
    /^[^/-].*\//.test(w) && fs.existsSync(path.resolve(w)) ? path.resolve(w) : w,
  ); // relative paths are the caller's
  const c = new LspClient(argv, { cwd: root, settings, trace: o.trace });
  let text = text0;
  const versions = [];
  c.on('workspace/workspaceFolders', () => [{ uri: rootUri, name: 'root' }]);
  const init = await c.request(
    'initialize',
    {
      processId: process.pid,
      clientInfo: { name: 'lsp-bench', version: '1' },
      locale: 'en',
      rootUri,
      rootPath: root,
      workspaceFolders: [{ uri: rootUri, name: 'root' }],
      initializationOptions: json(o['init-options']),
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          workspaceFolders: true,
          applyEdit: true,
          diagnostics: { refreshSupport: !o.once },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: {
          synchronization: { didSave: true, dynamicRegistration: true },
          publishDiagnostics: {
            versionSupport: true,
            relatedInformation: true,
            codeDescriptionSupport: true,
            dataSupport: true,
          },
          diagnostic: { dynamicRegistration: true },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
          hover: {},
        },
        window: { workDoneProgress: true },
      },
    },
    timeout,
  );
  const initialize = init.at - t0;
  const caps = init.result.capabilities;
  let registeredPull = false;
  c.on('client/registerCapability', (p) => {
    for (const r of p.registrations) if (r.method === 'textDocument/diagnostic') registeredPull = true;
    return null;
  });
  c.notify('initialized', {});
  if (Object.keys(settings).length) c.notify('workspace/didChangeConfiguration', { settings });
  await sleep(150);
  const pull = o.pull || Boolean(caps.diagnosticProvider) || registeredPull;
  const sync =
    typeof caps.textDocumentSync === 'object' ? (caps.textDocumentSync.change ?? 0) : (caps.textDocumentSync ?? 0);

  let last = 0; // time of the last publishDiagnostics of this document
  let lastParams = null;
  c.listeners.add((m, at) => {
    if (m.method === 'textDocument/publishDiagnostics' && same(m.params.uri, uri)) {
      last = at;
      lastParams = m.params;
      versions.push(m.params.version);
    }
  });
  const published = (version, ms) =>
    c.next(
      (m) =>
        m.method === 'textDocument/publishDiagnostics' &&
        same(m.params.uri, uri) &&
        (m.params.version == null || m.params.version >= version),
      ms,
    );
  const pulled = async (ms) => {
    const r = await c.request('textDocument/diagnostic', { textDocument: { uri } }, ms);
    return { params: { diagnostics: r.result.items }, at: r.at };
  };
  const quiet = async (ms) => {
    for (;;) {
      const seen = last;
      await sleep(ms);
      if (seen === last) return;
    }
  };

  const t1 = performance.now();
  const firstPublish = pull ? null : published(1, timeout);
  c.notify('textDocument/didOpen', { textDocument: { uri, languageId: o.language, version: 1, text } });
  let d = await (pull ? pulled(timeout) : firstPublish);
  const open = d.at - t1;
  const openCount = d.params.diagnostics.length;
  await quiet(pull ? 50 : Math.max(300, Math.min(3000, open)));
  const openCountSettled = lastParams && !pull ? lastParams.diagnostics.length : openCount;

  const edits = typingEdits(text0);
  let version = 1;
  const change = () => {
    const e = edits.next().value;
    const position = positionAt(text, e.offset);
    text = applyEdit(text, e);
    version++;
    const contentChanges =
      sync === 2 ? [{ range: { start: position, end: position }, rangeLength: 0, text: e.text }] : [{ text }];
    c.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  };
  const times = [];
  const cpu0 = c.cpu();
  const bytes0 = c.bytesIn;
  const stop = performance.now() + Number(o['max-seconds']) * 1000;
  for (let i = 0; i < Number(o.edits) && (performance.now() < stop || times.length < 5); i++) {
    const p = pull ? null : published(version + 1, timeout);
    p?.catch(() => {});
    const t = performance.now();
    change();
    d = await (pull ? pulled(timeout) : p);
    times.push(d.at - t);
    await quiet(Number(o.settle));
  }
  const cpu = (c.cpu() - cpu0) / times.length;
  const bytes = (c.bytesIn - bytes0) / times.length;
  const findings = d.params.diagnostics.length;
  const mem = c.memory();

  // A burst of typing without waiting.
  let burst = null;
  if (Number(o.burst) > 0) {
    const med = summary(times).median;
    versions.length = 0;
    const start = performance.now();
    let finalPull = null;
    for (let i = 0; i < Number(o.burst); i++) {
      const due = start + i * Number(o.interval);
      if (due > performance.now()) await sleep(due - performance.now());
      change();
      if (pull) {
        finalPull = c.request('textDocument/diagnostic', { textDocument: { uri } }, timeout);
        finalPull.catch(() => {});
      }
    }
    const sent = performance.now();
    if (pull) {
      try {
        burst = { last_ms: round((await finalPull).at - sent, 1), publishes: Number(o.burst) };
      } catch (e) {
        burst = { error: String(e).slice(0, 80) };
      }
    } else {
      const until = sent + Math.min(timeout, 60_000);
      const final = version;
      // with versions: the last version's diagnostics; without: silence for four medians + 300 ms
      while (performance.now() < until) {
        if (versions.some((v) => v != null && v >= final)) break;
        if (versions.length && versions.at(-1) == null && performance.now() - last > 4 * med + 300) break;
        await sleep(5);
      }
      burst = { last_ms: round(Math.max(0, last - sent), 1), publishes: versions.length };
    }
  }
  const own = process.cpuUsage(own0);
  const foreign = m.foreign(c.cpu() + (own.user + own.system) / 1e6);
  await c.stop();
  return {
    foreign,
    yardstick_ms: yard,
    initialize_ms: initialize,
    open_ms: open,
    change_ms: summary(times),
    cpu_ms_per_edit: cpu * 1000,
    payload_bytes: bytes,
    ...mem,
    open_findings: openCountSettled,
    findings,
    sync: ['none', 'full', 'incremental'][sync],
    mode: pull ? 'pull' : 'push',
    burst,
  };
}
const same = (a, b) => a === b || decodeURIComponent(a) === decodeURIComponent(b);

let runs = [];
let error = null;
for (let i = 0; i < Number(o.rounds); i++) {
  try {
    runs.push(await once());
  } catch (e) {
    error = String(e.message ?? e);
    break;
  }
}
const all = runs.length;
let disturbed = false;
({ runs, disturbed = false } = undisturbed(runs, { least: 2 }));
const pick = (f, d = 1) => (runs.length ? summary(runs.map(f), d) : null);
const med = (f, d = 1) => pick(f, d)?.median ?? null;
const out = {
  name: o.name ?? o.server,
  file: path.basename(o.file),
  bytes: fs.statSync(o.file).size,
  rounds: runs.length,
  foreign: round(Math.max(0, ...runs.map((r) => r.foreign)), 2),
  dropped: all - runs.length,
  disturbed,
  error,
  initialize_ms: pick((r) => r.initialize_ms),
  open_ms: pick((r) => r.open_ms),
  change_median_ms: pick((r) => r.change_ms.median, 2),
  change_p99_ms: pick((r) => r.change_ms.p99, 2),
  edits: runs[0]?.change_ms.n,
  burst_last_ms: runs[0]?.burst && !runs[0].burst.error ? pick((r) => r.burst?.last_ms) : (runs[0]?.burst ?? null),
  burst_publishes: runs[0]?.burst?.publishes ?? null,
  cpu_ms_per_edit: med((r) => r.cpu_ms_per_edit, 2),
  payload_bytes: med((r) => r.payload_bytes, 0),
  rss_mb: med((r) => r.rss_mb, 0),
  peak_mb: med((r) => r.peak_mb, 0),
  open_findings: runs[0]?.open_findings,
  findings: runs[0]?.findings,
  sync: runs[0]?.sync,
  mode: runs[0]?.mode,
  yardstick_ms: pick((r) => r.yardstick_ms),
  node: process.version,
};
console.log(JSON.stringify(out));
process.exit(error && !runs.length ? 1 : 0);
