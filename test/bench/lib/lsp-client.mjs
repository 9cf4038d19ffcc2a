import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** A raw JSON-RPC/LSP client over a child's stdio. Only what a benchmark needs; no dependency. */
export class LspClient {
  /** @param {string[]} argv @param {{cwd?: string, env?: object, settings?: object, trace?: boolean}} [options] */
  constructor(argv, options = {}) {
    this.settings = options.settings ?? {};
    this.requests = new Map();
    this.handlers = new Map();
    this.listeners = new Set();
    this.id = 0;
    this.bytesIn = 0;
    this.stderr = '';
    this.spawned = performance.now();
    this.child = spawn(argv[0], argv.slice(1), {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stderr.on('data', (d) => {
      if (this.stderr.length < 20000) this.stderr += d;
    });
    this.child.stdin.on('error', () => {});
    this.exited = new Promise((resolve) =>
      this.child.on('exit', (code, signal) => {
        for (const { reject } of this.requests.values())
          reject(new Error(`server exited (${code ?? signal}): ${this.stderr.slice(-500)}`));
        this.requests.clear();
        this.dead = true;
        resolve(code);
      }),
    );
    this.parts = [];
    this.size = 0;
    this.need = -1;
    this.child.stdout.on('data', (d) => this.onData(d));
    this.trace = options.trace;
  }

  onData(d) {
    const at = performance.now();
    this.bytesIn += d.length;
    this.parts.push(d);
    this.size += d.length;
    for (;;) {
      if (this.need < 0) {
        const buf = this.parts.length > 1 ? Buffer.concat(this.parts) : this.parts[0];
        if (!buf) return;
        this.parts = [buf];
        const end = buf.indexOf('\r\n\r\n');
        if (end < 0) return;
        const m = /content-length:\s*(\d+)/i.exec(buf.toString('latin1', 0, end));
        this.need = m ? Number(m[1]) : 0;
        this.parts = [buf.subarray(end + 4)];
        this.size = buf.length - end - 4;
      }
      if (this.size < this.need) return;
      const buf = this.parts.length > 1 ? Buffer.concat(this.parts) : this.parts[0];
      const body = buf.subarray(0, this.need);
      this.parts = buf.length > this.need ? [buf.subarray(this.need)] : [];
      this.size = buf.length - this.need;
      this.need = -1;
      this.onMessage(JSON.parse(body.toString('utf8')), at);
    }
  }

  onMessage(m, at) {
    if (this.trace) console.error('<-', JSON.stringify(m).slice(0, 300));
    if (m.method !== undefined) {
      if (m.id !== undefined) void this.answer(m);
      for (const l of this.listeners) l(m, at);
    } else if (m.id !== undefined) {
      const r = this.requests.get(m.id);
      this.requests.delete(m.id);
      if (!r) return;
      if (m.error) r.reject(new Error(`${r.method}: ${m.error.message}`));
      else r.resolve({ result: m.result, at });
    }
  }

  async answer(m) {
    let result = null;
    try {
      const h = this.handlers.get(m.method);
      if (h) result = await h(m.params);
      else if (m.method === 'workspace/configuration')
        result = m.params.items.map(
          (i) =>
            (i.section ?? '')
              .split('.')
              .filter(Boolean)
              .reduce((v, k) => v?.[k], this.settings) ?? (i.section ? {} : this.settings),
        );
      else if (m.method === 'workspace/workspaceFolders') result = null;
      else if (m.method === 'workspace/applyEdit') result = { applied: false };
    } catch (e) {
      this.write({ jsonrpc: '2.0', id: m.id, error: { code: -32603, message: String(e) } });
      return;
    }
    this.write({ jsonrpc: '2.0', id: m.id, result: result ?? null });
  }

  write(message) {
    if (this.trace) console.error('->', JSON.stringify(message).slice(0, 300));
    const body = Buffer.from(JSON.stringify(message), 'utf8');
    this.child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  request(method, params, timeoutMs = 120_000) {
    const id = ++this.id;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.requests.delete(id);
        reject(new Error(`${method}: no answer in ${timeoutMs} ms`));
      }, timeoutMs);
      const done = (f) => (v) => {
        clearTimeout(timer);
        f(v);
      };
      this.requests.set(id, { method, resolve: done(resolve), reject: done(reject) });
      this.write({ jsonrpc: '2.0', id, method, params });
    });
  }

  notify(method, params) {
    this.write({ jsonrpc: '2.0', method, params });
  }

  on(method, handler) {
    this.handlers.set(method, handler);
  }

  /** Resolves with { params, at } of the next notification that `test` accepts. */
  next(test, timeoutMs) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.listeners.delete(l);
        reject(new Error(`nothing in ${timeoutMs} ms; stderr: ${this.stderr.slice(-300)}`));
      }, timeoutMs);
      const l = (m, at) => {
        if (!test(m)) return;
        clearTimeout(timer);
        this.listeners.delete(l);
        resolve({ params: m.params, at });
      };
      this.listeners.add(l);
    });
  }

  /** Resident memory (and its peak) in MB of the server and all its descendants. */
  memory() {
    let rss = 0;
    let peak = 0;
    for (const pid of tree(this.child.pid)) {
      try {
        const s = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
        rss += Number(/VmRSS:\s+(\d+)/.exec(s)?.[1] ?? 0) * 1024;
        peak += Number(/VmHWM:\s+(\d+)/.exec(s)?.[1] ?? 0) * 1024;
      } catch {}
    }
    return { rss_mb: Math.round(rss / 1e6), peak_mb: Math.round(peak / 1e6) };
  }

  /** User + system CPU seconds of the server's tree so far. */
  cpu() {
    let ticks = 0;
    for (const pid of tree(this.child.pid)) {
      try {
        const f = fs
          .readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        ticks += Number(f[11]) + Number(f[12]);
      } catch {}
    }
    return ticks / 100;
  }

  async stop() {
    if (this.dead) return;
    try {
      await this.request('shutdown', null, 3000);
      this.notify('exit', null);
    } catch {}
    await Promise.race([this.exited, new Promise((r) => setTimeout(r, 1500))]);
    if (!this.dead) this.child.kill('SIGKILL');
  }
}

function tree(pid) {
  const all = [pid];
  for (let i = 0; i < all.length; i++) {
    try {
      for (const t of fs.readdirSync(path.join('/proc', String(all[i]), 'task'))) {
        const kids = fs.readFileSync(`/proc/${all[i]}/task/${t}/children`, 'utf8').trim();
        if (kids) all.push(...kids.split(' ').map(Number));
      }
    } catch {}
  }
  return all;
}
