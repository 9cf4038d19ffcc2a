import type { Block, BlockData } from '../parse/block.ts';
import type { ProseUnit, Section } from './postmortem.ts';
import { nearestKind } from './sections.ts';

type Column = NonNullable<ProseUnit['column']>;

/** What the columns of a table hold, by the words of their heading; first match wins. */
const COLUMNS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:id|#|no\.?|nr\.?|key|ai)$/, 'id'],
  [/\b(?:owner|assignee|assigned|dri|responsible|responsável|lead|verantwortlich)\b/, 'owner'],
  [/\b(?:due|deadline|eta|target|prazo|completion|by when)\b/, 'due'],
  [/\b(?:priority|prio|severity|prioridade)\b/, 'priority'],
  [/\b(?:status|state|done|progress)\b/, 'status'],
  [/\b(?:time|date|when|utc|timestamp|hora|data|zeit|t\+)\b/, 'time'],
  [/\b(?:ticket|bug|issue|jira|link|tracking|pr)\b/, 'id'],
  [/\b(?:actor|who|person|source|by|reporter|participant)\b/, 'actor'],
  [/\b(?:action|actions|task|item|todo|ação|improvement|follow-?up|recommendation)\b/, 'action'],
  [/\b(?:event|events|what|description|details?|note|notes|comment|happened|activity|evento|impact)\b/, 'event'],
];

const columnCache = new WeakMap<BlockData, Column>();

/** What a column of a table holds, told by its header cell; `other` where its words do not tell. */
export function columnOf(header: BlockData | undefined): Column {
  if (!header) return 'other';
  let column = columnCache.get(header);
  if (!column) {
    const words = (header.prose?.text ?? '').toLowerCase().slice(0, 60);
    column = COLUMNS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
    columnCache.set(header, column);
  }
  return column;
}

interface Place {
  readonly section: Section | undefined;
  readonly kind: ProseUnit['kind'];
  readonly quoted: boolean;
  readonly badExample: boolean;
}

/**
 * Everything a person wrote in the document, in order, one unit for each paragraph, list item, table cell and heading.
 * `metadata` holds the blocks that are lines of metadata.
 */
export function readProse(
  blocks: readonly Block[],
  sections: readonly Section[],
  metadata: ReadonlySet<BlockData>,
): ProseUnit[] {
  const units: ProseUnit[] = [];
  const emit = (block: Block, place: Place, role: ProseUnit['role'], column?: Column) => {
    const run = block.prose;
    if (!run || run.text === '') return;
    const { section, kind, quoted, badExample } = place;
    units.push({ run, section, kind, role, column, quoted, badExample, metadata: metadata.has(block.data) });
  };

  const collect = (siblings: readonly Block[], place: Place, role: 'paragraph' | 'item') => {
    let bad = place.badExample;
    for (const block of siblings) {
      const label = labelOf(block, place);
      if (label === 'bad') bad = true;
      else if (label === 'good' || block.kind === 'heading') bad = place.badExample;
      visit(block, bad === place.badExample ? place : { ...place, badExample: bad }, role);
    }
  };

  const visit = (block: Block, place: Place, role: 'paragraph' | 'item') => {
    switch (block.kind) {
      case 'heading':
        emit(block, place, 'heading');
        return;
      case 'paragraph':
        emit(block, place, role);
        return;
      case 'list':
        for (const item of block.children) {
          const label = labelOf(item.children[0], place);
          collect(item.children, label === 'bad' ? { ...place, badExample: true } : place, 'item');
        }
        return;
      case 'quote':
        collect(block.children, { ...place, quoted: true }, role);
        return;
      case 'table': {
        const header = block.children[0];
        for (const row of block.children)
          for (const [index, cell] of row.children.entries())
            emit(cell, place, 'cell', columnOf(header?.data.children[index]));
        return;
      }
      default:
        for (const child of block.children) visit(child, place, role);
    }
  };

  // Sections come in the order of the text, each starting with the block that opens it.
  let next = 0;
  let section: Section | undefined;
  let group: Block[] = [];
  const flush = () => {
    const kind = nearestKind(section);
    collect(group, { section, kind, quoted: false, badExample: underBadHeading(section) }, 'paragraph');
    group = [];
  };
  for (const block of blocks) {
    const owner = sections[next]?.span.start === block.start ? sections[next++] : ownerOf(section, block);
    if (owner !== section) flush();
    section = owner;
    group.push(block);
  }
  flush();
  return units;
}

/** A section may be closed by a block that opens no other (a date among the entries of a timeline). */
function ownerOf(section: Section | undefined, block: Block): Section | undefined {
  let owner = section;
  while (owner && owner.span.end < block.end) owner = owner.parent;
  return owner;
}

function underBadHeading(section: Section | undefined): boolean {
  for (let at = section; at; at = at.parent) if (BAD_HEADING.test(at.title)) return true;
  return false;
}

const EXAMPLE = '(?: (?:examples?|root causes?|language|wording|phrasing|practice|write|say|this|patterns?))?';
const BAD_HEADING = new RegExp(`^(?:bad|don't|don’t|anti-?patterns?)${EXAMPLE}$`, 'i');
const BAD_LABEL = new RegExp(
  `^\\W{0,4}(?:bad|don't|don’t|do not|avoid|wrong|anti-?pattern|not like this)${EXAMPLE}\\W{0,2}:`,
  'i',
);
const GOOD_LABEL = new RegExp(`^\\W{0,4}(?:good|better|do|instead|fix|right|like this)${EXAMPLE}\\W{0,2}:`, 'i');

/** Whether a line such as "Bad:" or "❌ …" says that what it holds or what follows is an example of how not to write. */
function labelOf(block: Block | undefined, place: Place): 'bad' | 'good' | undefined {
  if (block?.kind !== 'paragraph') return undefined;
  const text = block.text.slice(0, 80);
  const first = text.charCodeAt(0);
  if (first === 0x274c || first === 0x2705) {
    // In a postmortem's own sections the marks say what went well and what did not.
    if (place.kind !== undefined && place.kind !== 'review') return undefined;
    return first === 0x274c ? 'bad' : 'good';
  }
  if (!text.includes(':')) return undefined;
  const line = /^[^\n\u2028]*/.exec(text)![0];
  if (BAD_LABEL.test(line)) return 'bad';
  return GOOD_LABEL.test(line) ? 'good' : undefined;
}
