import { analyzeText, type BlameFinding } from '../../../server/src/core/language/analyze.ts';
import { DocumentContext } from '../../../server/src/core/language/context.ts';
import type { SectionKind } from '../../../server/src/core/model/postmortem.ts';
import { walk } from '../../../server/src/core/parse/block.ts';
import { parseMarkdown } from '../../../server/src/core/parse/markdown.ts';
import type { ProseRun } from '../../../server/src/core/parse/prose.ts';
import { askInstead, rewritesOf } from '../../../server/src/core/rewrites/rewrite.ts';
import { SourceText } from '../../../server/src/core/text/source.ts';

const context = new DocumentContext({});

/** A finding in a small document, with what can be made of it. */
export interface Rewritten {
  readonly finding: BlameFinding;
  /** The whole document after each rewrite, best first. */
  readonly texts: readonly string[];
  readonly question: string;
}

/** The runs of prose of a Markdown text. */
export function runsOf(markdown: string): ProseRun[] {
  const runs: ProseRun[] = [];
  for (const block of parseMarkdown(new SourceText(markdown)).blocks) {
    for (const inner of walk(block)) if (inner.prose) runs.push(inner.prose);
  }
  return runs;
}

/** The warnings in a Markdown text. */
export function warningsIn(markdown: string, section: SectionKind = 'root-cause'): BlameFinding[] {
  return runsOf(markdown).flatMap((run) =>
    analyzeText(run.text, run.data.opaque, section, context).filter((f) => f.candidate.severity === 'warning'),
  );
}

/** Every warning in a Markdown text with its rewrites. */
export function rewrite(markdown: string, section: SectionKind = 'root-cause'): Rewritten[] {
  return runsOf(markdown).flatMap((run) =>
    analyzeText(run.text, run.data.opaque, section, context)
      .filter((finding) => finding.candidate.severity === 'warning')
      .map((finding) => {
        const source = (start: number, end: number) => {
          const span = run.toSource({ start, end });
          return markdown.slice(span.start, span.end);
        };
        const texts = rewritesOf(finding.candidate, finding.sentence, source).map(({ span, text }) => {
          const at = run.toSource(span);
          return markdown.slice(0, at.start) + text + markdown.slice(at.end);
        });
        return { finding, texts, question: askInstead(finding.candidate, finding.sentence) };
      }),
  );
}
