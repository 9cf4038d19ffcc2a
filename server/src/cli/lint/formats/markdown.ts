import type { Finding } from '../../../core/index.ts';
import { printable } from '../../terminal.ts';
import type { Format } from './format.ts';

const MARKS: Readonly<Record<Finding['severity'], string>> = {
  error: '❌',
  warning: '⚠️',
  information: 'ℹ️',
  hint: '💡',
};

/** For the comment on a merge request or the summary of a job. */
export default function markdown(): Format {
  return {
    begin: () => '## Blameless Postmortem\n',
    file({ shownPath, findings }) {
      if (findings.length === 0) return '';
      const rows = findings.map(
        ({ start, severity, message, ruleId }) =>
          `| ${start.line + 1} | ${MARKS[severity]} ${severity} | ${cell(message)} | \`${ruleId}\` |\n`,
      );
      return `\n### ${cell(shownPath)}\n\n| Line | Severity | Finding | Rule |\n|---:|---|---|---|\n${rows.join('')}`;
    },
    end({ counts, files, postmortems }) {
      const total = counts.error + counts.warning + counts.information + counts.hint;
      const found =
        total === 0
          ? 'Nothing to say.'
          : `${counts.error} errors, ${counts.warning} warnings, ${counts.information + counts.hint} remarks.`;
      return `\n${found} ${postmortems} postmortems of ${files} files.\n`;
    },
  };
}

/** Text as Markdown shows it literally, on one line of a table: nothing in it is markup, a mention or a link. */
function cell(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]()#+!|~>$-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/@/g, '&#64;');
}
