import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_SETTINGS, parseMarkdown, type Settings, SourceText } from '../../../server/src/core/index.ts';
import { recognize } from '../../../server/src/core/model/recognition.ts';

function recognition(text: string, path = 'docs/notes.md', settings: Partial<Settings> = {}) {
  return recognize(parseMarkdown(new SourceText(text)), path, { ...DEFAULT_SETTINGS, ...settings });
}

const POSTMORTEMS: Readonly<Record<string, string>> = {
  'a title and two sections': '# Postmortem: INC-1 - Scoring document\n\n## Summary\n\na\n\n## Root Cause\n\nb\n',
  'a plain first line': 'Postmortem: INC-1 - Mail stuck\n\n**Date:** 2026-01-12\n\n# Impact\n\na\n\n# Timeline\n\nb\n',
  'an incident report': '# Incident report May 12 2026 - Disk full\n\n## Summary\n\na\n\n## Action Items\n\n- b\n',
  'a review after the incident':
    '# PIR: Login errors\n\n## What happened?\n\na\n\n## Impact\n\nb\n\n## Timeline\n\nc\n',
  'four sections, no title that says so':
    '# Kubernetes nodes not ready\n\n## Summary\n\na\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:02 | Alert |\n| 10:20 | Restart |\n\n## Contributing Factors\n\n- b\n\n## Action Items\n\n- c\n',
  'an event with a day and a clock':
    '# 2018-01-18, the front page of a news site\n\n## Summary\n\na\n\n## Timeline\n\n### 4:19\n\nb\n\n### 4:27\n\nc\n\n## Action items\n\n### Process\n\n- d\n',
  'sections that follow an event, without a title':
    'Status: final<br> Owners: @ana\n\n## Summary\n\na\n\n## Timeline\n\n### 2023-08-25\n\n15:27 - b<br> 21:14 - c\n\n## Root causes\n\nd\n\n## Follow-up\n\ne\n',
  'front matter': '---\ntype: postmortem\n---\n# Mail\n\ntext\n',
  'a tag': '---\ntags: post-mortem\n---\n# Mail\n\ntext\n',
  'the template it follows': '---\ntemplate: google-sre\n---\n# Mail\n\ntext\n',
  'a story by the clock':
    '# Summary of the June 8 outage\n\n### What happened?\n\n09:47 Errors begin\n09:48 Alert\n10:36 Recovery\n12:35 Mitigated\n\n### Where do we go from here?\n\n- a\n',
  'a title and questions':
    '# Postmortem: broken release\n\n## What happened\n\na\n\n## Timeline (UTC)\n\n* 19:02 tag pushed\n* 19:15 first issue\n\n## What can we do\n\n- b\n',
  'a form in plain text':
    'REASON FOR OUTAGE\n\nStart: 14/02/2026 03:12 UTC\n\nTimeline:\n\n03:12 – a\n03:30 – b\n\nRoot Cause:\n\nc\n',
  'an 8D report':
    '# 8D Report 2026-117: Readings missing\n\n## D4 Root cause\n\na\n\n## D5 Permanent corrective actions\n\nb\n',
  'a retro':
    '# Incident retro - slow search\n\n**Incident from:** 2026-06-28\n\n## Timeline\n\n28 June 2026\n\n11.51 a\n\n## Actions\n\n- b\n',
  'a time in which much went wrong':
    '# Post mortem covering 11 to 23 April\n\n## Establishing the timeline\n\nOn 11 April 2026, a\n\n## What is being done about this?\n\nWe will b\n\n## Why did all this happen in such a short time?\n\nc\n',
  'another language':
    '# ポストモーテム: 検索の遅延\n\n## メタデータ\n\n| 項目 | 内容 |\n| --- | --- |\n| 重大度 | SEV-3 |\n\n## サマリー\n\na\n\n## 根本原因\n\nb\n',
  'a severity in the table of its header':
    '# Disks are damaged after a restart\n\n| Field | Value |\n| --- | --- |\n| Date | 2026-02-11 |\n| Severity | High |\n\n## Impact\n\na\n\n## Timeline (UTC)\n\n| Time | Event |\n| --- | --- |\n| 14:02 | b |\n| 14:31 | c |\n\n## Root cause\n\nd\n',
  'a number of its own':
    '# PM-0002: Cursors are lost\n\n## Summary\n\na\n\n## Timeline\n\n- **2026-05-11** - b\n\n## Root Cause\n\nc\n\n## Lessons Learned\n\n- d\n',
  'an event dated in its title':
    '# VPN connectivity 7-14-2026\n\n## Background\n\na\n\n## Timeline\n\n* 12:45 UTC - b\n* 14:00 UTC - c\n\n# Fallout\n\nd\n\n# Action items (achievable soon):\n- [done] e\n',
  'an announcement':
    '---\ntitle: The March outage\n---\n\nThis is a full post-mortem of what happened.\n\n## What went wrong and how was it fixed?\n\na\n\n## What is being done to prevent future incidents?\n\n1. b\n',
};

