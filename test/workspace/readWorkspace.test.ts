import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../server/src/core/index.ts';
import {
  formatCache,
  PostmortemIndex,
  parseCache,
  readWorkspace,
  type WorkspaceFile,
  type WorkspaceHost,
} from '../../server/src/workspace/index.ts';

const POSTMORTEM = `# Postmortem: INC-042 - Checkout down

**Date:** 2026-03-01
**Status:** Final

## Summary

Checkout was down for 30 minutes.

## Root Cause

The connection pool was exhausted.

## Action Items

| ID | Action | Owner | Due Date | Status |
|----|--------|-------|----------|--------|
| AI-1 | Limit the pool | @ada | 2026-03-20 | ✅ 2026-03-18 |
`;

/** A disk in memory that counts what is asked of it. */
class Disk implements WorkspaceHost {
  reads = 0;
  checks = 0;
  readonly texts: Map<string, string>;
  constructor(texts: Record<string, string>) {
    this.texts = new Map(Object.entries(texts));
  }
  files(stamps = true): WorkspaceFile[] {
    return [...this.texts].map(([path, text]) => ({
      uri: `file:///${path}`,
      path,
      stamp: stamps ? `${text.length}` : undefined,
    }));
  }
  async readText(uri: string): Promise<string> {
    this.reads++;
    const text = this.texts.get(uri.slice('file:///'.length))!;
    if (text === 'unreadable') throw new Error('permission denied');
    return text;
  }
  check(file: WorkspaceFile, text: string) {
    this.checks++;
    return check({ text, path: file.path });
  }
  async yieldNow(): Promise<void> {}
}

const FILES = {
  'postmortems/inc-042.md': POSTMORTEM,
  'docs/readme.md': '# How to install\n\nRun it.\n',
  'postmortems/locked.md': 'unreadable',
};

describe('reading a workspace', () => {
  it('a file that cannot be read is one entry with a reason, the others are there', async () => {
    const index = new PostmortemIndex();
    const disk = new Disk(FILES);
    await readWorkspace(index, disk.files(), disk);
    assert.deepEqual(
      [...index.records].map((record) => record.incidentId),
      ['INC-042'],
    );
    assert.deepEqual(
      [...index.broken].map(({ path, reason }) => [path, reason]),
      [['postmortems/locked.md', 'permission denied']],
    );
  });

  it('remembers what a metric needs of a document', async () => {
    const index = new PostmortemIndex();
    const disk = new Disk(FILES);
    await readWorkspace(index, disk.files(), disk);
    const record = index.documentsOf('inc-042')[0]!;
    assert.deepEqual(
      [record.date, record.completion, record.path],
      ['2026-03-01', 'complete', 'postmortems/inc-042.md'],
    );
    assert.match(record.cause, /connection pool was exhausted/);
    assert.deepEqual(
      record.actions.map(({ id, owner, due, doneOn, state }) => [id, owner, due, doneOn, state]),
      [['AI-1', '@ada', '2026-03-20', '2026-03-18', 'done']],
    );
  });

  it('the next start reads nothing that has the same stamp, and checks nothing that has the same content', async () => {
    const disk = new Disk(FILES);
    const first = await readWorkspace(new PostmortemIndex(), disk.files(), disk);
    assert.equal(first.checked, 2);
    const cache = parseCache(formatCache(first.cache, 'v1'), 'v1');

    const stamped = new Disk(FILES);
    const index = new PostmortemIndex();
    const second = await readWorkspace(index, stamped.files(), stamped, cache);
    // The broken one is not remembered: it may be readable now.
    assert.deepEqual([second.reused, stamped.reads, stamped.checks, index.size], [2, 1, 0, 1]);

    const unstamped = new Disk(FILES);
    await readWorkspace(new PostmortemIndex(), unstamped.files(false), unstamped, cache);
    assert.deepEqual([unstamped.reads, unstamped.checks], [3, 0]);
  });

  it('only what has changed is checked; what is gone is forgotten', async () => {
    const index = new PostmortemIndex();
    const disk = new Disk({ ...FILES, 'postmortems/inc-043.md': POSTMORTEM.replace('INC-042', 'INC-043') });
    const { cache } = await readWorkspace(index, disk.files(), disk);
    disk.texts.delete('postmortems/inc-043.md');
    disk.texts.set('postmortems/inc-042.md', POSTMORTEM.replace('INC-042', 'INC-0442'));
    const { checked } = await readWorkspace(index, disk.files(), disk, cache);
    assert.equal(checked, 1);
    assert.deepEqual(
      [...index.records].map((record) => record.incidentId),
      ['INC-0442'],
    );
  });

  it('another version or a torn file is no cache', async () => {
    const disk = new Disk(FILES);
    const { cache } = await readWorkspace(new PostmortemIndex(), disk.files(), disk);
    const text = formatCache(cache, 'v1');
    for (const [stored, fingerprint] of [
      [text, 'v2'],
      [text.slice(0, -20), 'v1'],
      ['[]', 'v1'],
      ['null', 'v1'],
      [undefined, 'v1'],
    ] as const)
      assert.equal(parseCache(stored, fingerprint).size, 0);
  });

  it('stops when it is cancelled, keeps what it has and tells progress', async () => {
    const texts = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`postmortems/${at}.md`, POSTMORTEM]));
    const disk = new Disk(texts);
    const seen: number[] = [];
    const index = new PostmortemIndex();
    const host: WorkspaceHost = {
      readText: (uri) => disk.readText(uri),
      check: (file, text) => disk.check(file, text),
      yieldNow: () => disk.yieldNow(),
      progress: (done) => seen.push(done),
      isCancelled: () => seen.length >= 10,
    };
    const { cancelled } = await readWorkspace(index, disk.files(), host);
    assert.equal(cancelled, true);
    assert.ok(index.size >= 10 && index.size < 40, String(index.size));
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
  });
});
