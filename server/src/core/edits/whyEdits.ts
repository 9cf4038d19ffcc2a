import { deepestWhy } from '../model/fiveWhys.ts';
import { nextQuestion } from '../model/nextQuestion.ts';
import type { Postmortem, Section, Why, WhyChain } from '../model/postmortem.ts';
import type { DocumentTemplate, TemplateSection } from '../model/template.ts';
import type { Block } from '../parse/block.ts';
import { insert, type TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/source.ts';
import { contentEnd } from './listEdits.ts';
import { rowAfter } from './tableEdits.ts';

const ANSWER = '[what made that possible]';

/**
 * The next why of a chain, in the chain's own form, behind the why at `after` (the end of the longest branch by default). The
 * question is built from that answer unless one is given; the answer is left to fill in.
 */
export function nextWhy(chain: WhyChain, source: SourceText, after?: number, question?: string): TextEdit {
  const index = after ?? deepestWhy(chain);
  const last = chain.whys[index] ?? chain.whys.at(-1)!;
  const asked = question ?? nextQuestion(last.placeholder ? '' : last.answer.text);
  const { eol } = source;
  const end = contentEnd(last.span, source);
  switch (chain.form) {
    case 'table': {
      const table = tableOf(chain.section, last);
      const row = table?.children.find((candidate) => candidate.start === last.span.start);
      if (table && row) return rowAfter(table, row, cellsFor(table, row, last, asked), source);
      // The chain runs across a row: it goes on below the table.
      return insert(table ? contentEnd(table.span, source) : end, `${eol}${eol}**${asked}** ${ANSWER}`);
    }
    case 'headings': {
      const line = source.text.slice(last.span.start, source.lineEnd(source.lineOf(last.span.start)));
      const marks = /^#+ /.exec(line)?.[0] ?? '### ';
      const number = /\d+/.exec(line)?.[0];
      const label = number ? `Why ${Number(number) + 1}: ` : '';
      const stop = contentEnd({ start: last.span.start, end: Math.max(last.span.end, last.answer.span.end) }, source);
      return insert(stop, `${eol}${eol}${marks}${label}${asked}${eol}${eol}${ANSWER}`);
    }
    case 'because':
      return insert(end, `${eol}${linePrefix(last, source)}${sentence(last.answer.text)} because ${ANSWER}`);
    case 'arrows': {
      const at = contentEnd(last.answer.span, source);
      const head = source.text.slice(source.lineStart(source.lineOf(last.answer.span.start)), last.answer.span.start);
      const arrow = /([→⇒➔➜⟶↓⇓⬇↳]\ufe0f?|-{1,2}>|=>)\s*$/.exec(head)?.[1] ?? '→';
      const ownLine = /^[\s>]*(?:[→⇒➔➜⟶↓⇓⬇↳]\ufe0f?|-{1,2}>|=>)\s*$/.test(head);
      return insert(at, ownLine ? `${eol}${head}${ANSWER}` : ` ${arrow} ${ANSWER}`);
    }
    case 'bold': {
      const stop = contentEnd({ start: last.span.start, end: Math.max(last.span.end, last.answer.span.end) }, source);
      const sameLine = source.lineOf(last.span.start) === source.lineOf(last.answer.span.start);
      const gap = followsLine(chain, source) ? eol : eol + eol;
      return insert(stop, `${gap}**${numbered(last, asked, source)}**${sameLine ? ' ' : eol}${ANSWER}`);
    }
    default:
      return insert(end, `${eol}${itemPrefix(chain, last, source)}${written(last, question, asked, source)}`);
  }
}

/** `**Why did …?** [answer]`, bold where the last question is; the answer alone in a chain of answers. */
function written(last: Why, given: string | undefined, question: string, source: SourceText): string {
  if (!last.question && !given) return ANSWER;
  const before = source.text.slice(last.span.start, last.answer.span.start);
  const bold = /\*\*|__/.test(before) || !last.question;
  return bold ? `**${question}** ${ANSWER}` : `${question} ${ANSWER}`;
}

/** "Why 3: …" goes on with "Why 4: …". */
function numbered(last: Why, question: string, source: SourceText): string {
  const label = /^\W*why\s*#?(\d+)/i.exec(source.text.slice(last.span.start, last.answer.span.start));
  return label ? `Why ${Number(label[1]) + 1}: ${question}` : question;
}

/** Marker and indentation of the next item: one number up, one level deeper where each why lies below the one before. */
function itemPrefix(chain: WhyChain, last: Why, source: SourceText): string {
  const lineStart = source.lineStart(source.lineOf(last.span.start));
  const prefix = source.text.slice(lineStart, last.span.start);
  const marker = /^(?:[-*+]|(\d{1,9})([.)]))/.exec(source.text.slice(last.span.start, last.span.start + 12));
  const next = marker?.[1] ? `${Number(marker[1]) + 1}${marker[2]}` : (marker?.[0] ?? '-');
  const nested = chain.whys.some((why) => indentOf(why, source) !== indentOf(chain.whys[0]!, source));
  if (!nested || chain.whys.length < 2) return `${prefix}${next} `;
  const step = Math.max(2, indentOf(chain.whys[1]!, source) - indentOf(chain.whys[0]!, source));
  return `${prefix}${' '.repeat(step)}${marker?.[1] ? `1${marker[2]}` : next} `;
}