const OTHERS: Readonly<Record<string, string>> = {
  'a README': '# mail-service\n\n## Installation\n\nnpm i\n\n## Usage\n\nRun it.\n\n## License\n\nMIT\n',
  'a runbook':
    '# Runbook: mail queue stuck\n\n## Summary\n\na\n\n## Symptoms\n\nb\n\n## Mitigation\n\nc\n\n## Escalation\n\nd\n',
  'the plan of a day':
    '# Release day\n\n## What happened\n\n10:00 a\n10:30 b\n11:00 c\n11:30 d\n\n## Next steps\n\n- e\n',
  'a change proposal':
    '# RFC: a new queue\n\n## Summary\n\na\n\n## Motivation\n\nb\n\n## Impact\n\nc\n\n## Timeline\n\nQ3\n\n## Next steps\n\n- d\n',
  'minutes of a meeting': '# 2026-01-12 Weekly\n\n## Attendees\n\nAna\n\n## Summary\n\na\n\n## Action Items\n\n- b\n',
  'a guide to postmortems':
    '# How we write postmortems\n\n## When to write one\n\na\n\n## Postmortem Template\n\n```markdown\n# Postmortem\n## Summary\n## Impact\n## Timeline\n## Action Items\n```\n\n## Anti-Patterns\n\n❌ "The engineer ran a bad script."\n',
  'a template': '# Incident Postmortem Template\n\n## Summary\n\n## Timeline\n\n## Root Cause\n\n## Action Items\n',
  'a changelog': '# Changelog\n\n## 1.2.0 - 2026-01-12\n\n- Fix an outage\n',
  'a text that speaks of them': '# Facts: every postmortem as tables\n\n## timeline\n\na\n\n## action_items\n\nb\n',
  nothing: '',
};

describe('a document is recognised by', () => {
  for (const [name, text] of Object.entries(POSTMORTEMS))
    it(name, () => assert.equal(recognition(text).isPostmortem, true));

  it('its place', () => {
    assert.deepEqual(recognition('# Mail\n\ntext\n', 'docs/postmortems/2026-01-12-mail.md'), {
      isPostmortem: true,
      reason: 'path',
    });
    assert.equal(recognition('# Mail\n', 'mail.postmortem.md').reason, 'path');
    assert.equal(recognition('# Mail\n', 'reviews/mail.md', { include: ['reviews/**'] }).reason, 'path');
  });
});

describe('left alone is', () => {
  for (const [name, text] of Object.entries(OTHERS))
    it(name, () => assert.equal(recognition(text).isPostmortem, false));

  it('a README, a guide or a template among the postmortems', () => {
    assert.equal(recognition(OTHERS['a README']!, 'postmortems/README.md').isPostmortem, false);
    assert.equal(recognition(OTHERS['a guide to postmortems']!, 'postmortems/how.md').reason, 'guide');
    assert.equal(recognition(POSTMORTEMS['a title and two sections']!, 'postmortems/template.md').isPostmortem, false);
    assert.equal(
      recognition(POSTMORTEMS['a title and two sections']!, '.github/ISSUE_TEMPLATE/incident.md').isPostmortem,
      false,
    );
  });

  it('what the configuration excludes, or says to be none', () => {
    const text = POSTMORTEMS['a title and two sections']!;
    assert.equal(recognition(text, 'archive/a.md', { exclude: ['archive/**'] }).reason, 'excluded');
    assert.equal(recognition(`---\npostmortem: false\n---\n${text}`).reason, 'front-matter');
  });
});
