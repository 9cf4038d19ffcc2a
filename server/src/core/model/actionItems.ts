import type { Block } from '../parse/block.ts';
import type { ProseRun } from '../parse/prose.ts';
import { namedAtEnd, namedAtHead, namedInFront, ownerLabel, readActionLine, TICKET } from './actionLine.ts';
import { statusAtEnd, statusOf } from './actionStatus.ts';
import { actionColumns } from './actionTable.ts';
import type { ReadContext } from './context.ts';
import { parseDate } from './dates.ts';
import { isPlaceholder, isUnfilled } from './placeholders.ts';
import type { ActionColumn, ActionGroup, ActionItem, ActionItems, Section, Value } from './postmortem.ts';
import { nearestKind } from './sections.ts';
import { linesOf } from './timelineStamps.ts';

/** The action items of a document with the tables and lists they stand in, in the order of the text. */
export function readActionItems(sections: readonly Section[], context: ReadContext): ActionItems {
  const reader = new ActionReader(context);
  const roots = rootsOf(sections, 'action-items');
  for (const section of roots) if (!(reader.items.length > 0 && RECAP.test(section.title))) reader.section(section);
  const found = reader.items.length > 0;
  for (const section of rootsOf(sections, 'prevention'))
    if (
      !found ||
      (isAllBoxes(section) && !roots.some((root) => holds(root, section) || root.span.start > section.span.start))
    )
      reader.section(section);
  if (reader.items.length === 0) for (const section of sections) if (isTaskList(section)) reader.section(section);
  if (reader.items.length === 0) for (const section of sections) reader.namedTables(section);
  if (reader.items.length === 0) for (const section of sections) reader.announced(section);
  for (const section of sections) if (!roots.some((root) => holds(root, section))) reader.labelled(section);
  return reader.finish();
}

/** "Fixes" with boxes to tick: action items, whatever they are called. */
function isTaskList({ kind, title, blocks }: Section): boolean {
  if (kind !== undefined && kind !== 'response') return false;
  if (PAPERWORK.test(title)) return false;
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.children : []));
  return items.length >= 2 && items.every(({ data }) => data.checked !== undefined);
}

/** "Preventive actions" with boxes to tick, behind the corrective ones. */
function isAllBoxes({ blocks, children }: Section): boolean {
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.children : []));
  return children.length === 0 && items.length > 0 && items.every(({ data }) => data.checked !== undefined);
}

/** Boxes to tick about the document itself. */
const PAPERWORK =
  /\bnotes? (?:to|for) (?:the )?(?:owners?|authors?|writers?|reviewers?)\b|\bchecklist\b|\binstructions?\b/i;
/** "Action Items Status" behind the action items says again how far they are. */
const RECAP = /\b(?:action items?|actions|follow-?ups?) (?:status|progress|tracking|tracker|checklist|summary)\b/i;

/** Sections of a kind that lie in no other of it. */
function rootsOf(sections: readonly Section[], kind: 'action-items' | 'prevention'): Section[] {
  return sections.filter((section) => section.kind === kind && !hasAncestor(section, kind));
}

function hasAncestor(section: Section, kind: string): boolean {
  for (let at = section.parent; at; at = at.parent) if (at.kind === kind) return true;
  return false;
}

