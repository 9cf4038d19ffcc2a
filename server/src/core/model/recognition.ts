import picomatch from 'picomatch/posix.js';
import type { Settings } from '../config/settings.ts';
import type { Block, BlockData } from '../parse/block.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import { fieldKindOf } from './fieldKinds.ts';
import { readFrontMatter } from './frontMatterFields.ts';
import type { Section, SectionKind } from './postmortem.ts';
import { CORE_KINDS, meaningOf } from './sectionKinds.ts';
import { type Outline, readOutline } from './sections.ts';
import { POSTMORTEM_WORDS } from './title.ts';

export interface Recognition {
  readonly isPostmortem: boolean;
  readonly reason: 'path' | 'front-matter' | 'title' | 'sections' | 'excluded' | 'guide' | 'other';
}

/** Whether a Markdown document is a postmortem, and what told so. */
export function recognize(document: MarkdownDocument, path: string, settings: Settings): Recognition {
  if (matches(settings.exclude, path)) return { isPostmortem: false, reason: 'excluded' };
  const { postmortem, template } = readFrontMatter(document);
  if (postmortem === false) return { isPostmortem: false, reason: 'front-matter' };
  if (postmortem || template) return { isPostmortem: true, reason: 'front-matter' };
  if (TEMPLATE_FOLDER.test(path)) return { isPostmortem: false, reason: 'guide' };
  // A README or a template among the postmortems is about them, not one of them.
  if (matches(settings.include, path) && !NO_POSTMORTEM.test(fileName(path)))
    return isGuide(document, path, settings)
      ? { isPostmortem: false, reason: 'guide' }
      : { isPostmortem: true, reason: 'path' };

  const evidence = weigh(document, path, settings);
  if (!evidence) return { isPostmortem: false, reason: 'other' };
  return isGuide(document, path, settings)
    ? { isPostmortem: false, reason: 'guide' }
    : { isPostmortem: true, reason: evidence };
}

/** Whether a file is a postmortem by its place alone: for those who look for postmortems without reading every file. */
export function isPostmortemPath(path: string, settings: Settings): boolean {
  return !matches(settings.exclude, path) && matches(settings.include, path) && !NO_POSTMORTEM.test(fileName(path));
}

