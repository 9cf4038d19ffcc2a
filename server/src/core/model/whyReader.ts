import type { ProseRun } from '../parse/prose.ts';
import type { Span } from '../text/span.ts';
import type { ReadContext } from './context.ts';
import { isPlaceholder } from './placeholders.ts';
import type { Section, Value, Why, WhyChain } from './postmortem.ts';
import {
  ANSWER_LABEL,
  ARROW,
  EVIDENCE,
  FIX,
  type Line,
  linesOf,
  PROBLEM,
  ROOT,
  STOP,
  valueFrom,
  whyIn,
} from './whyLines.ts';

/** The chains in a section and the sections within it. In a section that is not about whys only what says "why" counts. */
export function readChains(section: Section, context: ReadContext, named: boolean): WhyChain[] {
  const builder = new ChainBuilder(section, named);
  for (const group of linesOf(section, context)) builder.group(group);
  return builder.finish();
}

class ChainBuilder {
  readonly #section: Section;
  readonly #named: boolean;
  readonly #chains: WhyChain[] = [];
  #whys: Draft[] = [];
  #form: WhyChain['form'] | undefined;
  /** Items at the top of lists: a single one with a list below it is the problem, not an answer. */
  #tops = 0;
  #rootCause: Value | undefined;
  #fix: Value | undefined;
  #start = -1;
  #end = 0;
  /** Indices of the whys open at each depth of nesting. */
  #open: { depth: number; index: number }[] = [];
  #awaitingRoot: 'root' | 'fix' | undefined;

  constructor(section: Section, named: boolean) {
    this.#section = section;
    this.#named = named;
  }

  finish(): WhyChain[] {
    this.#close();
    return this.#chains;
  }

