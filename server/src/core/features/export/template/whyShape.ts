import type { WhyChain } from '../../../model/postmortem.ts';
import type { Block } from '../../../parse/block.ts';
import type { SourceText } from '../../../text/source.ts';
import { contains } from '../../../text/span.ts';
import type { Facts } from './facts.ts';
import type { Hints } from './hints.ts';
import { tableLike } from './tableShape.ts';

/** Five open whys in the shape of a chain. */
export function whyShape(
  chain: WhyChain,
  blocks: readonly Block[],
  source: SourceText,
  facts: Facts,
  hints: Hints,
): string {
  const { answers, rootCause, fix } = hints.whys();
  const text = source.text.slice(chain.span.start, chain.span.end);
  const word = /\b(?:why|warum|pourquoi|por qu[eéê])/iu.exec(text)?.[0] ?? 'Why';
  const why = `${word[0]!.toUpperCase()}${word.slice(1)}`;
  const label = /(\*\*|__)\W{0,4}(?:\d|why|warum|pourquoi|por qu)/i.test(text) ? `**${why}?**` : `${why}?`;
  const lines = [shapeOf()];
  if (chain.rootCause && contains(chain.span, chain.rootCause.span)) lines.push(`**Root Cause:** ${rootCause}`);
  if (chain.fix && contains(chain.span, chain.fix.span)) lines.push(`**Fix:** ${fix}`);
  return [lines[0], lines.slice(1).join('\n')].filter(Boolean).join('\n\n');

  function shapeOf(): string {
    switch (chain.form) {
      case 'table': {
        const table = blocks.find((block) => block.kind === 'table' && contains(block.span, chain.whys[0]!.span));
        return table ? tableOf(table) : numbered();
      }
      case 'bullets':
        return isNested()
          ? answers.map((answer, depth) => `${'  '.repeat(depth)}- ${label} ${answer}`).join('\n')
          : answers.map((answer) => `- ${label} ${answer}`).join('\n');
      case 'headings': {
        const marks = /^#{1,6}(?=\s)/m.exec(text)?.[0] ?? '###';
        return answers
          .map((answer, index) => `${marks} ${why} ${index + 1}?\n\n<!-- optional -->\n\n${answer}`)
          .join('\n\n');
      }
      case 'bold':
        return answers.map((answer, index) => `**${why} ${index + 1}?** ${answer}`).join('\n\n');
      case 'because':
        return answers.map((answer, index) => `${index + 1}. Because ${answer}`).join('\n');
      case 'arrows':
        return ['[what was seen]', ...answers].join(' → ');
      default:
        return numbered();
    }
  }

  function numbered(): string {
    return answers.map((answer, index) => `${index + 1}. ${label} ${answer}`).join('\n');
  }

  function isNested(): boolean {
    return /\n[ \t]+[-*+\d]/.test(text);
  }

  /** The question is the incident's; the cell it stands in counts the whys. */
  function tableOf(table: Block): string {
    const first = chain.whys[0]!;
    const row = table.children.find(
      (candidate) => contains(candidate.span, first.span) || contains(first.span, candidate.span),
    );
    const at = row?.children.findIndex((cell) => contains(cell.span, first.answer.span)) ?? -1;
    const width = table.children[0]!.children.length;
    const header = (cell: string) => (facts.isFree(cell) || /^\W?\d?\W?why/i.test(cell) ? cell : '');
    const isNumber = (index: number) => /^\W*\d{1,2}\W*$/.test(row?.children[index]?.text ?? '');
    return tableLike(
      table,
      source,
      header,
      answers.map((answer, index) =>
        Array.from({ length: width }, (_, column) => {
          if (column === (at < 0 ? width - 1 : at)) return answer;
          if (isNumber(column)) return `${index + 1}`;
          return column === 0 || isNumber(column - 1) ? `${why}?` : '';
        }),
      ),
    );
  }
}
