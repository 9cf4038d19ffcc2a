import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  builtinTemplates,
  check,
  codeLenses,
  type NewPostmortem,
  POLICIES,
  parseTemplate,
  templateForSeverity,
  textOf,
} from '../../../server/src/core/index.ts';

const template = (id: string) => builtinTemplates.find((candidate) => candidate.id === id)!;
const INCIDENT: NewPostmortem = {
  title: 'Search returns nothing',
  incidentId: 'INC-042',
  date: '2026-03-04',
  severity: 'P1',
  trigger: 'data-loss',
  detectedAt: '09:18',
  detectedBy: 'an alert',
  commander: 'ana',
  attendees: ['ana', 'Chris Doe'],
  policy: POLICIES.standard,
  template: template('standard'),
};

describe('a new postmortem', () => {
  it('has what is known of the incident in its header and its timeline', () => {
    const text = textOf(INCIDENT);
    assert.match(
      text,
      /^\*\*Incident Commander:\*\* @ana\n\*\*Attendees:\*\* @ana, Chris Doe\n\*\*Trigger:\*\* data loss$/m,
    );
    assert.match(text, /^- \*\*09:18\*\* - Incident detected via an alert$/m);
    assert.match(text, /^- \*\*HH:MM\*\* - \[what started the impact\]$/m);
  });

  it('has the deadlines: a day for the meeting, two for the document, a week for the action items', () => {
    assert.match(
      textOf(INCIDENT),
      /^\*\*Deadlines:\*\* meeting scheduled by 2026-03-05 09:18 UTC, document complete by 2026-03-06 09:18 UTC, action items assigned by 2026-03-11 09:18 UTC$/m,
    );
    const { detectedAt: _, ...day } = INCIDENT;
    assert.match(textOf(day), /^\*\*Deadlines:\*\* meeting scheduled by 2026-03-05, document complete by 2026-03-06,/m);
    const pagerduty = textOf({ ...INCIDENT, severity: 'P2', policy: POLICIES.pagerduty });
    assert.match(pagerduty, /^\*\*Deadlines:\*\* document complete by 2026-03-11 09:18 UTC$/m, 'five business days');
  });

  it('gives no reason for a finding by what was filled in, in any template', () => {
    for (const each of builtinTemplates) {
      const text = textOf({ ...INCIDENT, template: each });
      const { postmortem, findings } = check({
        text,
        path: 'postmortems/new.md',
        now: Date.parse('2026-03-04T10:00Z'),
      });
      assert.ok(postmortem, each.id);
      const line = (words: string) => text.split('\n').findIndex((candidate) => candidate.includes(words));
      const filled = [line('Deadlines'), line('data loss'), line('09:18')];
      const lines = findings.map(({ span }) => postmortem.source.lineOf(span.start));
      assert.deepEqual(
        findings.filter((_, index) => filled.includes(lines[index]!)).map(({ message }) => message),
        [],
        each.id,
      );
    }
  });

  it('is not said to be ready while its gaps wait to be filled in', () => {
    const lenses = codeLenses(check({ text: textOf(INCIDENT), path: 'postmortems/new.md' }));
    assert.match(lenses[0]!.title, /^\d+ findings before Final/);
  });

  it('fills in what the template has in its front matter, in tables and side by side on a line', () => {
    const own = (header: string) =>
      parseTemplate('ours', `---\nname: Ours\n${header}\n\n## Summary\n\n[what happened]\n`);
    const filled = (header: string) => textOf({ ...INCIDENT, template: own(header), namesTemplate: true });
    assert.match(
      filled('title: "[Title]"\nattendees: "[@list]"\ndate: "[YYYY-MM-DD]"\n---\n# [YYYY-MM-DD]'),
      /^---\ntemplate: ours\ntitle: Search returns nothing\nattendees: "@ana, Chris Doe"\ndate: 2026-03-04\n---\n\n# 2026-03-04\n/,
    );
    assert.match(
      filled(
        '---\n# [Title]\n\n| Date | [YYYY-MM-DD] | Severity | P0 / P1 |\n| --- | --- | --- | --- |\n| Status | Draft | Owner | [@name] |',
      ),
      /\n\| Date \| 2026-03-04 \| Severity \| P1 \|\n\| --- .*\n\| Status \| Draft \| Owner \| \[@name\] \|\n/,
    );
    assert.match(
      filled(
        '---\n# [Title]\n\n| Date | Severity | Owner |\n| --- | --- | --- |\n| [YYYY-MM-DD] | P0 / P1 | [@name] |',
      ),
      /\n\| 2026-03-04 \| P1 \| \[@name\] \|\n/,
    );
    assert.match(
      filled('---\n# [Title]\n\n**Date:** [YYYY-MM-DD] | **Severity:** P0 / P1\n**Owner:** [@name]'),
      /\n\*\*Date:\*\* 2026-03-04 \| \*\*Severity:\*\* P1\n/,
    );
  });

  it('leaves what is not known as the template has it', () => {
    const text = textOf({ title: 'a', incidentId: 'INC-1', date: '2026-03-04', template: template('standard') });
    assert.match(text, /\*\*Incident Commander:\*\* \[@name\]\n\*\*Attendees:\*\* \[@list\]\n\n/);
    assert.match(text, /- \*\*HH:MM\*\* - Incident detected via \[alert or user report\]/);
  });

  it('follows the template of the team, else one for its severity', () => {
    const chosen = (severity: string, setting: string) => templateForSeverity(severity, builtinTemplates, setting).id;
    assert.equal(chosen('P1', 'auto'), 'standard');
    assert.equal(chosen('P3', 'auto'), 'short');
    assert.equal(chosen('SEV4', ''), 'short');
    assert.equal(chosen('P3', 'google-sre'), 'google-sre');
    assert.equal(templateForSeverity('P3', [template('aws-coe')], 'auto').id, 'aws-coe');
  });
});