function holds(outer: Section, inner: Section): boolean {
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

const NOTHING =
  /^\W*(?:none|n\/?a|nothing|no (?:action items?|actions?|follow-?ups?)(?: (?:needed|required|identified|at this time))?|not applicable|tbd)\W*$/i;
/** "Reverted the release", "We have added an alert", "The limit was raised": told as done. */
const PAST =
  /^[^\w\u00c0-\u1fff\u3040-\ud7ff]*(?:we(?:'ve| have)? (?:also |already |since ){0,2})?(?!need|feed|speed|embed|seed|shed|proceed|exceed|succeed|red\b|led\b|bed\b|automated\b|unified\b|improved\b|dedicated\b|shared\b|distributed\b|managed\b|centrali[sz]ed\b|detailed\b|advanced\b|planned\b|scheduled\b|proposed\b|staged\b|phased\b|tiered\b)(?:[a-z]+ed|sent|built|wrote|made|gave|took)\b(?! (?:to|for) be)|^[^\w\u00c0-\u1fff\u3040-\ud7ff]*(?!if |whether |reflect|check|make|ensure)(?:\w[\w'/-]* ){1,9}(?:was|were|has been|have been) (?:\w+ly |now |since |already ){0,2}(?:[a-z]+ed|given|taken|written|sent|built|made|set|put)\b/i;
/** "Limit the prefixes. Deployed on Monday, July 20." */
const DONE_AT_END =
  /[.;]\s+(?:Already |Was )?(?:done|deployed|completed|shipped|released|implemented|rolled out)(?:\s(?:on|in|at|during|following|since|by|right after)\s[^.]{2,50})?\.?$/i;
/** "Immediate Actions (Completed)": what the heading says of all items below it. */
const FINISHED =
  /\b(?:completed|already (?:done|implemented|in place|taken|fixed)|done so far|what we(?:'ve| have)? (?:did|done)|finished)\b|\(done\)|^(?:сделано|выполнено|erledigt)$/i;
const LINK_TARGET = /\]\(<?([^\s)>]{3,300})/;
const NAMED_TABLE =
  /^\W*(?:action items?|follow[- ]?up (?:items?|actions?)|corrective actions?|remediation (?:items?|actions?))\W*$/i;
const LABEL = /^\W*action items?\s*:\s+(?=\S)/i;
/** "Completed:" over a list says it of all of it. */
const DONE_LABEL =
  /^(?:already |items |actions )?(?:completed?|done|finished|deployed|fixed|implemented)(?: so far| already| items| actions)?:?$/i;
/** The last sentence of a paragraph that leads to what will be done. */
const ANNOUNCED =
  /\b(?:going forward|from now on|in the future|to (?:prevent|avoid) (?:this|similar)[^.!?]{0,60}|as a result),? (?:we|the team)(?: will| are going to| plan to|'ll)\b[^.!?]{0,160}:$|\bwe (?:will|are going to|plan to) (?:do|take|make|implement) the following[^.!?]{0,120}:$/i;
/** Prose that says what will be done. */
const INTENT =
  /\b(?:should|must|will|needs? to|has to|have to) (?:also |then )?be (?:\w+ly )?\w+(?:ed|en|lt|pt|nt|ut)\b|\bthe (?:\w+ )?(?:fix|solution|next step),? (?:is|was|will be) to\b|\b(?:we|i|the team|our team|they) (?:will|are|plan|have|need|should|must|intend|going)\b|\b(?:we|I)['’](?:ll|re|ve)\b|^\W*(?:add|implement|create|build|move|replace|remove|fix|update|introduce|enable|set up|write|document|investigate|improve|automate|block|enforce|migrate|increase|reduce)\b/i;
/** How a line of plain text begins that is an item: by its ticket, its number or a box. */
const LINE_OF_ITEM =
  /^\W{0,3}(?:[A-Z][A-Z0-9]{1,9}-\d{1,6}\W|#\d{1,7}\W|[A-Z]{1,3}-?\d{1,3}[.:)]|\d{1,2}\)|[☐☑✅⬜→•])\s?\S/u;
/** A line that is a sentence of its own and says what is to be done. */
const SENTENCE_OF_ITEM = /^\p{Lu}[^.!?]{3,300}\b(?:should|must|will|need to|needs to)\b[^.!?]{3,300}\.$/u;
/** Kinds whose content under an action section is no list of actions. */
const SKIPPED: ReadonlySet<string | undefined> = new Set([
  'timeline',
  'lessons',
  'went-well',
  'went-poorly',
  'got-lucky',
  'people',
  'related-incidents',
]);

class ActionReader {
  readonly #context: ReadContext;
  readonly #groups: ActionGroup[] = [];
  readonly items: ActionItem[] = [];

  constructor(context: ReadContext) {
    this.#context = context;
  }

  finish(): ActionItems {
    return { groups: this.#groups, items: this.items };
  }

  section(section: Section, depth = 0): void {
    const before = this.items.length;
    const numbered = goesOnNumbering(section.blocks);
    for (const [index, block] of section.blocks.entries()) {
      if (block.kind === 'table') this.#table(block, section);
      else if (block.kind === 'list' && numbered && !block.data.ordered) continue;
      else if (block.kind === 'list') this.#labelledList(block, section.blocks[index - 1], section);
      else if (block.kind === 'quote')
        for (const child of block.children) {
          if (child.kind === 'table') this.#table(child, section);
          else if (child.kind === 'list') this.#list(child, section);
        }
    }
    for (const child of section.children) if (!SKIPPED.has(child.kind)) this.section(child, depth + 1);
    // Below a heading of its own a paragraph is the action itself.
    if (this.items.length === before)
      for (const block of section.blocks)
        if (
          block.kind === 'paragraph' &&
          (depth > 0 || LINE_OF_ITEM.test(block.text) || INTENT.test(block.text.slice(0, 1000)))
        )
          this.#paragraph(block, section);
  }

  /** "**Action item:** …" in the text of another section. */
  labelled(section: Section): void {
    for (const block of section.blocks) {
      if (block.kind !== 'paragraph' || block.text.length > 1000 || !LABEL.test(block.text)) continue;
      this.#paragraph(block, section);
    }
  }

  /** Tables that call themselves action items, in a section that does not. */
  namedTables(section: Section): void {
    for (const block of section.blocks)
      if (block.kind === 'table' && NAMED_TABLE.test(block.children[0]?.children[0]?.text ?? ''))
        this.#table(block, section);
  }

  /** "Going forward, we will do the following:" and a list, in a section of another kind. */
  announced(section: Section): void {
    if (section.kind === 'timeline' || section.kind === 'five-whys') return;
    for (const [index, block] of section.blocks.entries()) {
      const above = section.blocks[index - 1];
      if (block.kind === 'list' && above?.kind === 'paragraph' && ANNOUNCED.test(above.text.slice(-300)))
        this.#list(block, section);
    }
  }

  /** A list below the line "**AC**" is what AC does, one below "Completed:" is done. */
  #labelledList(list: Block, above: Block | undefined, section: Section): void {
    const label = above?.kind === 'paragraph' || above?.kind === 'heading' ? above.prose : undefined;
    const groups = this.#groups.length;
    const items = this.items.length;
    this.#list(list, section);
    if (!label || label.text.length > 60) return;
    const done = DONE_LABEL.test(label.text.trim());
    const owner = done ? undefined : ownerLabel(label);
    if (!done && !owner) return;
    const told = this.#groups.splice(groups).map((group) => ({
      ...group,
      items: group.items.map((item) => ({
        ...item,
        owner: item.owner ?? owner,
        state: done && !item.status && item.state === 'open' ? ('done' as const) : item.state,
      })),
    }));
    this.#groups.push(...told);
    this.items.splice(items, Number.POSITIVE_INFINITY, ...told.flatMap((group) => group.items));
  }

  #table(table: Block, section: Section): void {
    const columns = actionColumns(table);
    if (!columns) return;
    const items: UngroupedItem[] = [];
    for (const row of table.children) {
      if (row.data.header || row.children.every((cell) => cell.text === '')) continue;
      items.push(this.#row(row, columns));
    }
    this.#add({ form: 'table', block: table, section, columns }, items);
  }

  #row(row: Block, columns: Partial<Record<ActionColumn, number>>): UngroupedItem {
    const cellOf = (column: ActionColumn) => {
      const index = columns[column];
      return index === undefined ? undefined : row.children[index];
    };
    const filled = (column: ActionColumn): Value | undefined => {
      const cell = cellOf(column);
      return cell?.text ? { text: cell.text, span: cell.prose!.span } : undefined;
    };
    const actionCell = cellOf('action');
    const action = filled('action') ?? { text: '', span: actionCell?.span ?? { start: row.end, end: row.end } };
    const due = filled('due');
    const status = filled('status');
    const box = /^\[([ x])\]/i.exec(action.text);
    const ticketCell = filled('ticket');
    const remark = ticketCell && statusAtEnd(ticketCell.text);
    const named = remark ? visibleStart(cellOf('ticket')!, remark.before) : ticketCell;
    const ticket =
      named && !NOTHING.test(named.text) ? named : actionCell && this.#ticketIn(actionCell.prose, actionCell.end);
    return {
      span: row.span,
      id: filled('id'),
      action,
      prose: actionCell?.prose,
      owner: filled('owner'),
      priority: filled('priority'),
      due,
      dueDate: this.#dateOf(due),
      status,
      state: status
        ? (statusOf(status.text, this.#context.settings) ?? (this.#dateOf(status) ? 'done' : undefined))
        : remark
          ? statusOf(remark.status, this.#context.settings)
          : box && box[1] !== ' '
            ? 'done'
            : 'open',
      ticket,
      placeholder: actionCell?.prose ? isUnfilled(actionCell.prose.data) : false,
      block: row,
    };
  }

  #list(list: Block, section: Section): void {
    const items: UngroupedItem[] = [];
    // Among boxes to tick a line without one is a remark.
    const boxed =
      list.children.filter(hasBox).length >= 2 && list.children.filter(isBoxed).length * 3 >= list.children.length * 2;
    // "- **Prevention**" with a list of its own is the name of a group.
    for (const item of list.children) {
      const nested = item.children.filter((child) => child.kind === 'list');
      if (boxed && !isBoxed(item)) continue;
      if (nested.length > 0 && isGroupName(item)) {
        if (items.length > 0) this.#add({ form: 'list', block: list, section, columns: {} }, items.splice(0));
        for (const child of nested) this.#list(child, section);
      } else {
        const paragraph = item.children.find((child) => child.kind === 'paragraph');
        const read = this.#line(item, paragraph?.prose);
        if (read) items.push(read);
      }
    }
    const named = this.#withNames(this.#withNamesAtHead(items));
    if (items.length > 0) this.#add({ form: 'list', block: list, section, columns: {} }, named);
  }

  /** "Ana to check …", "Developers to write …": who is named at the head of every line. */
  #withNamesAtHead(items: readonly UngroupedItem[]): readonly UngroupedItem[] {
    if (items.length < 2) return items;
    const named = items.map((item) => {
      const owner = item.owner ?? (item.prose && namedAtHead(item.prose));
      return owner ? { ...item, owner } : item;
    });
    return named.every(({ owner }) => owner) ? named : items;
  }

  /** "(Ana)", "-> sam" at the end of every line, or "[kim]" in front of it, are the owners. */
  #withNames(items: readonly UngroupedItem[]): readonly UngroupedItem[] {
    if (items.length < 2) return items;
    const named = items.map((item) => {
      if (item.owner || !item.prose) return item;
      const found = namedAtEnd(item.prose, this.#context.settings) ?? namedInFront(item.prose);
      if (!found) return item;
      const action = item.prose.toVisible(item.action.span);
      const at = { start: found.start ?? action.start, end: found.end ?? action.end };
      return {
        ...item,
        owner: found.owner,
        action: { text: item.prose.text.slice(at.start, at.end), span: item.prose.toSource(at) },
      };
    });
    return named.every(({ owner }) => owner) ? named : items;
  }

  /** One item, or one a line where all lines begin as items do. */
  #paragraph(block: Block, section: Section): void {
    const lines = block.prose ? linesOf(block.prose) : [];
    const runs =
      lines.length > 1 &&
      (lines.every(({ text }) => LINE_OF_ITEM.test(text)) || lines.every(({ text }) => SENTENCE_OF_ITEM.test(text)))
        ? lines.map(({ start, text }) => block.prose!.slice({ start, end: start + text.length }))
        : [block.prose];
    const items = runs.flatMap((run) => (run && this.#line(block, run)) ?? []);
    const only = items.length === 1 ? items[0] : undefined;
    if (items.length === 0 || only?.action.text.endsWith(':')) return;
    this.#add({ form: 'paragraph', block, section, columns: {} }, items);
  }

  #line(block: Block, run: ProseRun | undefined): UngroupedItem | undefined {
    if (!run?.text || NOTHING.test(run.text) || /^\[[ x]\]$/i.test(run.text)) return undefined;
    const { settings } = this.#context;
    const line = readActionLine(run, settings);
    const struck = run.data.struck.some((span) => span.end - span.start > run.text.length / 2);
    const checked = block.data.checked;
    const state = line.status
      ? statusOf(line.status.text, settings)
      : checked === true ||
          struck ||
          /^\W*(?:✅|✔)|^\[[*✓]\]/u.test(run.text) ||
          /(?:✅|✔️?|\bDONE\b)[^\w✅✔]*$/u.test(run.text)
        ? 'done'
        : PAST.test(line.action.text.slice(0, 200)) || DONE_AT_END.test(line.action.text.slice(-80))
          ? 'done'
          : 'open';
    return {
      span: block.kind === 'paragraph' ? run.span : block.span,
      ...line,
      ticket: line.ticket ?? this.#ticketIn(run, this.#endOf(run, block), line.id),
      prose: run,
      dueDate: this.#dateOf(line.due),
      state,
      placeholder: isUnfilled(run.data) || isPlaceholder(line.action.text),
      block,
    };
  }

  /** Where the line ends that shows a run, marks behind its last visible character included. */
  #endOf(run: ProseRun, block: Block): number {
    const { source } = this.#context;
    return Math.min(block.end, source.lineEnd(source.lineOf(run.span.end)));
  }

  /** A ticket key in the text, or the target of a link, which ends at `end` in the source. */
  #ticketIn(run: ProseRun | undefined, end: number, id?: Value): Value | undefined {
    if (!run?.text) return undefined;
    const written = TICKET.exec(run.text);
    if (written && written[0] !== id?.text) {
      const span = run.toSource({ start: written.index, end: written.index + written[0].length });
      return { text: written[0], span };
    }
    const from = run.span.start;
    const link = LINK_TARGET.exec(this.#context.source.text.slice(from, end));
    if (!link) return undefined;
    const start = from + link.index + 2;
    return { text: link[1]!, span: { start, end: start + link[1]!.length } };
  }

  #dateOf(due: Value | undefined): ActionItem['dueDate'] {
    return due && parseDate(due.text, this.#context)?.date;
  }

  #add(group: Omit<ActionGroup, 'items'>, ungrouped: readonly UngroupedItem[]): void {
    const finished = FINISHED.test(group.section.title);
    const prevents = nearestKind(group.section) === 'prevention';
    // "Resolution" with "Prevention measures" below it tells what has been done.
    const resolved = hasAncestor(group.section, 'response');
    const items = ungrouped.map((item) => ({
      ...item,
      state:
        item.state === 'open' && !item.status && (finished || (prevents && (resolved || isInPlace(item))))
          ? ('done' as const)
          : item.state,
      group: this.#groups.length,
    }));
    this.#groups.push({ ...group, items });
    this.items.push(...items);
  }
}

