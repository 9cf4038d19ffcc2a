import type { Settings } from '../config/settings.ts';
import type { Block } from '../parse/block.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Title, Value } from './postmortem.ts';
import { CORE_KINDS, meaningOf } from './sectionKinds.ts';

/** Words by which a title says that the document is a postmortem. */
export const POSTMORTEM_WORDS =
  /\bpost[- ]?mortems?\b|\bincident (?:report|review|retro|retrospective|analysis|post)|\bpost[- ]incident\b|\bafter[- ]action\b|\boutage (?:report|review)\b|\b(?:PIR|RCA|COE|RFO)\b|\bcorrection of errors?\b|\breason for outage\b|\broot[- ]cause (?:analysis|report)\b|\bincident[: -]+(?:#?\d|INC)|\b8D[- ]report\b|\bretrospectiva?\b|ポストモーテム|障害報告|事後(?:分析|検証)|事后复盘|故障复盘|事故报告|\brelatório de incidente\b|^\W*PM-\d{3,6}\b/i;

/** The block that is the title: the first heading unless it is a section, or a first line such as "Postmortem: …". */
export function findTitleBlock(document: MarkdownDocument, settings: Settings): Block | undefined {
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'paragraph') {
      if (POSTMORTEM_WORDS.test(firstLine(block.text)) && isTitleLine(block.text)) return block;
      // Text before the first heading: the heading may still be the title, unless it is far down.
      if (index > 4) return undefined;
    }
    if (block.kind === 'heading') return isTitle(block, document, settings) ? block : undefined;
  }
  return undefined;
}

function firstLine(text: string): string {
  return /^[^\n\u2028]*/.exec(text)?.[0] ?? '';
}

/** A plain line is a title when it is short and starts with what it is: "Postmortem: INC-7 - Queue stalled". */
function isTitleLine(text: string): boolean {
  const line = firstLine(text);
  return (
    line.length <= 160 &&
    !/[.!?]$/.test(line) &&
    (WHOLE_TITLE.test(line) ||
      /^\W*(?:blameless\s+)?(?:post[- ]?mortem|incident|outage|pir|rca|coe|root[- ]cause|post[- ]incident|after[- ]action)\b[^:]{0,40}(?::|[-–—] )/i.test(
        line,
      ))
  );
}

/** "REASON FOR OUTAGE" over a form in plain text. */
const WHOLE_TITLE =
  /^\W*(?:major |critical |full )?(?:post[- ]?mortem|(?:post[- ])?incident (?:report|review)|reason for outage|root[- ]cause analysis|after[- ]action (?:report|review)|rfo|rca)\W*$/i;

function isTitle(block: Block, document: MarkdownDocument, settings: Settings): boolean {
  const text = block.text;
  if (text === '') return false;
  const meaning = meaningOf(text, settings);
  if (!meaning?.exact)
    return block.level === 1 || POSTMORTEM_WORDS.test(text.slice(0, 300)) || !hasLevel(document, block, block.level);
  // "# Incident" over a whole postmortem is its title; "# Summary" as one of many is a section.
  if (hasLevel(document, block, block.level)) return false;
  let core = 0;
  for (const other of document.blocks)
    if (
      other !== block &&
      other.kind === 'heading' &&
      CORE_KINDS.has(meaningOf(other.text, settings)?.kind ?? 'review')
    )
      core++;
  return core >= 3;
}

/** Whether another heading has this level or a higher one. */
function hasLevel(document: MarkdownDocument, block: Block, level: number): boolean {
  return document.blocks.some((other) => other !== block && other.kind === 'heading' && other.level <= level);
}

/** Reads the incident id and the name out of a title. `toSource` maps offsets in `text` to the document. */
export function readTitle(whole: string, span: Span, toSource: (visible: Span) => Span): Title {
  const text = whole.slice(0, LONGEST_TITLE);
  const id = findIncidentId(text);
  const pieces = nameOf(text, id);
  return {
    span,
    text,
    incidentId: id && { text: text.slice(id.start, id.end), span: toSource(id) },
    name: pieces && valueAt(text, pieces, toSource),
  };
}

