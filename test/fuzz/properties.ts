// What must hold for any text, however hostile. Each throws an AssertionError that says what did not.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import {
  addTimelineEntry,
  addWhy,
  adoptStructure,
  applyEdits,
  type Checked,
  type CheckInput,
  check,
  codeLenses,
  completionsAt,
  type DocumentChange,
  exportPostmortem,
  type Finding,
  facilitatorSheet,
  fixAll,
  fixesFor,
  foldingRegions,
  formatEdits,
  hoverAt,
  idAt,
  inlayRemarks,
  insertFiveWhys,
  insertMissingSections,
  mergeIntoTimeline,
  namesToRoles,
  nextLine,
  type OutlineNode,
  outlineOf,
  previewOutline,
  type QuickCheck,
  readinessOf,
  readPaste,
  relatedIncidentsPlace,
  type Span,
  suppressionsFor,
  type TextEdit,
  writeExternalVersion,
} from '../../server/src/core/index.ts';
import { checkQuickly, findingsOf } from '../core/engine/quickFindings.ts';
import { type Edit, edited, type Key } from './documents.ts';

const NOW = Date.UTC(2026, 2, 1);

/** The check of a text as a postmortem, whatever it holds. */
export function inputOf(text: string): CheckInput {
  return { text, path: 'postmortems/a.md', now: NOW };
}

function within({ start, end }: Span, text: string, what: string): void {
  assert.ok(
    0 <= start && start <= end && end <= text.length,
    `${what}: ${start}–${end} is outside of ${text.length} characters`,
  );
}

/** Edits lie within the text, and applied they do not depend on their order. */
function assertEdits(edits: readonly TextEdit[], text: string, what: string): void {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  for (const edit of sorted) {
    within(edit.span, text, what);
    assert.ok(edit.span.start >= end, `${what}: two of its edits overlap at ${edit.span.start}`);
    end = edit.span.end;
  }
}

/** Every rule looks at the text, none fails, and all that is found lies within it. */
export function isChecked(text: string): void {
  const checked = check(inputOf(text));
  assert.deepEqual(checked.failures, []);
  for (const { ruleId, span, related, message } of checked.findings) {
    within(span, text, ruleId);
    for (const other of related) within(other.span, text, `${ruleId}, related`);
    assert.ok(
      !/\{\w+\}|undefined|\bNaN\b/.test(message) || /\{\w+\}|undefined|NaN/.test(text),
      `${ruleId}: ${message}`,
    );
  }
}

/** Every fix and every suppression of every finding can be applied, and the text after it can be checked. */
export function fixesApply(text: string): void {
  const checked = check(inputOf(text));
  for (const finding of checked.findings) {
    for (const fix of fixesFor(checked, finding)) {
      const what = `${finding.ruleId} “${fix.title}”`;
      assertEdits(fix.edits, text, what);
      const after = applyEdits(text, fix.edits);
      assert.notEqual(after, text, `${what} changes nothing`);
      const again = check(inputOf(after));
      assert.deepEqual(again.failures, [], what);
      if (fix.kind !== 'safe') continue;
      assert.ok(again.recognition.isPostmortem, `${what}: the text is no postmortem any more`);
      assertNoNewError(checked, again, what);
    }
    for (const { edits, title } of suppressionsFor(checked, finding))
      assertEdits(edits, text, `${finding.ruleId} ${title}`);
  }
}

function assertNoNewError(before: Checked, after: Checked, what: string): void {
  const errors = ({ findings }: Checked) =>
    findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
  const had = errors(before);
  for (const ruleId of errors(after)) {
    const at = had.indexOf(ruleId);
    assert.ok(at >= 0, `${what} makes an error of ${ruleId}`);
    had.splice(at, 1);
  }
}

/** What is written, without what a safe fix may take out or write in another way: comments, marks, blanks, numbers with their units. */
function words(text: string): string[] {
  const found = text.replace(/<!--[\s\S]*?-->/g, '').match(/\p{L}{4,}/gu) ?? [];
  return found.filter((word) => !/^(?:about|hours?|minutes?|days?)$/i.test(word));
}

/** All safe fixes together come to an end, and lose nothing that a person wrote. */
export function safeFixesAreSafe(text: string): void {
  const fixed = fixAll(inputOf(text));
  assert.equal(fixAll(inputOf(fixed.text)).text, fixed.text, 'fixing a second time changes more');
  const left = new Set(words(fixed.text));
  for (const word of words(text)) assert.ok(left.has(word), `“${word}” is lost`);
  assertNoNewError(check(inputOf(text)), fixed.checked, 'fixing all');
}

