import { printable } from '../../terminal.ts';
import type { FileResult, Summary } from '../result.ts';
import type { Format, FormatContext } from './format.ts';

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

/** For people at a terminal. */
export default function stylish({ terminal }: FormatContext): Format {
  return {
    file(result) {
      const { recognition } = result;
      if (!recognition.isPostmortem && result.explicit)
        return `${terminal.paint('dim', `${printable(result.shownPath)}: ${LEFT_ALONE[recognition.reason]}, left alone`)}\n`;
      if (result.findings.length === 0) return '';
      const rows = rowsOf(result);
      const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
      const lines = rows.map(([place = '', level = '', message = '', rule = ''], index) => {
        const colour = COLOURS[result.findings[index]?.severity ?? 'hint'];
        const padded = [
          place.padStart(widths[0] ?? 0),
          terminal.paint(colour, level.padEnd(widths[1] ?? 0)),
          message.padEnd(Math.min(widths[2] ?? 0, 100)),
          terminal.paint('dim', rule),
        ];
        return `  ${padded.join('  ')}\n`;
      });
      return `\n${terminal.paint('underline', printable(result.shownPath))}\n${lines.join('')}`;
    },
    end: (summary) => endOf(summary, terminal),
  };
}

const LEFT_ALONE: Readonly<Record<FileResult['recognition']['reason'], string>> = {
  path: 'no postmortem',
  'front-matter': 'its front matter says it is no postmortem',
  title: 'no postmortem',
  sections: 'no postmortem',
  excluded: 'excluded by the configuration',
  guide: 'a guide or a template',
  other: 'no postmortem',
};

function rowsOf({ findings }: FileResult): string[][] {
  return findings.map(({ start, severity, message, ruleId, fixable }) => [
    `${start.line + 1}:${start.character + 1}`,
    severity,
    printable(message),
    `${ruleId}${fixable ? ' (--fix)' : ''}`,
  ]);
}

function endOf(
  { files, postmortems, counts, fixable, fixedFiles, known }: Summary,
  { paint }: FormatContext['terminal'],
): string {
  if (files === 0) return 'no file was checked\n';
  const parts = (['error', 'warning', 'information', 'hint'] as const)
    .filter((level) => counts[level] > 0)
    .map((level) =>
      paint(
        COLOURS[level],
        `${counts[level]} ${level === 'information' ? 'information' : plural(counts[level], level)}`,
      ),
    );
  const checked = `${plural(postmortems, 'postmortem', true)} of ${plural(files, 'file', true)}`;
  const lines =
    parts.length === 0 ? [`${paint('green', '✔')} ${checked}: nothing to say`] : [`${parts.join(', ')} in ${checked}`];
  if (fixedFiles > 0) lines.push(`fixed ${plural(fixedFiles, 'file', true)}`);
  if (fixable > 0) lines.push(`--fix answers ${fixable} of them`);
  if (known > 0) lines.push(`${known} more in the baseline`);
  return `\n${lines.join('\n')}\n`;
}

function plural(count: number, word: string, numbered = false): string {
  return `${numbered ? `${count} ` : ''}${word}${count === 1 ? '' : 's'}`;
}
