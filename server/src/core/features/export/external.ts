import type { BlockContent, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { isoDay } from '../../model/calendar.ts';
import type { Postmortem, Section, SectionKind } from '../../model/postmortem.ts';
import type { Instant } from '../../model/time.ts';
import type { Span } from '../../text/span.ts';
import { NOT_A_POSTMORTEM } from '../notAPostmortem.ts';
import { type Roles, rolesOf } from '../roles.ts';
import { type Removed, redact } from './redact.ts';
import { parseTree } from './tree.ts';

/** A postmortem for readers outside of the organisation. */
export interface ExternalText {
  readonly markdown: string;
  /** What was taken out on the way, each once. */
  readonly removed: readonly Removed[];
}

const SUMMARY: readonly SectionKind[] = ['summary', 'impact'];
const WHAT_HAPPENED: readonly SectionKind[] = [
  'background',
  'trigger',
  'root-cause',
  'contributing-factors',
  'response',
];

/** Lines of an impact that concern the company, not its customers. */
const COMPANY_MATTERS =
  /\b(?:revenue|cost|costs|loss of income|margin|complaints?|tickets? (?:raised|opened)|SLA credits?|churn|contract)\b|[$€£]\s?\d/i;

/**
 * The three parts that customers are told — summary, what happened, what we are doing —, from the sections that tell it. People become
 * roles; hosts, addresses, tickets and links go; quotations, code and pictures are left out. Nothing is added that the document does not say.
 */
export function externalVersion(postmortem: Postmortem): ExternalText {
  const removed = new Map<string, Removed>();
  const roles = rolesOf(postmortem.people);
  const writer = new ExternalWriter(postmortem, roles, (piece) => removed.set(`${piece.kind} ${piece.text}`, piece));
  const children: RootContent[] = [
    heading(1, writer.title()),
    ...writer.times(),
    heading(2, 'Summary'),
    ...writer.sections(SUMMARY, '[what happened, who noticed it, for how long]'),
    heading(2, 'What happened'),
    ...writer.sections(WHAT_HAPPENED, '[what failed, and what made it possible]'),
    heading(2, 'What we are doing'),
    ...writer.actions(),
  ];
  const body = toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown()], bullet: '-', rule: '-', emphasis: '_' },
  );
  return { markdown: NOT_A_POSTMORTEM + body, removed: [...removed.values()] };
}

class ExternalWriter {
  readonly #postmortem: Postmortem;
  readonly #roles: Roles;
  readonly #onRemoved: (piece: Removed) => void;

  constructor(postmortem: Postmortem, roles: Roles, onRemoved: (piece: Removed) => void) {
    this.#postmortem = postmortem;
    this.#roles = roles;
    this.#onRemoved = onRemoved;
  }

  title(): string {
    const name = this.#postmortem.title?.name?.text;
    return name ? `Incident report: ${this.#clean(name)}` : 'Incident report';
  }

  /** When it was, as far as the document tells. */
  times(): BlockContent[] {
    const { date, derived } = this.#postmortem;
    const { start = derived.detection, resolution } = derived;
    const parts: string[] = [];
    if (date) parts.push(isoDay(date));
    if (start && resolution && start.dated && resolution.dated && resolution.minutes > start.minutes)
      parts.push(
        `${clock(start)} to ${clock(resolution)} UTC (${Math.round(resolution.minutes - start.minutes)} minutes)`,
      );
    return parts.length > 0 ? [paragraph(parts.join(', '))] : [];
  }

  /** The blocks of all sections of these kinds, in the order of the text; a fill-in where there are none. */
  sections(kinds: readonly SectionKind[], fillIn: string): RootContent[] {
    const wanted = this.#postmortem.sections.filter(
      (section) => section.kind && kinds.includes(section.kind) && !isWithin(section, kinds),
    );
    const blocks: RootContent[] = [];
    for (const section of wanted) {
      const told = this.#blocks(section, kinds);
      if (blocks.length > 0 && told.length > 0) blocks.push(heading(3, this.#clean(section.title)));
      blocks.push(...told);
    }
    return blocks.length > 0 ? blocks : [paragraph(fillIn)];
  }

  actions(): RootContent[] {
    const { items } = this.#postmortem.actionItems;
    const told = items.filter(
      (item) => !item.placeholder && item.state !== 'cancelled' && item.action.text.trim() !== '',
    );
    if (told.length === 0) return this.sections(['prevention'], '[what changes so that this cannot happen again]');
    return [
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: told.map((item) => {
          const action = this.#clean(item.action.text).replace(/\s+/g, ' ').trim();
          return {
            type: 'listItem',
            spread: false,
            children: [paragraph(item.state === 'done' ? `${action} (done)` : action)],
          };
        }),
      },
    ];
  }

  #blocks(section: Section, kinds: readonly SectionKind[]): RootContent[] {
    const fields = this.#postmortem.fields.map((field) => field.line);
    const own = section.blocks.flatMap((block) => {
      const metadata = fields.some((line) => line.start <= block.start && block.end <= line.end);
      return metadata && section.kind !== 'impact' ? [] : this.#block(block.span);
    });
    // Timelines, whys and reviews below these sections are for the inside.
    const below = section.children.filter((child) => child.kind === undefined || kinds.includes(child.kind));
    return [...own, ...below.flatMap((child) => this.#blocks(child, kinds))];
  }

  #block(span: Span): RootContent[] {
    const tree = parseTree(this.#postmortem.source.text.slice(span.start, span.end));
    this.#redactTree(tree);
    return tree.children.filter((node) => plainText(node).trim() !== '');
  }

  #redactTree(parent: Parents): void {
    const kept = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
      switch (node.type) {
        case 'text':
          return [{ type: 'text', value: this.#clean(node.value) }];
        case 'link':
        case 'linkReference':
          this.#onRemoved({ kind: 'link', text: node.type === 'link' ? node.url : node.identifier });
          this.#redactTree(node);
          return node.children;
        case 'code':
        case 'blockquote':
        case 'image':
        case 'imageReference':
        case 'definition':
        case 'footnoteDefinition':
        case 'footnoteReference':
        case 'table':
          return [];
        case 'inlineCode': {
          const value = this.#clean(node.value);
          return value === node.value ? [node] : [{ type: 'text', value }];
        }
        case 'listItem':
          if (COMPANY_MATTERS.test(plainText(node))) return [];
          node.checked = null;
          this.#redactTree(node);
          return plainText(node).trim() === '' ? [] : [node];
        default:
          if ('children' in node) this.#redactTree(node);
          return [node];
      }
    });
    parent.children = kept as typeof parent.children;
  }

  #clean(text: string): string {
    const { text: clean, removed } = redact(text, this.#roles);
    for (const piece of removed) this.#onRemoved(piece);
    return clean;
  }
}

/** Whether a section above it is of one of the kinds: it is then told with that one. */
function isWithin(section: Section, kinds: readonly SectionKind[]): boolean {
  for (let above = section.parent; above; above = above.parent)
    if (above.kind && kinds.includes(above.kind)) return true;
  return false;
}

/** `14:02`, in UTC. */
function clock({ minutes }: Instant): string {
  return new Date(Math.floor(minutes) * 60_000).toISOString().slice(11, 16);
}

function heading(depth: 1 | 2 | 3, value: string): RootContent {
  return { type: 'heading', depth, children: [text(value)] };
}

function paragraph(value: string): BlockContent & { type: 'paragraph' } {
  return { type: 'paragraph', children: [text(value)] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
