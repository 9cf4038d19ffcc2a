import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { LineMarks, PreviewOutline } from '../../../server/src/lsp/protocol.ts';
import { drawTimeline, type Translate } from './timeline.ts';

/** Where the plugin learns what to draw: the outline of the text, or of an earlier version of it; undefined for other documents. */
export type OutlineOf = (text: string) => PreviewOutline | undefined;

/**
 * Draws a postmortem's outline into the tokens of markdown-it: classes on rows and items, badges, fill-ins and a timeline to scale.
 * Tokens keep their number and order apart from what is put in; documents without an outline are left alone.
 */
export function postmortemPreview(md: MarkdownIt, outlineOf: OutlineOf, t: Translate = fill): MarkdownIt {
  md.core.ruler.push('postmortem', (state) => {
    const outline = outlineOf(state.src);
    if (outline) new Decorator(state, outline, t).run();
  });
  return md;
}

/** Texts as they are, arguments put in. */
function fill(text: string, ...args: string[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? '');
}

/** Blocks that can carry the marks of their first line. */
const CARRIERS = new Set(['list_item_open', 'tr_open', 'paragraph_open', 'heading_open']);

/** An id, a date or a name: what a cell holds in one piece, short enough to be read so. */
const WORD = /^\S{1,24}$/;

class Decorator {
  readonly #state: StateCore;
  readonly #outline: PreviewOutline;
  readonly #t: Translate;
  readonly #lines: readonly string[];

  constructor(state: StateCore, outline: PreviewOutline, t: Translate) {
    this.#state = state;
    this.#outline = outline;
    this.#t = t;
    this.#lines = state.src.split('\n');
  }

  run(): void {
    const carriers: Token[] = [];
    for (const [index, token] of this.#state.tokens.entries()) {
      if (CARRIERS.has(token.type) && token.map) {
        // The paragraph in an item has the item's line: the item carries the mark.
        const outer = carriers.at(-1);
        if (outer?.map?.[0] !== token.map[0] || outer.type === 'paragraph_open') this.#carry(token);
        carriers.push(token);
      } else if (token.type === 'inline') {
        const row = carriers.at(-1)?.type === 'tr_open' ? carriers.at(-1) : undefined;
        if (row?.attrGet('class') && WORD.test(token.content))
          this.#state.tokens[index - 1]!.attrJoin('class', 'pm-word');
        this.#inline(token, row);
      }
    }
    this.#drawTimelines();
  }

  #marksAt(line: number): LineMarks | undefined {
    const text = this.#lines[line]?.trim();
    return text && Object.hasOwn(this.#outline.lines, text) ? this.#outline.lines[text] : undefined;
  }

  #carry(token: Token): void {
    const marks = this.#marksAt(token.map![0]);
    if (!marks) return;
    const { action, entry, why } = marks;
    if (action) {
      token.attrJoin('class', `pm-action pm-${action.state}`);
      if (action.overdue) {
        token.attrJoin('class', 'pm-overdue');
        this.#badgeIn(token);
      }
    }
    if (entry?.milestone) token.attrJoin('class', `pm-entry pm-${entry.milestone}`);
    if (why) {
      token.attrJoin('class', 'pm-why');
      token.attrSet('style', `--pm-depth:${Math.min(why, 12) - 1}`);
    }
    if (marks.rootCause) token.attrJoin('class', 'pm-root-cause');
  }

  /** Says in words what the colour of an overdue item says: behind its last text. */
  #badgeIn(carrier: Token): void {
    const { tokens } = this.#state;
    const close = carrier.type.replace('_open', '_close');
    let last: Token | undefined;
    for (let at = tokens.indexOf(carrier) + 1; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.level === carrier.level && token.type === close) break;
      // The items of a list within are other items.
      if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') break;
      if (token.type === 'inline' && token.content !== '') last = token;
    }
    if (!last) return;
    const open = new this.#state.Token('pm_open', 'span', 1);
    open.attrSet('class', 'pm-overdue-badge');
    last.children = [
      ...(last.children ?? []),
      open,
      this.#text(this.#t('overdue')),
      new this.#state.Token('pm_close', 'span', -1),
    ];
  }

  /** Badges and fill-ins in the text of a block. A cell of a table has no lines of its own: it is on that of its row. */
  #inline(inline: Token, row: Token | undefined): void {
    const [from, to] = inline.map ?? row?.map ?? [0, 0];
    for (let line = from; line < Math.max(to, from + 1); line++) {
      const marks = this.#marksAt(line);
      if (!marks) continue;
      for (const fillIn of marks.fillIns ?? []) this.#wrap(inline, fillIn, 'mark', 'pm-fill-in');
      const { severity } = marks;
      if (severity)
        this.#wrap(inline, severity.text, 'span', `pm-severity pm-rank-${severity.rank ?? 'unknown'}`, true);
    }
  }

  /** Puts an element around a text where it stands: in every place, or in the last one only. */
  #wrap(inline: Token, text: string, tag: string, className: string, lastOnly = false): void {
    const children: Token[] = [];
    const found = (inline.children ?? []).filter((child) => child.type === 'text' && child.content.includes(text));
    const only = lastOnly ? found.at(-1) : undefined;
    for (const child of inline.children ?? []) {
      if (!found.includes(child) || (only && child !== only)) {
        children.push(child);
        continue;
      }
      const pieces = child.content.split(text);
      if (only) pieces.splice(0, pieces.length - 1, pieces.slice(0, -1).join(text));
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) {
          const open = new this.#state.Token('pm_open', tag, 1);
          open.attrSet('class', className);
          children.push(open, this.#text(text), new this.#state.Token('pm_close', tag, -1));
        }
        if (piece !== '') children.push(this.#text(piece));
      }
    }
    inline.children = children;
  }

  #text(content: string): Token {
    const token = new this.#state.Token('text', '', 0);
    token.content = content;
    return token;
  }

  #drawTimelines(): void {
    for (const drawing of this.#outline.timelines) {
      const line = this.#lines.findIndex((text) => text.trim() === drawing.line);
      const { tokens } = this.#state;
      const block = tokens.findIndex(
        (token) => token.level === 0 && token.nesting >= 0 && token.map && token.map[0] <= line && line < token.map[1],
      );
      if (line < 0 || block < 0) continue;
      const html = new this.#state.Token('html_block', '', 0);
      html.content = drawTimeline(drawing, this.#state.md.utils.escapeHtml, this.#t);
      tokens.splice(block, 0, html);
    }
  }
}
