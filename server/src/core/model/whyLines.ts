import type { Block } from '../parse/block.ts';
import type { ProseRun } from '../parse/prose.ts';
import type { Span } from '../text/span.ts';
import type { ReadContext } from './context.ts';
import type { Section, Value } from './postmortem.ts';

/** A piece of text that may be a question, an answer or a label: a line of a paragraph, an item, a row, a heading. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly run: ProseRun | undefined;
  readonly toSource: (span: Span) => Span;
  /** The block that a why written here belongs to. */
  readonly span: Span;
  /** Nesting of lists, 0 outside. */
  readonly depth: number;
  readonly from: 'line' | 'item' | 'heading' | 'row';
  readonly ordered: boolean;
  /** Number at which an ordered item stands, 1 for the first. */
  readonly number: number | undefined;
  /** Question and answer as a table tells them apart. */
  readonly cells?: { readonly question: Value | undefined; readonly answer: Value; readonly run: ProseRun | undefined };
}

const WHY_LABEL =
  /^\W{0,4}(?:\d{1,2}[.)]\W{0,4})?(?:(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|final|last) why|why(?:'s)?(?:\s*(?:#|no\.?|number))?(?:\s*\d{1,2})?|w\d|por qu[eêé]|warum|pourquoi)\s*(?:\([^()]{0,40}\)\s*)?(?:[?:.)\]–—→-]+|$)\s*/i;
const QUESTION =
  /^\W{0,4}(?:(?:Q\s?\d{0,2}\s?[:.)–-]|\d{1,2}[.)])\W{0,4})?(?:(?:and |but |so |then )?(?:why|how come|what (?:made|caused|led|allowed)|how (?:was|did|could|were)|por que|por qué|warum|wieso|weshalb|pourquoi)\b)[^?]{2,400}\?/i;
export const ANSWER_LABEL =
  /^\s*(?:(?:because|weil|porque|parce que)\b\s*(?:[:.–—-]+\s*)?|(?:answer|ans|a)(?:\s?\d{1,2})?\s?[:.]\s*(?:because\b\s*)?|(?:→|⇒|->|=>|–|—|--?|:)\s*(?:because\b\s*)?)/i;
export const ROOT =
  /^\W{0,4}(?:the |ultimate |actual |underlying |identified |primary |final )?(?:root[ -]cause(?:s|\(s\))?|underlying cause|conclusion|causa raiz|grundursache|stop)\s*(?:\([^()]{0,40}\)\s*)?(?:[:–—-]|$|is\b:?)\s*/i;
export const STOP = /\b(?:chain|we|analysis) (?:stops?|ends?|stopped|ended) here\b|^\W{0,4}stop\b/i;
export const FIX =
  /^\W{0,4}(?:the )?(?:fix(?:es)?|solution|remedy|counter-?measures?|corrective actions?|actions?|prevention|remediation|resolution|next step|correção|lösung)\s*(?:\([^()]{0,40}\)\s*)?(?::|\s[–—-]\s)\s*/i;
export const PROBLEM =
  /^\W{0,4}(?:the )?(?:problem(?: statement)?|incident|issue|symptom|event|effect|what happened|impact|failure|problema|start)\s*(?:\([^()]{0,40}\)\s*)?:\s*/i;
export const EVIDENCE = /^\W{0,4}(?:evidence|source|proof|data|see|ref(?:erence)?|note)\s*:/i;
export const ARROW = /(?<!\s)\s*(?:[→⇒➔➜⟶↓⇓⬇↳]\ufe0f?|-{1,2}>|=>)\s*/;

/** The question and the answer in a line that asks why; undefined for one that does not. */
export function whyIn(line: Line): { question: Value; answer: Value; number: number | undefined } | undefined {
  const { text } = line;
  const label = WHY_LABEL.exec(text);
  const asked = QUESTION.exec(label ? text.slice(label[0].length) : text);
  const prefix = label?.[0].length ?? 0;
  if (!label && !asked) return undefined;
  // "Why we did this: …" is a heading, a label has a mark behind it.
  if (label && !asked && line.from === 'heading' && !/[\d?]/.test(label[0])) return undefined;
  const questionEnd = asked ? prefix + asked[0].length : prefix;
  const questionStart = asked
    ? prefix + (/^\W*/.exec(asked[0])?.[0].length ?? 0)
    : (/^\W*/.exec(label![0])?.[0].length ?? 0);
  let answerAt = questionEnd;
  const mark = /^[\s*_:)\]]*/.exec(text.slice(answerAt))?.[0].length ?? 0;
  answerAt += mark;
  const answerLabel = ANSWER_LABEL.exec(text.slice(answerAt));
  if (answerLabel) answerAt += answerLabel[0].length;
  const number = /\d+/.exec(label?.[0] ?? '')?.[0];
  return {
    question: valueFrom(
      line,
      questionStart,
      asked ? questionEnd : questionStart + label![0].slice(questionStart).trimEnd().length,
    ),
    answer: valueFrom(line, answerAt, text.length),
    number: number === undefined ? undefined : Number(number),
  };
}