/** The folders that a glob of `include` begins with, relative to the root; none for globs that match anywhere. */
export function includedFolders({ include }: Settings): string[] {
  const bases = include.map((glob) => picomatch.scan(glob)).filter(({ isGlob, negated }) => isGlob && !negated);
  return [...new Set(bases.map(({ base }) => base).filter(Boolean))];
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

function matches(globs: readonly string[], path: string): boolean {
  if (globs.length === 0) return false;
  let matcher = matchers.get(globs);
  if (!matcher) {
    matcher = picomatch([...globs], { dot: true });
    matchers.set(globs, matcher);
  }
  return matcher(path.replace(/^\.?\//, ''));
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const NO_POSTMORTEM =
  /^(?:readme|index|contributing|changelog|license|code_of_conduct|template|_template|.*[-_.]template|template[-_.].*)(?:\.[a-z-]+)*\.(?:md|markdown)$/i;

const TEMPLATE_FOLDER = /(?:^|\/)[._]?(?:issue_|pull_request_)?templates?\//i;

/** Headings that hold many things beside parts of a postmortem; without a title that says so they tell nothing. */
const GENERAL =
  /^(?:description|problem|the problem|problem statement|problem description|scope|details|technical details|analysis|cause|causes|good|the good|the bad|challenges|tasks?|todos?|to do|to-do|improvements|recommendations|next steps|next actions|conclusions?|introduction|overview|abstract|retrospective|symptoms|takeaways|key takeaways|follow[- ]?up|actions?|insights|incident|the incident|tickets|learnings|strengths|weaknesses|positives)$/;

function weigh(document: MarkdownDocument, path: string, settings: Settings): 'title' | 'sections' | undefined {
  const outline = readOutline(document, settings);
  const core = new Set<SectionKind>();
  const specific = new Set<SectionKind>();
  for (const section of outline.sections) {
    if (!section.kind || !COUNTED.has(section.kind)) continue;
    const kind = section.kind === 'prevention' ? 'action-items' : section.kind;
    core.add(kind);
    if (!GENERAL.test(section.title.toLowerCase())) specific.add(kind);
  }
  const title = `${outline.titleBlock?.text.slice(0, 300) ?? ''}\n${readFrontMatter(document).title?.text ?? ''}`;
  const name = fileName(path);
  const calledSo =
    POSTMORTEM_WORDS.test(title) || FILE_WORDS.test(name) || (core.size > 0 && LEAD_WORDS.test(leadOf(outline)));
  // "Postmortem: …", "… Post-mortem" and "Postmortem of …" name one; "every postmortem as tables" only speaks of them.
  const least = POSTMORTEM_WORDS.test(title) && !NAMES_ONE.test(title) ? 3 : 2;
  if (calledSo && !GUIDE_TITLE.test(title) && core.size >= least && !NO_POSTMORTEM.test(name)) return 'title';
  if (NO_POSTMORTEM.test(name)) return undefined;

  const clocked = outline.sections.some(
    (section) =>
      (section.kind === 'timeline' || section.subKind === 'what-happened') &&
      hasTimes(section, document, section.kind === 'timeline' ? 2 : 4),
  );
  const causes = ['root-cause', 'contributing-factors', 'went-poorly', 'five-whys'].some((kind) =>
    specific.has(kind as SectionKind),
  );
  const told = specific.has('timeline') || specific.has('root-cause') || specific.has('contributing-factors');
  // "Follow-up" or "Next steps" are what any plan has; the rest must tell the more.
  const enough = specific.has('action-items') ? clocked || causes : clocked && causes;
  if (core.size >= 4 && told && core.has('action-items') && enough) return 'sections';
  // "2018-01-18, the hub is down": an event with a day, its timeline by the clock, and what followed.
  const event =
    POSTMORTEM_WORDS.test(title) ||
    DATED.test(title) ||
    INCIDENT_WORDS.test(title) ||
    DATED.test(name.replace(/__/g, ' ')) ||
    (core.has('root-cause') && outline.preamble.some(tellsSeverity));
  const parts = core.size + (clocked && !core.has('timeline') ? 1 : 0);
  if (event && clocked && parts >= 2) return 'title';
  if (event && core.size >= 3 && (told || causes) && specific.size >= 3) return 'title';
  if (INCIDENT_WORDS.test(title) && DATED.test(title) && core.has('impact') && core.size >= 2) return 'title';
  return undefined;
}

/** A table with a row or a column for the severity. */
function tellsSeverity({ kind, children }: Block): boolean {
  if (kind !== 'table') return false;
  const names = [...(children[0]?.children ?? []), ...children.flatMap((row) => row.children[0] ?? [])];
  return names.some(({ text }) => fieldKindOf(text.replace(/:$/, '')) === 'severity');
}

const COUNTED: ReadonlySet<SectionKind> = new Set([...CORE_KINDS, 'prevention', 'five-whys']);

const NAMES_ONE = new RegExp(
  [
    String.raw`^\W*(?:20\d\d[-/.]\d\d[-/.]\d\d\W+)?(?:(?:internal|public|blameless|draft|preliminary|final|technical)\W+){0,2}(?:\w+\W+)?`,
    String.raw`(?:post[- ]?mortem|incident|outage|pir|rca|coe|rfo|8d|reason for outage|root[- ]cause|correction of errors?|after[- ]action|post[- ]incident|retrospective)\b`,
    String.raw`|ポストモーテム|障害報告|故障复盘|事故报告|\bpost[- ]?mortem(?:\s+(?:report|analysis|review|document))?(?:\s+(?:of|for|on|about|covering)\b|\s*[:([–—-]|\s*$)`,
    String.raw`|\b(?:incident|outage) (?:report|review|retrospective|analysis)\s*(?:$|[:([–—-])|\bincident[: -]+#?\d`,
  ].join(''),
  'im',
);
const FILE_WORDS = /(?:^|[^a-z])(?:post[-_ ]?mortems?|incident[-_ ]?reports?|pir|rca|coe)(?:[^a-z]|$)/i;
const LEAD_WORDS =
  /\b(?:this|full|public|our|the|internal)\s+(?:\w+\s+)?post-?mortem\b|\binternal post-?mortem:|\bincident was\b|\bthis incident\b/i;
const INCIDENT_WORDS =
  /\b(?:outages?|incidents?|downtime|disruptions?|degradation|degraded|failures?|fail(?:s|ed)?|unavailab\w*|(?:is|are|was|were|went|goes) down|breach|data loss|errors?|crash(?:es|ed)?|unresponsive|exhaust\w*)\b/i;
const DATED =
  /(?:^|\D)20[0-3]\d[-_/.]?(?:0[1-9]|1[0-2])[-_/.]?(?:0[1-9]|[12]\d|3[01])(?:\D|$)|(?:^|[^\d.])(?:[1-9]|0[1-9]|[12]\d|3[01])[-/.](?:[1-9]|0[1-9]|[12]\d|3[01])[-/.]20[0-3]\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? 20\d\d\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? 20\d\d\b/i;

function leadOf(outline: Outline): string {
  return outline.preamble
    .filter((block) => block.kind === 'paragraph')
    .slice(0, 6)
    .map((block) => block.text.slice(0, 1000))
    .join('\n');
}

/** Whether a section holds at least so many times of day. */
function hasTimes(section: Section, document: MarkdownDocument, least: number): boolean {
  const text = document.source.text.slice(section.span.start, Math.min(section.span.end, section.span.start + 20_000));
  let times = 0;
  for (const _ of text.matchAll(/\b[0-2]?\d:[0-5]\d\b|\b\d{1,2} ?[ap]m\b|\bT\+\d/gi)) if (++times >= least) return true;
  return false;
}

const GUIDE_TITLE =
  /\b(?:how (?:to|we)|guide(?:lines?)?|templates?|process|policy|policies|culture|playbook|runbook|handbook|best practices?|introduction to|about|what is|what are|writing|running|conducting|examples? of|skill|checklist|training|collection|list of|awesome (?:list|post)|index of)\b/i;
const GUIDE_HEADING =
  /\b(?:how (?:to|we) (?:write|run|do|conduct|hold)|when to (?:write|use|hold)|(?:writing|running|conducting|creating) (?:a |the |good |effective |blameless )?(?:post-?mortems?|incident|review)|postmortem (?:process|template|culture|philosophy|meeting|triggers?|checklist|criteria)|post-mortem (?:process|template|culture|meeting|criteria)|templates?|anti-?patterns?|psychological safety|blameless (?:culture|language|principles?|postmortems?)|best practices|core (?:concepts|principle|assumption)|do'?s and don'?ts|when to use|quick start|purpose of|installation|usage|getting started|accountability vs)\b/i;

/**
 * A text about postmortems: how they are written, a template in a fence, bad and good examples. Its headings say so, or its
 * sections stand in code.
 */
function isGuide(document: MarkdownDocument, path: string, settings: Settings): boolean {
  const outline = readOutline(document, settings);
  const title = outline.titleBlock?.text ?? readFrontMatter(document).title?.text ?? '';
  if (/\btemplates?\b/i.test(title) && !/\bINC-\d/i.test(title)) return true;
  let guiding = GUIDE_TITLE.test(title) && !/\b(?:incident|inc|postmortem|post-mortem)\b[^:]*:/i.test(title) ? 1 : 0;
  let headings = 0;
  for (const block of document.blocks) {
    if (block.kind !== 'heading') continue;
    headings++;
    if (isGuiding(block.data)) guiding++;
  }
  if (guiding >= 2 || (guiding >= 1 && headings <= 3 && outline.sections.every((section) => !section.kind)))
    return true;
  if (guiding === 1 && /guide|handbook|process|culture|skill|docs?\/(?:how|about)/i.test(path)) return true;
  return fencedTemplates(document, settings) > 0 && outline.sections.filter((section) => section.kind).length < 4;
}

const guidingHeadings = new WeakMap<BlockData, boolean>();

function isGuiding(heading: BlockData): boolean {
  let known = guidingHeadings.get(heading);
  if (known === undefined) {
    known = GUIDE_HEADING.test((heading.prose?.text ?? '').slice(0, 200));
    guidingHeadings.set(heading, known);
  }
  return known;
}

/** Fences that hold the outline of a postmortem. */
function fencedTemplates(document: MarkdownDocument, settings: Settings): number {
  let templates = 0;
  for (const block of document.blocks) {
    if (block.kind !== 'code' || !/^(?:markdown|md|text|)$/i.test(block.data.info ?? '')) continue;
    let holds = fences.get(block.data);
    if (holds === undefined) {
      holds = holdsOutline(document.source.text.slice(block.start, Math.min(block.end, block.start + 8000)), settings);
      fences.set(block.data, holds);
    }
    if (holds) templates++;
  }
  return templates;
}

const fences = new WeakMap<BlockData, boolean>();

function holdsOutline(code: string, settings: Settings): boolean {
  const kinds = new Set<SectionKind>();
  for (const match of code.matchAll(/^#{1,4} (.{1,80})$/gm)) {
    const kind = meaningOf(match[1]!, settings)?.kind;
    if (kind && CORE_KINDS.has(kind)) kinds.add(kind);
  }
  return kinds.size >= 3;
}