/** A check with the version before finds what a check of the text alone finds. */
export function incrementalIsFromScratch(text: string, changes: readonly Edit[]): void {
  let checked = check(inputOf(text));
  for (const change of changes) {
    checked = check({ ...inputOf(edited(checked.input.text, change)), previous: checked });
    const alone = check(inputOf(checked.input.text));
    assert.deepEqual(checked.failures, []);
    assert.deepEqual(checked.findings, alone.findings);
    assert.deepEqual(checked.recognition, alone.recognition);
    assert.deepEqual(outlineOf(checked), outlineOf(alone));
  }
}

/**
 * While something is typed or deleted at one place, a quick check finds the blame that a check finds, and no other prose has become
 * different prose.
 */
export function quickCheckAgrees(text: string, place: number, keys: readonly Key[]): void {
  const before = check(inputOf(text));
  const at = place % (text.length + 1);
  let typed = '';
  for (const { piece, deleted } of keys) {
    typed += piece;
    const changed = text.slice(0, at) + typed + text.slice(at + deleted);
    const quick = checkQuickly(before, changed);
    if (quick) assertAgrees(quick, before, check(inputOf(changed)));
  }
}

function assertAgrees(quick: QuickCheck, before: Checked, after: Checked): void {
  const { text } = after.input;
  const findings = findingsOf(quick, before, text);
  for (const { span, ruleId } of findings) within(span, text, ruleId);
  const was = before.input.text;
  let same = 0;
  while (same < was.length && was[same] === text[same]) same++;
  const moved = (offset: number) => (offset <= same ? offset : offset + text.length - was.length);
  // Findings on other lines stay at the words that they are about.
  const others = [...quick.above, ...quick.below];
  const places = findings.filter((finding) => !quick.here.includes(finding)).map(({ span }) => span);
  assert.deepEqual(
    places,
    others.map(({ span }) => ({ start: moved(span.start), end: moved(span.end) })),
  );
  for (const end of [0, text.length >> 1, text.length])
    assert.deepEqual(quick.lines.positionAt(end), after.document.source.positionAt(end));
  const units = ({ postmortem }: Checked) => postmortem!.prose.map(({ run, role }) => `${role} ${run.text}`);
  // Typed text can be the end of a document as a postmortem.
  if (!after.postmortem) return;
  const [had, has] = [units(before), units(after)];
  let alike = 0;
  while (alike < has.length && had[alike] === has[alike]) alike++;
  // One unit is another one now, or none: where nothing is left to read in it.
  const rest = Math.max(0, Math.min(had.length, has.length) - alike - 1);
  assert.ok(Math.abs(had.length - has.length) <= 1, 'there is more or less prose than before');
  if (rest > 0) assert.deepEqual(has.slice(-rest), had.slice(-rest));
  // What the document says of names and where its sections lie is taken from the version before.
  const known = ({ postmortem }: Checked) =>
    JSON.stringify([
      [...postmortem!.people.names],
      postmortem!.prose.map(({ kind, quoted, badExample, metadata, column }) => [
        kind,
        quoted,
        badExample,
        metadata,
        column,
      ]),
    ]);
  if (known(before) !== known(after)) return;
  const blame = (found: readonly Finding[]) => found.filter(({ ruleId }) => ruleId.startsWith('blame/'));
  // Where a document begins to blame often, or no longer does, doubtful findings are told or not, in all of it.
  const sure = (found: readonly Finding[]) => blame(found).filter(({ confidence }) => confidence === 'high');
  assert.deepEqual(sure(findings), sure(after.findings));
  const [fewer, more] = [findings, after.findings].map(blame).sort((a, b) => a.length - b.length);
  for (const finding of fewer!)
    assert.ok(
      more!.some((other) => isDeepStrictEqual(other, finding)),
      finding.message,
    );
}

