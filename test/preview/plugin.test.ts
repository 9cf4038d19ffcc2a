import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { postmortemPreview } from '../../client/src/preview/plugin.ts';
import { check, previewOutline } from '../../server/src/core/index.ts';

const NOW = Date.UTC(2026, 1, 20);

function outlineOf(text: string, path = 'postmortems/inc-77.md') {
  const outline = previewOutline(check({ text, path, now: NOW }));
  // What the client draws has come through JSON.
  return outline && (JSON.parse(JSON.stringify(outline)) as typeof outline);
}

/** The HTML that a preview shows for a document, with the outline of the same or of another text. */
function preview(text: string, outlined = text): string {
  const md = postmortemPreview(new MarkdownIt({ html: true }), () => outlineOf(outlined));
  return md.render(text);
}

const plain = (text: string) => new MarkdownIt({ html: true }).render(text);

const DOCUMENT = `# Postmortem: INC-77 - Checkout outage

**Date:** 2026-02-01
**Severity:** P1
**Incident Commander:** @ana

## Summary

Payments failed for [number or %] of customers, see [the graph](https://example.org).

## Timeline

All times in UTC:

- **09:40** - Outage starts
- **09:50** - Alert fired
- **10:00** - Mitigated by a "rollback" <b>
- **10:20** - Incident resolved
- **14:00** - Review scheduled

## Five Whys

1. **Why did payments fail?** The pool was exhausted.
2. **Why was it exhausted?** Its size was set in 2022.

**Root Cause:** Nothing measures pool use.

## Action Items

| ID | Action | Owner | Priority | Due Date | Status |
|----|--------|-------|----------|----------|--------|
| AI-001 | Measure pool use | @ana | P0 | 2026-02-10 | ⏳ |
| AI-002 | Raise the pool | @tom | P1 | 2026-02-10 | ✅ |
| AI-003 | Review the pools | @tom | P2 | 2026-03-10 | ⏳ |
`;

test('the timeline is drawn to scale above its entries, with phases and milestones', () => {
  const html = preview(DOCUMENT);
  const figure = /<figure class="pm-timeline">.*?<\/figure>/s.exec(html)![0];
  assert.ok(html.indexOf(figure) < html.indexOf('Outage starts</li>'));
  assert.ok(html.indexOf(figure) > html.indexOf('All times in UTC'));
  const places = [...figure.matchAll(/pm-tick(?: pm-milestone pm-(\w+))?" style="left:([\d.]+)%"/g)].map((m) => [
    m[1],
    Number(m[2]),
  ]);
  assert.deepEqual(places, [
    ['start', 0],
    ['detection', 25],
    ['mitigation', 50],
    ['resolution', 100],
  ]);
  const phases = [...figure.matchAll(/pm-phase pm-(\w+)" style="left:([\d.]+)%;width:([\d.]+)%"/g)].map((m) =>
    m.slice(1),
  );
  assert.deepEqual(phases, [
    ['unnoticed', '0', '25'],
    ['response', '25', '25'],
    ['recovery', '50', '50'],
  ]);
  assert.match(figure, /aria-label="Timeline of [^"]*Detected 09:50 \(\+10 min\)/);
  assert.match(figure, /<strong>Resolved<\/strong> 10:20 <small>\+40 min<\/small>/);
  // What follows the incident is counted, not squeezed in.
  assert.match(figure, /<li>1 later<\/li>/);
  assert.doesNotMatch(figure, /<script|onload=|<b>/);
  assert.match(figure, /&quot;rollback&quot;/);
});

test('severity, fill-ins, whys and action items carry their marks', () => {
  const html = preview(DOCUMENT);
  assert.match(html, /<strong>Severity:<\/strong> <span class="pm-severity pm-rank-1">P1<\/span>/);
  assert.match(
    html,
    /failed for <mark class="pm-fill-in">\[number or %\]<\/mark> of customers, see <a href="https:\/\/example.org">/,
  );
  assert.match(html, /<li class="pm-why" style="--pm-depth:0">/);
  assert.match(html, /<li class="pm-why" style="--pm-depth:1">/);
  assert.match(html, /<p class="pm-root-cause"><strong>Root Cause:/);
  assert.match(html, /<tr class="pm-action pm-open pm-overdue">\s*<td class="pm-word">AI-001/);
  assert.match(html, /<span class="pm-overdue-badge">overdue<\/span>/);
  assert.match(html, /<tr class="pm-action pm-done">\s*<td class="pm-word">AI-002/);
  assert.match(html, /<tr class="pm-action pm-open">\s*<td class="pm-word">AI-003<\/td>\s*<td>Review the pools/);
  assert.match(html, /<li class="pm-entry pm-detection">/);
});

test('nothing but marks is added: without them the preview is what it was', () => {
  const html = preview(DOCUMENT)
    .replace(/<figure class="pm-timeline">.*?<\/figure>\n/s, '')
    .replace(/<span class="pm-overdue-badge">overdue<\/span>/g, '')
    .replace(/<(mark|span) class="pm-[^"]*">(.*?)<\/\1>/g, '$2')
    .replace(/ class="pm-[^"]*"| style="--pm-depth:\d+"/g, '');
  assert.equal(html, plain(DOCUMENT));
});

test('while an outline is older than the text, every line that is still the same keeps its marks', () => {
  const edited = DOCUMENT.replace('## Summary', '## Background\n\nNew words.\n\n## Summary').replace(
    'Alert fired',
    'Alert fired, twice',
  );
  const html = preview(edited, DOCUMENT);
  assert.match(html, /<figure class="pm-timeline">/);
  assert.match(html, /<li class="pm-entry pm-mitigation">/);
  assert.doesNotMatch(html, /<li class="pm-entry pm-detection">/);
  assert.match(html, /pm-severity/);
});

test('other Markdown is left alone', () => {
  const readme = '# Checkout\n\n- **09:40** - Opening hours\n\n| Status |\n|---|\n| ✅ |\n\n[fill in]\n';
  assert.equal(outlineOf(readme, 'README.md'), undefined);
  const md = postmortemPreview(new MarkdownIt(), () => undefined);
  assert.equal(md.render(readme), new MarkdownIt().render(readme));
  assert.equal(preview(readme, DOCUMENT).includes('<figure'), false);
});

test('every form of timeline is drawn', () => {
  for (const timeline of [
    '| Time | Event |\n|---|---|\n| 09:40 | Outage starts |\n| 10:20 | Incident resolved |',
    '09:40 UTC - Outage starts\n10:20 UTC - Incident resolved',
    '### 09:40 Outage starts\n\nText.\n\n### 10:20 Incident resolved',
    '```\n09:40 Outage starts\n10:20 Incident resolved\n```',
    '1. `09:40` Outage starts\n2. `10:20` Incident resolved',
  ]) {
    const html = preview(DOCUMENT.replace(/- \*\*09:40[\s\S]*?scheduled/, timeline));
    assert.match(html, /<figure class="pm-timeline">/, timeline);
  }
});

test('what a document writes cannot become markup of the preview', () => {
  const hostile = DOCUMENT.replace('Alert fired', '"><script>alert(1)</script> alert fired').replace(
    'P1',
    'P1" onclick="x',
  );
  const figure = /<figure class="pm-timeline">.*?<\/figure>/s.exec(preview(hostile))![0];
  assert.doesNotMatch(figure, /<script/);
  for (const line of ['__proto__', 'constructor', 'toString'])
    assert.match(
      preview(`${DOCUMENT}\n${line}\n`, DOCUMENT),
      new RegExp(`<p>${line === '__proto__' ? '<strong>proto</strong>' : line}</p>`),
    );
});