/** "Probe: the smoke test calls the API after each deploy": what prevents it from now on, told as it is. */
function isInPlace({ action, block }: UngroupedItem): boolean {
  const text = action.text.slice(0, 240).replace(/\s+/g, ' ');
  return block.data.checked === undefined && !TO_DO.test(text) && IN_PLACE.test(text);
}

const IN_PLACE =
  /[\p{L}\d)`\]/.] (?:now |already |also )?(?:absorbs|asserts|blocks|calls|catches|covers|defines|detects|documents|enforces|ensures|exists|guards|locks|prevents|rejects|requires|validates|verifies|warns|confirmed working|(?:is|are) now)\b|^[^.:]{2,40}: (?:added|enabled|raised|enforced|moved)\b/iu;
/** A request, or a sentence of what is still to come. */
const TO_DO =
  /^\W*(?:add|adopt|alert|always|audit|automate|avoid|build|change|check|configure|consider|create|define|deploy|develop|disable|document|enable|enforce|ensure|establish|expand|extend|find|fix|implement|improve|increase|introduce|investigate|limit|make|migrate|monitor|move|never|pending|pin|plan|prefer|prevent|raise|reduce|remove|replace|require|review|rotate|run|schedule|set|setup|split|test (?:all|for|that|the|whether)|track|train|update|upgrade|use|validate|verify|write)(?![\w-])|\b(?:should|must|will|needs? to|todo|pending|we (?:can|could|plan))\b/i;

type UngroupedItem = Omit<ActionItem, 'group'>;

/** The visible text of a cell up to `end`; undefined where there is none. */
function visibleStart({ prose }: Block, end: number): Value | undefined {
  const text = prose?.text.slice(0, end).trimEnd();
  return prose && text ? { text, span: prose.toSource({ start: 0, end: text.length }) } : undefined;
}

/** Whether numbered lists go on after what stands between them (1. … 2. …): bullets there are details of the number above. */
function goesOnNumbering(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.data.ordered && Number.parseInt(block.children[0]?.data.marker ?? '1', 10) > 1);
}

function hasBox(item: Block): boolean {
  const text = item.children.find((child) => child.kind === 'paragraph')?.text ?? '';
  return item.data.checked !== undefined || /^\[(?: |[xX*✓✔~-]|n\/a|done|wip)\]/iu.test(text);
}

/** An item with a box, or one that names the list of boxes below it. */
function isBoxed(item: Block): boolean {
  return hasBox(item) || item.children.some((child) => child.kind === 'list');
}

/** A list item of a few words that only names the list below it. */
function isGroupName(item: Block): boolean {
  const text = item.children.find((child) => child.kind === 'paragraph')?.text ?? '';
  return (
    item.data.checked === undefined &&
    ((text.endsWith(':') && text.length <= 40) ||
      (text.endsWith(':') && /^(?:in|when|whenever|for|during|around|on|if) /i.test(text) && text.length <= 120) ||
      /^(?!add |make |plan |propose |investigate )(?:[\w/-]+ ){1,3}(?:improvements|enhancements|follow-?ups|tasks)$/i.test(
        text,
      ) ||
      /^(?:prevent\w*|detect\w*|mitigat\w*|process|fix(?:es)?|repair|immediate|short[ -]?term|long[ -]?term|monitoring|documentation|infrastructure|testing|tooling|people|other)(?: \w+){0,2}\W*$/i.test(
        text,
      ))
  );
}
