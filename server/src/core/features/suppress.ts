import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { Section } from '../model/postmortem.ts';
import { type Block, walk } from '../parse/block.ts';
import type { Finding } from '../rules/rule.ts';
import { insert, type TextEdit } from '../text/edit.ts';
import { contains } from '../text/span.ts';

/** A change that silences a rule in a part of a document. */
export interface Suppressing {
  readonly scope: 'line' | 'section' | 'file';
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

const REASON = '[why it is right here]';

/**
 * The ways to silence a finding: for its line, for its section where the rule found more there, and for the document. The reason is
 * left as a fill-in.
 */
export function suppressionsFor(checked: Checked, finding: Finding): Suppressing[] {
  const section = innermostSection(checked, finding);
  const same = checked.findings.filter((other) => other.ruleId === finding.ruleId);
  const several = section && same.filter((other) => contains(section.span, other.span)).length > 1;
  return [
    suppressHere(checked, finding),
    ...(several ? [suppressInSection(checked, finding, section)] : []),
    suppressInDocument(checked, finding),
  ];
}

function comment(directive: string, ruleId: string, reason = ` -- ${REASON}`): string {
  return `<!-- postmortem-${directive} ${ruleId}${reason} -->`;
}

function suppressHere({ document }: Checked, finding: Finding): Suppressing {
  const { source } = document;
  const title = t('Suppress {0} for this line', finding.ruleId);
  const line = source.lineOf(finding.span.start);
  const start = source.lineStart(line);
  // A comment on a line of its own ends a paragraph, a list or a table; only above a block it changes nothing.
  const block = document.blocks.find((candidate) => contains(candidate.span, finding.span));
  if (!block || (block.start === start && (block.kind === 'paragraph' || block.kind === 'heading')))
    return {
      scope: 'line',
      title,
      edits: [insert(start, `${comment('disable-next-line', finding.ruleId)}${source.eol}`)],
    };
  const row = rowAt(block, finding.span.start);
  const text = source.text.slice(start, source.lineEnd(line));
  const end = row && text.trimEnd().endsWith('|') ? start + text.lastIndexOf('|') : start + text.trimEnd().length;
  const before = source.text[end - 1];
  const gap = before === ' ' || before === '|' ? '' : ' ';
  return {
    scope: 'line',
    title,
    edits: [insert(end, `${gap}${comment('disable-line', finding.ruleId)}${row && gap === '' ? ' ' : ''}`)],
  };
}

function rowAt(block: Block, offset: number): Block | undefined {
  for (const inner of walk(block))
    if (inner.kind === 'row' && inner.start <= offset && offset <= inner.end) return inner;
  return undefined;
}

function innermostSection(checked: Checked, finding: Finding): Section | undefined {
  const around = checked.postmortem?.sections.filter((section) => contains(section.span, finding.span)) ?? [];
  return around.reduce<Section | undefined>(
    (best, section) => (!best || section.level >= best.level ? section : best),
    undefined,
  );
}

function suppressInSection({ document }: Checked, finding: Finding, section: Section): Suppressing {
  const { eol } = document.source;
  return {
    scope: 'section',
    title: t('Suppress {0} in “{1}”', finding.ruleId, section.title),
    edits: [
      insert(section.heading.end, `${eol}${eol}${comment('disable', finding.ruleId)}`),
      insert(section.span.end, `${eol}${eol}${comment('enable', finding.ruleId, '')}`),
    ],
  };
}

function suppressInDocument({ document, postmortem }: Checked, finding: Finding): Suppressing {
  const { source } = document;
  const text = comment('disable-file', finding.ruleId);
  const title = t('Suppress {0} in this document', finding.ruleId);
  const at = postmortem?.title?.span;
  if (at)
    return {
      scope: 'file',
      title,
      edits: [insert(source.lineEnd(source.lineOf(at.end)), `${source.eol}${source.eol}${text}`)],
    };
  const top = document.frontMatter?.span.end ?? source.contentStart;
  return { scope: 'file', title, edits: [insert(top, `${text}${source.eol}${source.eol}`)] };
}
