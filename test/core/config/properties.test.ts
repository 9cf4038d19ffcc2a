// Whatever people put into a configuration: nothing throws, each slip is named where it stands, and the rest holds.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readConfigFile } from '../../../server/src/core/config/file.ts';
import {
  check,
  type PartialSettings,
  readEditorSettings,
  resolveSettings,
  rules,
} from '../../../server/src/core/index.ts';

const FILE = '.postmortem/config.yaml';
const TEXT = '# Postmortem: INC-7\n\n## Summary\n\nBob forgot the migration. Human error.\n';

/** Names that every object has, or that mean something to a program. */
const treacherous = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  ' ',
  '0',
  'null',
);
const ruleId = fc.constantFrom(...rules.map(({ id }) => id));
const level = fc.constantFrom('off', 'hint', 'information', 'warning', 'error');
const words = fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,8}$/), { maxLength: 3 });

/** Settings of which every part can be used. */
const valid = fc.record(
  {
    include: words,
    exclude: words,
    policy: fc.constantFrom('standard', 'pagerduty', 'google', 'atlassian', 'azure', 'gitlab'),
    rules: fc.dictionary(
      ruleId,
      fc.oneof(
        level,
        level.map((severity) => ({ severity })),
      ),
      { noNullPrototype: true },
    ),
    severities: words,
    sections: fc.dictionary(fc.constantFrom('summary', 'went-poorly', 'timeline'), words, { noNullPrototype: true }),
    people: words,
    systems: words,
    checkQuotes: fc.boolean(),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata'),
    incidentId: fc.constantFrom('INC', 'PM', 'Outage7'),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Something that cannot be used: where it is put, and the text that has to be marked. */
interface Slip {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly marked: string;
}

const strange = fc.stringMatching(/^zz[a-z]{3,8}$/);
const slip: fc.Arbitrary<Slip> = fc.oneof(
  strange.map((name) => ({ path: [name], value: true, marked: name })),
  strange.map((name) => ({ path: ['rules', `blame/${name}`], value: 'off', marked: `blame/${name}` })),
  strange.map((name) => ({ path: ['sections', name], value: ['Ouch'], marked: name })),
  fc.tuple(ruleId, strange).map(([id, name]) => ({ path: ['rules', id], value: name, marked: name })),
  fc.tuple(ruleId, strange).map(([id, name]) => ({ path: ['rules', id], value: { [name]: 1 }, marked: name })),
  fc
    .tuple(fc.constantFrom('policy', 'timeZone', 'checkQuotes', 'people', 'timelineNames', 'domains'), strange)
    .map(([name, value]) => ({ path: [name], value, marked: value })),
);

/** The settings with the slip at its place, in place of what stood there. */
function slipped(settings: object, [first, second]: readonly string[], value: unknown): Record<string, unknown> {
  if (second === undefined) return { ...settings, [first!]: value };
  const inner = (settings as Record<string, object>)[first!];
  return { ...settings, [first!]: { ...inner, [second]: value } };
}

/** What is left of valid settings when nothing can be taken from the place of the slip. */
function without(settings: object, { path: [first, second], value }: Slip): Record<string, unknown> {
  const { [first!]: inner, ...others } = settings as Record<string, object>;
  if (second === undefined) return others;
  const { [second]: _, ...rest } = (inner ?? {}) as Record<string, unknown>;
  // A rule whose options are all wrong is still configured, with nothing.
  return { ...others, [first!]: typeof value === 'object' && !Array.isArray(value) ? { ...rest, [second]: {} } : rest };
}

const writers: readonly ((value: unknown) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 2).replaceAll('\n', '\r\n'),
  (value) => `\uFEFF${JSON.stringify(value, null, '\t')}`,
  (value) => stringify(value),
  (value) => `# how we work 🚒\n${stringify(value)}`,
];
const writer = fc.constantFrom(...writers);

/** Settings that came out of anything are settings: a document can be checked with them. */
function assertUsable(settings: PartialSettings): void {
  const resolved = resolveSettings([{ source: 'repository', settings }]);
  const checked = check({ text: TEXT, path: 'postmortems/a.md', settings: resolved.settings });
  assert.deepEqual(checked.failures, []);
}

async function assertReadable(text: string): Promise<void> {
  const { settings, problems } = await readConfigFile(FILE, text);
  for (const { span, position, message } of problems) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      `${message}: ${JSON.stringify(span)}`,
    );
    assert.ok(position.line >= 0 && position.character >= 0 && message.length > 0);
  }
  assertUsable(settings);
}

describe('a configuration', () => {
  it('that is right is taken as it is, however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(valid, writer, async (settings, write) => {
        const read = await readConfigFile(FILE, write(settings));
        assert.deepEqual(read.problems, []);
        assert.deepEqual(read.settings, settings);
        assertUsable(read.settings);
      }),
    );
  });

  it('with a slip in it holds but for the slip, which is named at its place', async () => {
    await fc.assert(
      fc.asyncProperty(valid, slip, writer, async (settings, one, write) => {
        const text = write(slipped(settings, one.path, one.value));
        const { settings: read, problems } = await readConfigFile(FILE, text);
        assert.equal(problems.length, 1, text);
        const [{ span, position, message }] = problems as [(typeof problems)[number]];
        assert.equal(text.slice(span.start, span.end).replaceAll('"', ''), one.marked);
        const before = text.slice(0, span.start).split(/\r\n|\n/);
        assert.deepEqual(position, { line: before.length - 1, character: before.at(-1)!.length });
        assert.ok(message.includes(one.marked) || message.includes(one.path.at(-1)!), message);
        assert.deepEqual(read, without(settings, one));
        assertUsable(read);
      }),
    );
  });

  it('that is any data at all is read without a throw, from a file and from an editor', async () => {
    const name = fc.oneof(
      treacherous,
      fc.constantFrom('rules', 'sections', 'people', 'template', 'timeZone', 'severity', 'codeLens'),
      ruleId,
      fc.string(),
    );
    const { data } = fc.letrec<{ data: unknown }>((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 0 }),
        level,
        fc.array(tie('data'), { maxLength: 3 }),
        fc.array(fc.tuple(name, tie('data')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    const config = fc.oneof(
      data,
      fc.record({ rules: fc.dictionary(ruleId, fc.dictionary(name, data)) }, { noNullPrototype: true }),
    );
    await fc.assert(
      fc.asyncProperty(config, writer, async (raw, write) => {
        await assertReadable(write(raw));
        assertUsable(readEditorSettings(raw).settings);
      }),
      { numRuns: 200, examples: [[{ rules: { [rules[0]!.id]: { toString: 1 } } }, JSON.stringify]] },
    );
  });

  it('that is no YAML is told, not thrown', async () => {
    const piece = fc.constantFrom(
      ...[
        'rules:',
        ' ',
        '\n',
        '\r\n',
        '  ',
        '- ',
        ': ',
        '&a ',
        '*a',
        '<<: *a',
        '!!js/function ',
        '? ',
        '| ',
        '{',
        '}',
        '[',
      ],
      ...[']', '"', "'", '#', '---\n', '...\n', '\t', '\u0000', '\uD83D', '🚒', 'off', '.nan', '1e999', '__proto__'],
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 })
      .map((pieces) => pieces.join(''));
    await fc.assert(fc.asyncProperty(text, assertReadable), { numRuns: 300 });
  });
});
