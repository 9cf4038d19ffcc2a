import { printableJson } from '../../terminal.ts';
import type { FileResult, ReportedFinding } from '../result.ts';
import type { Format } from './format.ts';

const SEVERITY = { error: 2, warning: 1, information: 0, hint: 0 } as const;

/** ESLint's shape, so that what reads ESLint's reports reads these. */
export default function json(): Format {
  let first = true;
  return {
    begin: () => '[',
    file(result) {
      const separator = first ? '\n' : ',\n';
      first = false;
      return separator + printableJson(report(result));
    },
    end: () => '\n]\n',
  };
}

function report(result: FileResult): object {
  return {
    filePath: result.path,
    postmortem: result.recognition.isPostmortem,
    messages: result.findings.map(message),
  };
}

function message({ start, end, fixes = [], ...finding }: ReportedFinding): object {
  const safe = fixes.find((fix) => fix.safe);
  const suggestions = fixes.filter((fix) => !fix.safe).map((fix) => ({ desc: fix.title, fix: fix.whole }));
  return {
    ruleId: finding.ruleId,
    severity: SEVERITY[finding.severity],
    level: finding.severity,
    message: finding.message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    ...(safe ? { fix: safe.whole } : {}),
    ...(suggestions.length > 0 ? { suggestions } : {}),
  };
}
