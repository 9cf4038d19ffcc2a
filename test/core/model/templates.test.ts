import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  applyEdits,
  builtinTemplates,
  check,
  DEFAULT_SETTINGS,
  fixAll,
  fixesFor,
  parseTemplate,
} from '../../../server/src/core/index.ts';
import { choiceOf } from '../../../server/src/core/model/templates.ts';
import { read } from './read.ts';

const template = (id: string) => builtinTemplates.find((candidate) => candidate.id === id)!;

describe('the built-in templates', () => {
  it('are six, the standard one first', () => {
    assert.deepEqual(
      builtinTemplates.map(({ id }) => id),
      ['standard', 'short', 'atlassian', 'aws-coe', 'google-sre', 'pagerduty'],
    );
    for (const { name, description } of builtinTemplates) assert.ok(name.length > 3 && description.length > 20);
  });

  for (const { id, text } of builtinTemplates)
    it(`${id}: a fresh document is a draft of that template, and only its placeholders are found`, () => {
      const checked = check({ text, path: 'postmortems/new.md', now: Date.parse('2026-03-01T12:00Z') });
      assert.deepEqual(checked.failures, []);
      assert.equal(checked.postmortem?.lifecycle, 'draft');
      assert.equal(checked.template?.id, id);
      assert.deepEqual([...new Set(checked.findings.map(({ ruleId }) => ruleId))], ['structure/placeholder']);
      assert.ok(checked.findings.every(({ severity }) => severity === 'information'));
      assert.doesNotMatch(text, /optional -->/);
    });

  for (const { id, text } of builtinTemplates)
    it(`${id}: a section taken out is missed, and put back at its place`, () => {
      const whole = check({ text: `---\ntemplate: ${id}\n---\n${text}`, path: 'postmortems/new.md' });
      const required = whole.template!.sections.filter((section) => !section.optional).map((section) => section.title);
      for (const title of required) {
        const section = whole.postmortem!.sections.find((candidate) => candidate.title === title)!;
        const next = whole.postmortem!.sections.find(
          (candidate) => candidate.span.start > section.span.start && candidate.level <= section.level,
        );
        const end = next?.span.start ?? whole.input.text.search(/\n---\n\n\*\*Postmortem completed|$(?![\s\S])/);
        const cut = whole.input.text.slice(0, section.span.start) + whole.input.text.slice(end);
        const checked = check({ ...whole.input, text: cut });
        const finding = checked.findings.find((candidate) => candidate.ruleId === 'structure/missing-section');
        assert.match(finding?.message ?? 'nothing missed', new RegExp(`“${title.replace(/[?()]/g, '\\$&')}”`), title);
        const fixed = applyEdits(cut, fixesFor(checked, finding!)[0]!.edits);
        const order = check({ ...whole.input, text: fixed }).postmortem!.sections.filter(
          (candidate) => !candidate.parent,
        );
        assert.deepEqual(
          order.map((candidate) => candidate.title).filter((name) => required.includes(name)),
          required,
        );
      }
    });
});

describe('a team’s template', () => {
  const own = parseTemplate(
    'ours',
    `---
name: Ours
description: What we ask.
---
# Postmortem: [ID]

**Region:** [region]
**Ticket:** [link] <!-- optional -->

## What broke
[one line]

## Weather report
<!-- optional -->
[sun or rain]

## Who helped
[names]
`,
  );

  it('is read with its fields, its sections and what is optional', () => {
    assert.equal(own.name, 'Ours');
    assert.deepEqual(
      own.fields.map(({ name, optional }) => [name, optional]),
      [
        ['Region', false],
        ['Ticket', true],
      ],
    );
    assert.deepEqual(
      own.sections.map(({ title, optional, body }) => [title, optional, body]),
      [
        ['What broke', false, '[one line]'],
        ['Weather report', true, '[sun or rain]'],
        ['Who helped', false, '[names]'],
      ],
    );
    assert.doesNotMatch(own.text, /optional/);
    assert.ok(own.text.startsWith('# Postmortem'));
  });

  it('has in its front matter what its documents have, beside its own name and description', () => {
    const template = parseTemplate(
      'ours',
      '---\nname: Ours\nowner: "[@name]"\ndescription: >\n  What\n  we ask.\ntags: [postmortem]\n---\n# Postmortem: [ID]\n\n## Summary\n',
    );
    assert.equal(template.text, '---\nowner: "[@name]"\ntags: [postmortem]\n---\n\n# Postmortem: [ID]\n\n## Summary\n');
    assert.deepEqual(
      template.fields.map(({ kind, line }) => [kind, line]),
      [['owner', 'owner: "[@name]"']],
    );
  });

  it('says what a document lacks, sections of no known kind included', () => {
    const text =
      '---\ntemplate: ours\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n**Region:** EU\n\n## What broke\n\nMail.\n';
    const checked = check({ text, path: 'postmortems/a.md', templates: [...builtinTemplates, own] });
    assert.equal(checked.template?.id, 'ours');
    const missing = checked.findings.filter((finding) => finding.ruleId === 'structure/missing-section');
    assert.deepEqual(
      missing.map(({ severity, data }) => [severity, (data as { indexes: number[] }).indexes]),
      [['warning', [0]]],
    );
    const fixed = applyEdits(text, fixesFor(checked, missing[0]!)[0]!.edits);
    assert.ok(fixed.endsWith('## What broke\n\nMail.\n\n## Who helped\n\n[names]\n'), fixed);
  });
});

