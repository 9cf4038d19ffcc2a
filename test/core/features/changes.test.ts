import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addTimelineEntry,
  addWhy,
  applyEdits,
  check,
  DEFAULT_SETTINGS,
  type DocumentChange,
  insertFiveWhys,
  insertMissingSections,
  namesToRoles,
} from '../../../server/src/core/index.ts';

const NOW = Date.parse('2026-02-11T08:30:00Z');

function document(sections: string): string {
  return `# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n**Incident Commander:** @ana\n**Attendees:** @ana, @bo, Chris Doe (on-call)\n\n## Summary\n\nMail waited.\n\n${sections}`;
}

const checked = (text: string) => check({ text, path: 'postmortems/inc-7.md' });

function applied(text: string, change: DocumentChange): string {
  assert.ok(change.edits, change.nothing);
  return applyEdits(text, change.edits);
}

describe('a timeline entry for now', () => {
  const entry = (timeline: string, now = NOW) => {
    const text = document(`## Timeline\n\n${timeline}\n\n## Action Items\n\n- Cap the queue\n`);
    const before = new Set(text.split('\n'));
    return applied(text, addTimelineEntry(checked(text), now))
      .split('\n')
      .filter((line) => !before.has(line))
      .join('\n');
  };

  it('is written as the document writes its entries', () => {
    assert.equal(entry('- **08:12** - Impact began'), '- **08:30** - [what happened]');
    assert.equal(entry('* `08:12:30` Impact began'), '* `08:30:00` [what happened]');
    assert.equal(entry('- 2026-02-11 08:12 UTC – Impact began'), '- 2026-02-11 08:30 UTC – [what happened]');
    assert.equal(entry('1. 08:12 - Impact began\n2. 08:15 - Alert fired'), '3. 08:30 - [what happened]');
    assert.equal(entry('- 8:12 AM - Impact began'), '- 8:30 AM - [what happened]');
    assert.equal(
      entry('| Time (UTC) | Event | Who |\n| --- | --- | --- |\n| 08:12 | Impact began | ana |').replace(/ +/g, ' '),
      '| 08:30 | [what happened] | |',
    );
  });

  it('tells the day where it is not that of the incident', () => {
    assert.equal(entry('- 08:12 - Impact began', NOW + 86_400_000), '- 2026-02-12 08:30 - [what happened]');
  });

  it('takes the zone that the timeline states', () => {
    assert.equal(entry('- 10:12 UTC+02:00 - Impact began'), '- 10:30 UTC+02:00 - [what happened]');
    assert.equal(entry('All times in Europe/Berlin.\n\n- 09:12 - Impact began'), '- 09:30 - [what happened]');
  });

  it('fills the first entry of a template', () => {
    assert.equal(
      entry('- **HH:MM** - [what started the impact]\n- **HH:MM** - Incident resolved'),
      '- **08:30** - [what started the impact]',
    );
  });

  it('starts a timeline that has no entry, and refuses where there is no timeline', () => {
    assert.equal(entry('Nothing yet.'), '- **2026-02-11 08:30 UTC** - [what happened]');
    assert.match(addTimelineEntry(checked(document('')), NOW).nothing ?? '', /no timeline/);
  });
});

describe('Five Whys', () => {
  it('go into the root cause analysis, or before the action items', () => {
    const text = document('## Root Cause\n\nA full queue.\n\n## Action Items\n\n- Cap the queue\n');
    assert.match(
      applied(text, insertFiveWhys(checked(text))),
      /A full queue\.\n\n### Five Whys\n\n1\. [\s\S]*\n\n## Action Items/,
    );
    const short = document('## Action Items\n\n- Cap the queue\n');
    assert.match(applied(short, insertFiveWhys(checked(short))), /## Five Whys\n\n1\. [\s\S]*\n\n## Action Items/);
  });

  it('are there once, and go on with the question that the last answer raises', () => {
    const text = document(
      '## Root Cause\n\n### Five Whys\n\n1. **Why did mail wait?** The queue was full.\n2. **Why was the queue full?** The consumer was stuck.\n',
    );
    assert.match(insertFiveWhys(checked(text)).nothing ?? '', /already/);
    assert.match(applied(text, addWhy(checked(text))), /3\. \*\*Why [^*]*consumer[^*]*\?\*\* \[/);
  });

  it('wait for an answer before the next one', () => {
    const text = document('## Root Cause\n\n### Five Whys\n\n1. **Why did mail wait?** [not known yet]\n');
    assert.match(addWhy(checked(text)).nothing ?? '', /answered/);
  });
});

describe('missing sections', () => {
  it('are inserted although the rule is switched off', () => {
    const text = `---\ntemplate: short\n---\n${document('')}`;
    const settings = { ...DEFAULT_SETTINGS, rules: { 'structure/missing-section': 'off' as const } };
    const change = insertMissingSections(check({ text, path: 'postmortems/inc-7.md', settings }));
    assert.match(applied(text, change), /## Timeline[\s\S]*## Root Cause[\s\S]*## Action Items/);
  });
});

describe('names', () => {
  it('give way to roles where the document tells what happened, and stay where they are assignments', () => {
    const text = document(
      '## Timeline\n\n- 08:12 - @ana joined. Chris Doe restarted the queue\n- 08:20 - @bo looked at `@bo.service`\n\n> @ana: it is down\n\n## Action Items\n\n- Cap the queue (@bo)\n',
    );
    const changed = applied(text, namesToRoles(checked(text)));
    assert.match(changed, /The incident commander joined\. The on-call engineer restarted the queue/);
    assert.match(changed, /\[role\] looked at `@bo\.service`/i);
    assert.match(changed, /> @ana: it is down/);
    assert.match(changed, /Cap the queue \(@bo\)/);
    assert.match(changed, /\*\*Attendees:\*\* @ana, @bo, Chris Doe/);
  });

  it('of several people without a known role become numbered roles: one person, one role', () => {
    const text = document(
      '## Timeline\n\n- 08:12 - @bo stopped the feed. @cy called the yard\n- 08:20 - @bo started the feed again\n',
    ).replace('@ana, @bo, Chris Doe', '@ana, @bo, @cy, Chris Doe');
    const changed = applied(text, namesToRoles(checked(text)));
    assert.match(changed, /\[role 1\] stopped the feed\. \[role 2\] called the yard/);
    assert.match(changed, /\[role 1\] started the feed again/);
  });

  it('that nobody wrote are not replaced', () => {
    const text = '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n';
    assert.match(namesToRoles(checked(text)).nothing ?? '', /no people/);
  });
});