function indentOf(why: Why, source: SourceText): number {
  return why.span.start - source.lineStart(source.lineOf(why.span.start));
}

function linePrefix(why: Why, source: SourceText): string {
  const line = source.text.slice(
    source.lineStart(source.lineOf(why.span.start)),
    source.lineEnd(source.lineOf(why.span.start)),
  );
  const match = /^[\s>]*(?:[-*+] |(\d{1,9})([.)]) )?/.exec(line)!;
  return match[1] ? match[0].replace(match[1], String(Number(match[1]) + 1)) : match[0];
}

/** Whether the whys of a chain follow each other line by line, without blank lines. */
function followsLine(chain: WhyChain, source: SourceText): boolean {
  const [first, second] = chain.whys;
  return (
    first !== undefined &&
    second !== undefined &&
    !/\n\s*\n/.test(source.text.slice(first.span.start, second.span.start))
  );
}

function sentence(text: string): string {
  const plain = text.replace(/(?<![\s.])[\s.]+$/, '');
  return plain === '' ? plain : plain[0]!.toUpperCase() + plain.slice(1);
}

function tableOf(section: Section, why: Why): Block | undefined {
  const own = section.blocks.find(
    (block) => block.kind === 'table' && block.start <= why.span.start && why.span.end <= block.end,
  );
  return own ?? section.children.map((child) => tableOf(child, why)).find(Boolean);
}

function cellsFor(table: Block, row: Block, last: Why, question: string): string[] {
  return row.children.map((cell, index) => {
    if (last.question && cell.start <= last.question.span.start && last.question.span.end <= cell.end)
      return /^\W*why\W*$/i.test(last.question.text) ? last.question.text : question;
    if (cell.start <= last.answer.span.start && last.answer.span.end <= cell.end) return ANSWER;
    const number = /^\d+$/.exec(cell.text);
    return index < table.children[0]!.children.length && number ? String(Number(number[0]) + 1) : '';
  });
}

/** Five whys to fill in, for documents whose template has none. */
const FIVE_WHYS =
  '1. **Why?** [what failed, answering the impact]\n2. **Why?** [what made that possible]\n3. **Why?** [what made that possible]\n4. **Why?** [what made that possible]\n5. **Why?** [the cause in the system, the process or the architecture]\n\n**Root Cause:** [the cause that a change can remove]\n**Fix:** [the change that removes it]';

/** A Five Whys section at the end of a root cause analysis, with the template's text where it has one. */
export function insertFiveWhys(cause: Section, template: DocumentTemplate, { source }: Postmortem): TextEdit {
  const { title, body } = fiveWhysOf(template);
  const heading = `${'#'.repeat(Math.min(6, cause.level + 1))} ${title}`;
  const text = `\n\n${heading}\n\n${body}`.replace(/\r?\n/g, source.eol);
  return insert(contentEnd(cause.span, source), text);
}

/** Title and body of a Five Whys section to fill in: the template's where it has one. */
export function fiveWhysOf(template: DocumentTemplate): { readonly title: string; readonly body: string } {
  const model = findWhys(template.sections);
  return {
    title: model?.title ?? 'Five Whys',
    body: (model?.body || FIVE_WHYS).replace(/<!--\s*optional\s*-->\s*/, ''),
  };
}

function findWhys(sections: readonly TemplateSection[]): TemplateSection | undefined {
  for (const section of sections) {
    const found = section.kind === 'five-whys' ? section : findWhys(section.children);
    if (found) return found;
  }
  return undefined;
}