describe('the template of a document', () => {
  const sections = (...titles: string[]) =>
    `# Postmortem: INC-7 - Mail stuck\n\n${titles.map((title) => `## ${title}\n\ntext\n`).join('\n')}`;
  const choice = (text: string, name = 'auto') => {
    const checked = check({ text, path: 'postmortems/a.md', settings: { ...DEFAULT_SETTINGS, template: name } });
    return choiceOf(checked.postmortem!, checked.template!, { ...DEFAULT_SETTINGS, template: name });
  };

  it('is the one it names, else the configured one, else the closest', () => {
    assert.deepEqual(
      [
        choice(`---\ntemplate: PagerDuty\n---\n${sections('Summary')}`, 'short').template.id,
        choice(sections('Summary'), 'short').by,
      ],
      ['pagerduty', 'settings'],
    );
    assert.equal(choice(sections('Summary', 'Timeline', 'Root Cause', 'Action Items')).template.id, 'short');
    assert.equal(
      choice(
        sections(
          'Summary',
          'Impact',
          'Root Causes',
          'Trigger',
          'Resolution',
          'Detection',
          'Action Items',
          'What went well',
          'Timeline',
        ),
      ).template.id,
      'google-sre',
    );
    assert.equal(
      choice(
        sections(
          'Executive Summary',
          'Impact',
          'Timeline',
          'Root Cause Analysis',
          'What Went Well',
          'What Went Poorly',
          'Action Items',
          'Prevention',
        ),
      ).template.id,
      'standard',
    );
    assert.equal(
      choice(
        sections(
          'Incident summary',
          'Leadup',
          'Fault',
          'Impact',
          'Detection',
          'Response',
          'Recovery',
          'Timeline',
          'Corrective actions',
        ),
      ).template.id,
      'atlassian',
    );
  });

  it('finds a timeline under another name', () => {
    const text =
      '# PIR - Storage\n\n**What happened?**\n\na\n\n**What went wrong, and why?**\n\nb\n\n**How did we respond?**\n\n- 10:00 UTC - c\n- 10:15 UTC - d\n- 12:00 UTC - e\n\n**How are we making incidents like this less likely or less impactful?**\n\n- f\n';
    const { findings } = check({ text, path: 'postmortems/a.md' });
    assert.deepEqual(
      findings.filter(({ ruleId, severity }) => ruleId === 'structure/missing-section' && severity === 'warning'),
      [],
    );
  });

  it('is not held against a document that nobody wrote by it', () => {
    const text = sections('Summary', 'Timeline', 'Conclusion', 'Action items');
    const { findings } = check({ text, path: 'postmortems/a.md' });
    assert.deepEqual(
      findings.filter(
        ({ ruleId, severity }) =>
          /^(?:structure|metadata)/.test(ruleId) && (severity === 'warning' || severity === 'error'),
      ),
      [],
    );
  });
});

describe('fix all', () => {
  it('makes a document of a named template whole, and changes nothing the second time', () => {
    const text =
      '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n\n## Impact\n\n- 120 users\n'.replaceAll(
        '\n',
        '\r\n',
      );
    const once = fixAll({ text, path: 'postmortems/a.md' });
    assert.deepEqual(
      once.checked.findings.filter(({ ruleId }) => ruleId === 'structure/missing-section'),
      [],
    );
    assert.deepEqual(
      once.checked.postmortem!.sections.filter((section) => !section.parent).map(({ title }) => title),
      template('standard').sections.map(({ title }) => title),
    );
    assert.equal(fixAll({ text: once.text, path: 'postmortems/a.md' }).text, once.text);
    assert.doesNotMatch(once.text, /[^\r]\n/);
  });

  it('leaves a document of another shape as it is', () => {
    const text =
      '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n';
    assert.equal(fixAll({ text, path: 'postmortems/a.md' }).text, text);
  });
});

describe('a document read twice', () => {
  it('gives the same postmortem', () => {
    const { text } = template('standard');
    assert.deepEqual(read(text).fields, read(text).fields);
  });
});