/** A title that is longer is read up to here. */
const LONGEST_TITLE = 300;

function valueAt(text: string, at: Span, toSource: (visible: Span) => Span): Value {
  return { text: text.slice(at.start, at.end), span: toSource(at) };
}

const NO_ID =
  /^(?:SEV|UTF|SHA|ISO|TLS|RFC|CVE|AES|RSA|HTTP|COVID|UTC|GMT|TCP|UDP|EU|US|AP|EC|CA|IPV|LOG|VPC|AZ|P|Q|S|V|T)$/;

/** Where a text names an incident: `INC-042`, `PM2019-009`, `INC0012345`, `Incident #42`, or any ticket key. */
export function findIncidentId(text: string): Span | undefined {
  for (const match of text.matchAll(/\b([A-Z][A-Z0-9]{0,9}?)[-_ ]?#?(\d{1,10}(?:-\d{1,6})*)\b/g)) {
    const prefix = match[1]!;
    const separated = /[-_#]/.test(match[0].slice(prefix.length, match[0].length - match[2]!.length));
    const known = /^(?:INC|IR|IN|PM|PIR|COE|RCA|OUT|INCIDENT|ISSUE)$/.test(prefix);
    if (NO_ID.test(prefix) || (!known && (!separated || prefix.length < 2))) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  const numbered = /\b(?:incident|issue|post-?mortem|ticket)\s+(?:no\.?\s*|id:?\s*)?(#?\d{1,10})\b(?![-/.:]\d)/i.exec(
    text,
  );
  if (numbered) {
    const start = numbered.index + numbered[0].length - numbered[1]!.length;
    return { start, end: start + numbered[1]!.length };
  }
  const hash = /(?:^|\s)(#\d{1,10})\b/.exec(text);
  if (hash) {
    const start = hash.index + hash[0].length - hash[1]!.length;
    return { start, end: start + hash[1]!.length };
  }
  const fillIn = /\[[^[\]]*\b(?:id|inc|number)\b[^[\]]*\]/i.exec(text);
  return fillIn ? { start: fillIn.index, end: fillIn.index + fillIn[0].length } : undefined;
}

const TITLE_PREFIX =
  /^\W*(?:internal |public |preliminary |blameless |draft )?(?:post[- ]?mortem|post[- ]incident (?:review|report|analysis)|incident (?:report|review|post[- ]?mortem|retrospective|analysis|summary)|outage (?:report|review)|root[- ]cause (?:analysis|report)|after[- ]action (?:report|review)|correction of errors?|retrospective|incident|pir|rca|coe)\b(?:\s+(?:report|document|doc|analysis|review))?(?:\s+(?:of|for|on|about)\b)?/i;

function nameOf(text: string, id: Span | undefined): Span | undefined {
  let start = TITLE_PREFIX.exec(text)?.[0].length ?? 0;
  let end = text.length;
  if (id) {
    const before = text.slice(start, id.start).replace(EDGE_MARKS, '');
    if (before.length === 0) start = Math.max(start, id.end);
    else if (text.slice(id.end).replace(EDGE_MARKS, '').length === 0) end = id.start;
  }
  end = start + text.slice(start, end).replace(/\(\s?(?:incident|issue|ticket)?\s?$/i, '').length;
  const lead = LEADING_EDGE.exec(text.slice(start, end))?.[0].length ?? 0;
  start += lead;
  const trail = TRAILING_EDGE.exec(text.slice(start, end))?.[0].length ?? 0;
  end -= trail;
  return end > start ? { start, end } : undefined;
}

const EDGE_MARKS = /[\s:\-–—,;|()#/]+/g;
const LEADING_EDGE = /^[\s:\-–—,;|#/)]+/;
const TRAILING_EDGE = /(?<![\s:\-–—,;|#/(])[\s:\-–—,;|#/(]+$/;