  /** Lines that belong together: those of one (sub-)section. */
  group(lines: readonly Line[]): void {
    this.#close();
    this.#tops = lines.filter((line) => line.from === 'item' && line.depth === 1).length;
    const whys = lines.filter((line) => line.cells !== undefined || whyIn(line) !== undefined).length;
    if (!this.#named && whys < 2) return;
    // One question at the end of a list of answers goes on with it.
    const first = lines.find((line) => line.from !== 'line');
    const says = whys > 1 || (whys > 0 && (!first || first.cells !== undefined || whyIn(first) !== undefined));
    for (const [index, line] of lines.entries()) this.#line(line, lines, index, says);
    this.#close();
  }

  #line(line: Line, lines: readonly Line[], index: number, says: boolean): void {
    const { text } = line;
    if (!text.trim()) return;
    if (line.cells) {
      if (line.number === 1) this.#close();
      const label = line.cells.question?.text ?? '';
      if (ROOT.test(label)) this.#rootCause = line.cells.answer;
      else if (FIX.test(`${label}:`)) this.#fix = line.cells.answer;
      else this.#add(line, line.cells.question, line.cells.answer, line.cells.run, 'table');
      this.#touch(line);
      return;
    }
    const pieces = text.split(ARROW).map((piece) => piece.trim());
    if (this.#named && pieces.length >= 3 && pieces.every((piece) => piece !== '' || piece === pieces[0])) {
      this.#arrows(line, pieces);
      return;
    }
    const root = ROOT.exec(text);
    if (root && this.#whys.length > 0 && !/^\W*stop(?:ped|s)\b/i.test(text)) {
      const value = valueFrom(line, root[0].length, text.length);
      if (value.text) this.#rootCause = value;
      else this.#awaitingRoot = 'root';
      this.#touch(line);
      return;
    }
    const fix = FIX.exec(text);
    if (fix && this.#whys.length > 0) {
      const value = valueFrom(line, fix[0].length, text.length);
      if (value.text) this.#fix ??= value;
      else this.#awaitingRoot = 'fix';
      this.#touch(line);
      return;
    }
    if (this.#whys.length > 0 && STOP.test(text) && !whyIn(line)) {
      this.#rootCause ??= valueFrom(line, 0, text.length);
      this.#touch(line);
      return;
    }
    if (this.#awaitingRoot) {
      if (this.#awaitingRoot === 'root') this.#rootCause = valueFrom(line, 0, text.length);
      else this.#fix = valueFrom(line, 0, text.length);
      this.#awaitingRoot = undefined;
      this.#touch(line);
      return;
    }
    if (PROBLEM.test(text) && !whyIn(line)) return;
    const why = whyIn(line);
    if (why && line.from === 'heading' && why.answer.text === '' && opensList(lines[index + 1])) {
      this.#close();
      return;
    }
    if (why) {
      if (this.#restarts(line, why)) this.#close();
      this.#add(line, why.question, why.answer, line.run, formOf(line));
      this.#touch(line);
      return;
    }
    this.#plain(line, lines, index, says);
  }

  /** Text that says no why: the answer to an open question, or an answer of its own in a list of answers. */
  #plain(line: Line, lines: readonly Line[], index: number, says: boolean): void {
    const open = this.#whys.at(-1);
    if (EVIDENCE.test(line.text)) {
      if (open) this.#touch(line);
      return;
    }
    const label = ANSWER_LABEL.exec(line.text);
    const answer = valueFrom(line, label ? label[0].length : 0, line.text.length);
    if (open && open.answer.text === '' && (line.from === 'line' || line.depth >= open.depth)) {
      open.answer = answer;
      open.run = line.run;
      open.span = { start: open.span.start, end: Math.max(open.span.end, line.span.end) };
      if (line.depth > open.depth) open.answerDepth = line.depth;
      this.#touch(line);
      return;
    }
    // A second answer to one question is a branch.
    const asked =
      open && says && line.from === 'item'
        ? this.#whys.findLast((why) => why.answerDepth === line.depth && line.depth > why.depth)
        : undefined;
    if (asked) {
      while (this.#open.length > 0 && this.#open.at(-1)!.depth >= line.depth) this.#open.pop();
      this.#whys.push({ ...asked, answer, run: line.run, span: line.span });
      this.#open.push({ depth: line.depth, index: this.#whys.length - 1 });
      this.#touch(line);
      return;
    }
    if (!this.#named || says) return;
    const because = / because (?:of )?/i.exec(line.text);
    if (line.from === 'item') {
      if (line.depth === 1 && this.#tops === 1 && (lines[index + 1]?.depth ?? 0) > 1) return;
      const value = because ? valueFrom(line, because.index + because[0].length, line.text.length) : answer;
      const question = because ? valueFrom(line, 0, because.index) : undefined;
      this.#add(line, question, value, line.run, because ? 'because' : line.ordered ? 'numbered' : 'bullets');
      this.#touch(line);
    } else if (line.from === 'line' && (because || label)) {
      const value = because ? valueFrom(line, because.index + because[0].length, line.text.length) : answer;
      this.#add(
        line,
        because ? valueFrom(line, 0, because.index) : undefined,
        value,
        line.run,
        because ? 'because' : 'arrows',
      );
      this.#touch(line);
    }
  }

  #arrows(line: Line, pieces: readonly string[]): void {
    this.#close();
    let at = 0;
    for (const [index, piece] of pieces.entries()) {
      const start = piece ? line.text.indexOf(piece, at) : at;
      at = start + piece.length;
      if (index === 0 || !piece) continue;
      const answer = valueFrom(line, start, at);
      this.#add({ ...line, span: answer.span, depth: 0 }, undefined, answer, line.run, 'arrows');
    }
    this.#touch(line);
  }

  /** "Why 1" again, or a new numbered list behind a root cause, begins another chain. */
  #restarts(line: Line, why: { readonly number: number | undefined }): boolean {
    if (this.#whys.length === 0 || line.depth > 1) return false;
    const number = why.number ?? line.number;
    return number === 1 || (this.#rootCause !== undefined && line.depth <= 1);
  }

  #add(
    line: Line,
    question: Value | undefined,
    answer: Value,
    run: ProseRun | undefined,
    form: WhyChain['form'],
  ): void {
    while (this.#open.length > 0 && this.#open.at(-1)!.depth >= Math.max(line.depth, 1) && line.depth > 1)
      this.#open.pop();
    const parent =
      line.depth > 1 ? this.#open.at(-1)?.index : this.#whys.length > 0 ? this.#whys.length - 1 : undefined;
    this.#whys.push({ span: line.span, question, answer, run, depth: line.depth, answerDepth: line.depth, parent });
    this.#open.push({ depth: line.depth, index: this.#whys.length - 1 });
    this.#form ??= form;
  }

  #touch(line: Line): void {
    if (this.#whys.length === 0) return;
    if (this.#start < 0) this.#start = line.span.start;
    this.#end = Math.max(this.#end, line.span.end);
  }

  #close(): void {
    if (this.#whys.length > 0) {
      const nested = this.#whys.some((why) => why.depth > 1);
      this.#chains.push({
        section: this.#section,
        form: nested && this.#form !== 'table' ? 'bullets' : (this.#form ?? 'numbered'),
        whys: this.#whys.map(toWhy),
        rootCause: this.#rootCause,
        fix: this.#fix,
        span: { start: this.#start, end: this.#end },
      });
    }
    this.#whys = [];
    this.#open = [];
    this.#form = undefined;
    this.#rootCause = undefined;
    this.#fix = undefined;
    this.#awaitingRoot = undefined;
    this.#start = -1;
    this.#end = 0;
  }
}

/** Whether the whys begin below a heading that only names what they are about: "### Why was it detected late?" */
function opensList(next: Line | undefined): boolean {
  return next?.from === 'item' && next.depth === 1 && (next.number ?? 1) === 1 && whyIn(next) !== undefined;
}

interface Draft {
  span: Span;
  question: Value | undefined;
  answer: Value;
  run: ProseRun | undefined;
  depth: number;
  answerDepth: number;
  parent: number | undefined;
}

function toWhy(draft: Draft): Why {
  return {
    span: draft.span,
    question: draft.question,
    answer: draft.answer,
    prose: draft.run,
    placeholder:
      draft.answer.text !== '' &&
      (isPlaceholder(draft.answer.text) || /^\W*(?:(?:answer|because|tbd)\W*)?$/i.test(draft.answer.text)),
    parent: draft.parent,
  };
}

function formOf(line: Line): WhyChain['form'] {
  if (line.from === 'heading') return 'headings';
  if (line.from === 'item') return line.ordered ? 'numbered' : 'bullets';
  return 'bold';
}