/** Everything an editor asks for at a place of the text. */
export function editorFeaturesAnswer(text: string, places: readonly number[]): void {
  const checked = check(inputOf(text));
  const facts = { now: NOW, people: ['Ana'], incidents: [{ id: 'INC-7', title: '$1 <b>' }], templates: [] };
  for (const place of places) {
    const offset = place % (text.length + 1);
    const help = hoverAt(checked, offset, { timeZone: 'Europe/Berlin' });
    if (help) within(help.span, text, 'hover');
    for (const choice of completionsAt(checked, offset, facts))
      within(choice.replace, text, `completion ${choice.label}`);
    const enter = nextLine(checked, offset, NOW);
    if (enter) assertEdits([enter], text, 'Enter');
    const id = idAt(checked, offset, () => true);
    if (id) within(id.span, text, 'id');
  }
  for (const { span, kind } of codeLenses(checked)) within(span, text, `lens ${kind}`);
  for (const { offset } of inlayRemarks(checked, { start: 0, end: text.length }))
    within({ start: offset, end: offset }, text, 'remark');
  for (const { span } of foldingRegions(checked)) within(span, text, 'folding');
  const outline = (nodes: readonly OutlineNode[], parent: Span) => {
    for (const { span, selection, children } of nodes) {
      within(span, text, 'outline');
      assert.ok(
        span.start <= selection.start && selection.end <= span.end,
        'the selection of a node lies outside of it',
      );
      assert.ok(parent.start <= span.start && span.end <= parent.end, 'a node lies outside of its parent');
      outline(children, span);
    }
  };
  outline(outlineOf(checked), { start: 0, end: text.length });
  const place = relatedIncidentsPlace(checked);
  if (place) within(place, text, 'related incidents');
  previewOutline(checked);
  readinessOf(checked);
}

/** Formatting changes blanks alone, and has nothing more to do the second time. */
export function formattingIsTidy(text: string): void {
  const edits = formatEdits(check(inputOf(text)));
  assertEdits(edits, text, 'formatting');
  const once = applyEdits(text, edits);
  // A rule below a head grows with its column, and an hour gets its second digit.
  const bare = (of: string) => of.replace(/[\s:|\p{Pd}0]+/gu, '');
  assert.equal(bare(once), bare(text));
  const again = check(inputOf(once));
  assert.equal(applyEdits(once, formatEdits(again)), once, 'formatting a second time changes more');
}

/** Every command that changes the document makes edits that fit. */
export function changesApply(text: string): void {
  const checked = check(inputOf(text));
  const changes: Record<string, DocumentChange> = {
    addTimelineEntry: addTimelineEntry(checked, NOW),
    insertFiveWhys: insertFiveWhys(checked),
    addWhy: addWhy(checked),
    insertMissingSections: insertMissingSections(checked),
    namesToRoles: namesToRoles(checked),
  };
  for (const [name, { edits }] of Object.entries(changes)) {
    if (!edits) continue;
    assertEdits(edits, text, name);
    assert.deepEqual(check(inputOf(applyEdits(text, edits))).failures, [], name);
  }
}

/** What is pasted becomes entries, or nothing; in the text nothing is lost. */
export function pastesMerge(text: string, pasted: string, place: number): void {
  const { postmortem } = check(inputOf(text));
  const context = { now: NOW / 60_000, localZone: 'Europe/Berlin', logZone: 'UTC', date: undefined };
  const reading = readPaste({ text: pasted, html: pasted }, context);
  if (!reading || !postmortem) return;
  for (const into of ['timeline', 'here'] as const) {
    const options = { offset: place % (text.length + 1), into, peopleAsRoles: place % 2 === 0 };
    const { edits } = mergeIntoTimeline(postmortem, reading.events, options);
    assertEdits(edits, text, `paste ${into}`);
    assert.deepEqual(check(inputOf(applyEdits(text, edits))).failures, []);
  }
}

/** Exports come out, and nothing of the text is code in them. */
export async function exportsAreInert(text: string): Promise<void> {
  const { postmortem, findings } = check(inputOf(text));
  if (!postmortem) return;
  for (const format of ['html', 'confluence', 'wiki', 'slack', 'jira-csv'] as const)
    for (const scope of ['document', 'action-items'] as const) {
      const out = await exportPostmortem(postmortem, format, scope);
      if (out === undefined || (format !== 'html' && format !== 'confluence')) continue;
      assert.ok(
        !/<(?:script|iframe|object|embed|style|img[^>]+onerror)\b/i.test(out.replaceAll('<ac:', '<')),
        `a script in ${format}`,
      );
      assert.ok(!/(?:href|src)="\s*(?:javascript|vbscript|data|command):/i.test(out), `a link that runs in ${format}`);
    }
  await writeExternalVersion(postmortem);
  await adoptStructure(inputOf(text), 'Ours');
  facilitatorSheet(postmortem, findings);
}