export function valueFrom(line: Line, from: number, to: number): Value {
  const raw = line.text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  const start = line.start + from + lead;
  return { text, span: line.toSource({ start, end: start + text.length }) };
}

/** The lines of a section in groups: its own, those of sub-sections that are whys themselves among them, other sub-sections apart. */
export function linesOf(section: Section, context: ReadContext): Line[][] {
  const own: Line[] = [];
  const groups: Line[][] = [own];
  const parts = [
    ...section.blocks.map((block) => ({ start: block.start, block, child: undefined })),
    ...section.children.map((child) => ({ start: child.span.start, block: undefined, child })),
  ].sort((a, b) => a.start - b.start);
  for (const { block, child } of parts) {
    if (block) {
      own.push(...linesOfBlock(block, 0));
      continue;
    }
    const text = context.source.text.slice(child.headingText.start, child.headingText.end);
    const heading: Line = {
      text,
      start: child.headingText.start,
      run: undefined,
      toSource: (span) => span,
      span: child.heading,
      depth: 0,
      from: 'heading',
      ordered: false,
      number: undefined,
    };
    if (whyIn(heading) || (own.length > 0 && (ROOT.test(text) || FIX.test(`${text}:`))))
      own.push(heading, ...linesOf(child, context).flat());
    else groups.push(...linesOf(child, context));
  }
  return groups.filter((group) => group.length > 0);
}

function linesOfBlock(block: Block, depth: number): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphLines(block, block.span, depth, depth > 0 ? 'item' : 'line', false, undefined);
    case 'heading':
      return paragraphLines(block, block.span, 0, 'heading', false, undefined);
    case 'list':
      return listLines(block, depth + 1);
    case 'table':
      return tableLines(block);
    case 'quote':
      return block.children.flatMap((child) => linesOfBlock(child, depth));
    default:
      return [];
  }
}

function listLines(list: Block, depth: number): Line[] {
  const lines: Line[] = [];
  const ordered = list.data.ordered === true;
  const first = Number.parseInt(list.children[0]?.data.marker ?? '1', 10) || 1;
  for (const [index, item] of list.children.entries()) {
    let opened = false;
    const deeper = item.children.find((child) => child.kind === 'list');
    // The why itself ends where the list of the next ones begins.
    const span = { start: item.start, end: deeper ? endOfText(item, deeper) : item.end };
    for (const child of item.children) {
      if (child.kind === 'paragraph') {
        const read = paragraphLines(
          child,
          span,
          depth,
          opened ? 'line' : 'item',
          ordered,
          opened ? undefined : first + index,
        );
        lines.push(...read);
        opened = true;
      } else lines.push(...linesOfBlock(child, depth));
    }
  }
  return lines;
}

function endOfText(item: Block, list: Block): number {
  const before = item.children.filter((child) => child.start < list.start).at(-1);
  return before?.end ?? list.start;
}

function paragraphLines(
  block: Block,
  span: Span,
  depth: number,
  from: Line['from'],
  ordered: boolean,
  number: number | undefined,
): Line[] {
  const run = block.prose;
  if (!run?.text) return [];
  const lines: Line[] = [];
  const texts = wholeLines(run.text);
  for (const [index, piece] of texts.entries()) {
    const own = run.toSource({ start: piece.start, end: piece.start + piece.text.length });
    const first = index === 0;
    lines.push({
      text: piece.text,
      start: piece.start,
      run,
      toSource: (at) => run.toSource(at),
      span: texts.length === 1 ? span : first && from === 'item' ? span : own,
      depth,
      from: first ? from : 'line',
      ordered,
      number: first ? number : undefined,
    });
  }
  return lines;
}

/** Lines as a writer meant them: those of the text, and in a chain told in one go each sentence that gives a reason or asks why. */
function wholeLines(text: string): { text: string; start: number }[] {
  return joinedLines(text).flatMap(sentencesOfChain);
}

