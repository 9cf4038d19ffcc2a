import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { TestContext } from 'node:test';
import { run } from '../../server/src/cli/run.ts';
import type { Terminal } from '../../server/src/cli/terminal.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
  /** Pretends that a person sees standard error. */
  readonly showsProgress?: boolean;
}

/** Runs the command line in this process, with a terminal that writes things down. */
export async function postmortem(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const outcome = { code: 0, out: '', err: '' };
  const terminal: Terminal = {
    ...silentTerminal(),
    cwd: options.cwd ?? tmpdir(),
    env: options.env ?? {},
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    showsProgress: options.showsProgress ?? false,
    out: (text) => {
      outcome.out += text;
    },
    err: (text) => {
      outcome.err += text;
    },
    plain: () => terminal,
  };
  outcome.code = await run(args, terminal);
  return outcome;
}

/** A terminal that nobody looks at. */
export function silentTerminal(): Terminal {
  const terminal: Terminal = {
    cwd: tmpdir(),
    env: {},
    stdin: Readable.from([]),
    interactive: false,
    showsProgress: false,
    out: () => {},
    err: () => {},
    paint: (_, text) => text,
    plain: () => terminal,
  };
  return terminal;
}

/** A folder with the files, by their paths; it is gone after the test. */
export function folderWith(t: TestContext, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A postmortem that has something to be said about, some of it fixable. */
export const BLAMING = `# Postmortem: INC-7 - Checkout fails

**Date:** 2026-11-20
**Status:** In Review
**Severity:** P1

## Summary

The outage was caused by human error. Checkout failed for 12 % of customers for 40 minutes.

## Timeline

All times in UTC:

- **10:20** - Incident resolved
- **10:05** - Alert fires: checkout error rate over 5 %

## Root Cause

Bob forgot to check the logs before he deployed.

## Action Items

| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
| AI-001 | Add a canary stage to the deploy pipeline that stops on 5xx over 1 % | @ines | P1 | 2026-12-01 | ⏳ |
`;

/** A final postmortem whose timeline can be sorted without a doubt, with this summary. */
export function unsorted(summary: string): string {
  return `# Postmortem: INC-7 - Checkout fails

**Date:** 2025-11-20
**Status:** Final
**Severity:** P1

## Summary

${summary}
## Timeline

All times in UTC:

- **10:05** - Impact starts: checkout answers with errors
- **10:45** - Incident resolved
- **10:15** - Incident detected: alert on the error rate

## Root Cause

The gateway keeps connections to a node that is gone for 40 minutes.

## Action Items

- [x] Close connections to nodes that are gone after 30 seconds - Owner: @ines - Due: 2025-11-27
`;
}
