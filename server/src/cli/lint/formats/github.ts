import { relative, resolve, sep } from 'node:path';
import { printable } from '../../terminal.ts';
import type { Format, FormatContext } from './format.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice' } as const;

/** Annotations of a GitHub Actions run. It shows few of them, so hints are left to the other formats. */
export default function github({ terminal }: FormatContext): Format {
  const root = terminal.env.GITHUB_WORKSPACE ?? terminal.cwd;
  return {
    file({ path, findings }) {
      const file = path.startsWith('<') ? path : relative(root, resolve(terminal.cwd, path)).split(sep).join('/');
      const lines = findings.map((finding) => {
        if (finding.severity === 'hint') return '';
        const { start, end } = finding;
        const properties = {
          file,
          line: start.line + 1,
          endLine: end.line + 1,
          // Columns only mean something within one line.
          ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
          title: finding.ruleId,
        };
        const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
        return `::${COMMANDS[finding.severity]} ${listed.join(',')}::${data(finding.message)}\n`;
      });
      return lines.join('');
    },
  };
}

/** Escapes the text of a workflow command, as GitHub's own toolkit does. Logs are read in terminals, too. */
function data(text: string): string {
  return printable(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