const SENTENCE = /[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*\s*/g;

/** "A because B. B because C.", "Why A? Because B. Why B? Because C." */
function sentencesOfChain(line: { text: string; start: number }): { text: string; start: number }[] {
  const sentences = [...line.text.slice(0, 4000).matchAll(SENTENCE)];
  const reasons = sentences.filter(([sentence]) => / because /i.test(sentence)).length;
  const questions = sentences.filter(([sentence]) => QUESTION.test(sentence)).length;
  if (questions < 2 && (reasons < 2 || questions > 0)) return [line];
  const parts: { text: string; start: number }[] = [];
  for (const { 0: sentence, index } of sentences) {
    const begins = questions >= 2 ? QUESTION.test(sentence) : / because /i.test(sentence);
    const last = parts.at(-1);
    if (last && !begins) last.text = line.text.slice(last.start - line.start, index + sentence.trimEnd().length);
    else parts.push({ text: sentence.trimEnd(), start: line.start + index });
  }
  return parts;
}

/** Lines without the soft breaks inside sentences: one before a why, a label or an arrow begins a line. */
function joinedLines(text: string): { text: string; start: number }[] {
  const lines: { text: string; start: number }[] = [];
  let start = 0;
  for (const part of text.split(/([\n\u2028])/)) {
    const soft = text[start - 1] === '\n';
    const begins =
      WHY_LABEL.test(part) ||
      QUESTION.test(part) ||
      ROOT.test(part) ||
      FIX.test(part) ||
      PROBLEM.test(part) ||
      ANSWER_LABEL.test(part) ||
      / because /i.test(part);
    const last = lines.at(-1);
    if (part !== '\n' && part !== '\u2028' && part !== '') {
      if (last && soft && !begins && !/[.?!:]$/.test(last.text))
        last.text = text.slice(last.start, start + part.length);
      else lines.push({ text: part, start });
    }
    start += part.length;
  }
  return lines;
}

const QUESTION_HEADER = /\bwhy|question|frage|pergunta|pregunta/i;
/** What numbers the whys, where no column is called a question. */
const STEP_HEADER = /level|step/i;
const ANSWER_HEADER = /answer|because|cause|reason|finding|response|explanation|antwort|resposta|respuesta/i;

const WHY_HEADER = /^\W*why\W*\d\W*$/i;

function tableLines(table: Block): Line[] {
  const [header, ...rows] = table.children;
  if (!header) return [];
  const headers = header.children.map((cell) => cell.text);
  const across = headers.flatMap((text, index) => (WHY_HEADER.test(text) ? [index] : []));
  if (across.length >= 3) return rows.flatMap((row) => linesAcross(row, across));
  const asks =
    headers.some((text) => QUESTION_HEADER.test(text) || STEP_HEADER.test(text)) ||
    rows.some((row) => /\bwhy\b/i.test(row.children[0]?.text ?? ''));
  if (!asks || headers.length < 2) return [];
  const column = (header: RegExp) =>
    headers.findIndex(
      (text, index) =>
        header.test(text) && !rows.every((row) => /^\W*(?:\d+\W*)?$/.test(row.children[index]?.text ?? '')),
    );
  const asking = column(QUESTION_HEADER);
  const questions = asking >= 0 ? asking : column(STEP_HEADER);
  const answered = headers.findIndex((text, index) => index !== questions && ANSWER_HEADER.test(text));
  const answers = answered >= 0 ? answered : questions >= 0 && questions + 1 < headers.length ? questions + 1 : 1;
  return rows.flatMap((row) => {
    const cell = row.children[answers];
    const asked = questions === answers ? undefined : row.children[Math.max(questions, 0)];
    if (row.children.every((other) => other.text === '')) return [];
    const named = asked?.text ? asked : row.children.find((other) => other !== cell && other.text !== '');
    const question = named?.text ? { text: named.text, span: named.prose!.span } : undefined;
    const answer = { text: cell?.text ?? '', span: cell?.prose?.text ? cell.prose.span : (cell?.span ?? row.span) };
    return [
      {
        text: `${asked?.text ?? ''} ${answer.text}`,
        start: 0,
        run: cell?.prose,
        toSource: () => answer.span,
        span: row.span,
        depth: 0,
        from: 'row' as const,
        ordered: false,
        number: undefined,
        cells: { question, answer, run: cell?.prose },
      },
    ];
  });
}

/** A chain in one row: "Why 1 | Why 2 | Why 3". */
function linesAcross(row: Block, columns: readonly number[]): Line[] {
  return columns.flatMap((column, index) => {
    const cell = row.children[column];
    if (!cell?.prose?.text) return [];
    const answer = { text: cell.text, span: cell.prose.span };
    return [
      {
        text: cell.text,
        start: 0,
        run: cell.prose,
        toSource: () => answer.span,
        span: cell.span,
        depth: 0,
        from: 'row' as const,
        ordered: false,
        number: index + 1,
        cells: { question: undefined, answer, run: cell.prose },
      },
    ];
  });
}
