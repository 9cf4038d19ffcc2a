import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules, ruleUrl } from '../../../core/index.ts';
import { printableJson } from '../../terminal.ts';
import { VERSION } from '../../version.ts';
import type { FileResult, ReportedFinding } from '../result.ts';
import type { Format, FormatContext } from './format.ts';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const;

/** SARIF 2.1.0, for code scanning. */
export default function sarif({ terminal }: FormatContext): Format {
  let first = true;
  const seen = new Map<string, number>();
  return {
    begin() {
      const head = { version: VERSION, rules: rules.map(descriptor) };
      const driver = JSON.stringify({ name: 'Blameless Postmortem', semanticVersion: head.version, rules: head.rules });
      return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${driver}},"columnKind":"utf16CodeUnits","originalUriBaseIds":{"SRCROOT":{"uri":${JSON.stringify(`${pathToFileURL(terminal.cwd).href}/`)}}},"results":[`;
    },
    file(result) {
      return result.findings
        .map((finding) => {
          const separator = first ? '\n' : ',\n';
          first = false;
          return separator + printableJson(resultOf(result, finding, terminal.cwd, seen));
        })
        .join('');
    },
    end: () => '\n]}]}\n',
  };
}

function descriptor(rule: (typeof rules)[number]): object {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.docs.why },
    help: { text: rule.docs.instead },
    helpUri: ruleUrl(rule.id),
    defaultConfiguration: { level: LEVELS[rule.severity], enabled: rule.severity !== 'off' },
  };
}

function resultOf(result: FileResult, finding: ReportedFinding, cwd: string, seen: Map<string, number>): object {
  const artifactLocation = locationOf(result.path, cwd);
  const fixes = (finding.fixes ?? []).map((fix) => ({
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: fix.edits.map(({ range: [from, to], text }) => ({
          deletedRegion: { charOffset: from, charLength: to - from },
          insertedContent: { text },
        })),
      },
    ],
  }));
  // Follows the finding when lines above it come and go.
  const key = `${result.shownPath}\0${finding.ruleId}\0${finding.text}`;
  const nth = seen.get(key) ?? 0;
  seen.set(key, nth + 1);
  return {
    ruleId: finding.ruleId,
    ruleIndex: rules.findIndex((rule) => rule.id === finding.ruleId),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding) } }],
    partialFingerprints: { 'findingText/v1': createHash('sha256').update(`${key}\0${nth}`).digest('hex').slice(0, 32) },
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function regionOf({ span, start, end }: ReportedFinding): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

function locationOf(path: string, cwd: string): object {
  if (path.startsWith('<')) return { uri: encodeURIComponent(path) };
  const absolute = resolve(cwd, path);
  const inside = relative(cwd, absolute);
  if (inside.startsWith('..') || inside === absolute) return { uri: pathToFileURL(absolute).href };
  return { uri: inside.split(sep).map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}
