import { t } from '../../l10n.ts';
import { fieldKindOf, MEASURE_FIELDS } from '../../model/fieldKinds.ts';
import type { FieldKind, Postmortem, Section } from '../../model/postmortem.ts';
import type { DocumentTemplate } from '../../model/template.ts';
import { choiceOf, isBinding } from '../../model/templates.ts';
import { insert } from '../../text/edit.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { contentEnd, lines } from '../structure/sharedInsertion.ts';

/** A bullet of the template's impact section. */
interface Measure {
  readonly kind: FieldKind;
  readonly name: string;
  readonly line: string;
}

/** How prose tells a measure without its name. */
const TOLD: Partial<Record<FieldKind, RegExp>> = {
  'users-affected':
    /\b(?:users?|customers?|clients?|people|tenants?|visitors?|subscribers?|accounts?|requests|sessions|students|developers|teams?)\b/i,
  'services-down':
    /\b(?:services?|systems?|apis?|endpoints?|sites?|website|app|application|products?|regions?|clusters?|hubs?|databases?|pipelines?)\b/i,
  duration: /\b\d+(?:\.\d+)?\s?(?:min|minutes?|h|hours?|days?)\b/i,
  'revenue-loss': /\brevenue\b|[$€£]\s?\d|\b(?:costs?|sales|credits?|refund\w*|financial\w*|money)\b/i,
  'data-loss':
    /\b(?:data|records?|events?|messages?)\b.{0,40}\b(?:los[ts]|losses|lost|corrupt\w*|recovered|intact|deleted|missing)\b|\b(?:no|lost|loss of|losing)\b.{0,20}\bdata\b/i,
  'customer-complaints':
    /\b(?:complain\w*|support (?:tickets?|requests?|cases?|calls?)|tickets?|reports? from|reported by|reported)\b/i,
};

function measuresOf(template: DocumentTemplate): Measure[] {
  const impact = template.sections.find((section) => section.kind === 'impact');
  if (!impact) return [];
  return impact.body.split(/\r?\n/).flatMap((line) => {
    const name = /^\s*[-*+]\s+(?:\*\*|__)([^*_:]{2,40}):?(?:\*\*|__):?/.exec(line)?.[1];
    const kind = name ? fieldKindOf(name) : 'other';
    return name && MEASURE_FIELDS.has(kind) ? [{ kind, name, line: line.trim() }] : [];
  });
}

function absentMeasures({ postmortem, template, settings }: Pick<RuleContext, 'postmortem' | 'template' | 'settings'>):
  | {
      readonly section: Section;
      readonly measures: readonly Measure[];
    }
  | undefined {
  if (!isBinding(choiceOf(postmortem, template, settings))) return undefined;
  const section = postmortem.sections.find((candidate) => candidate.kind === 'impact');
  const wanted = measuresOf(template);
  if (!section || wanted.length === 0) return undefined;
  const told = postmortem.prose
    .filter(
      (unit) => unit.section && (unit.kind === 'impact' || isWithin(unit.section, section)) && unit.role !== 'heading',
    )
    .map((unit) => unit.run.text)
    .join('\n')
    .slice(0, 20_000);
  if (told === '') return undefined;
  const measures = wanted.filter(({ kind }) => !isStated(kind, told, postmortem));
  return measures.length > 0 ? { section, measures } : undefined;
}

function isWithin(section: Section, outer: Section): boolean {
  for (let at: Section | undefined = section; at; at = at.parent) if (at === outer) return true;
  return false;
}

function isStated(kind: FieldKind, told: string, postmortem: Postmortem): boolean {
  if (postmortem.fields.some((field) => field.kind === kind)) return true;
  if (kind === 'services-down' && postmortem.fields.some((field) => field.kind === 'services')) return true;
  return TOLD[kind]?.test(told) ?? false;
}

export default defineRule({
  id: 'impact/missing-measure',
  title: 'The impact leaves a measure out',
  severity: 'information',
  completeness: true,
  exampleSection: 'Impact',
  docs: {
    why: 'Incidents can be compared only if each one answers the same questions: who, what, how long, how much, what was lost, who complained.',
    instead: 'Answer all of them; "none" and "unknown" are answers.',
    notFlagged: 'Measures told in prose instead of a bullet, or in the header; documents whose template asks for none.',
    sources: [
      {
        title: 'AWS: Creating a Correction of Errors document',
        url: 'https://aws.amazon.com/blogs/mt/creating-a-correction-of-errors-document/',
      },
    ],
  },
  messages: { absent: 'The impact does not say: {names}. “None” is an answer, too' },
  examples: [
    {
      name: 'nothing about money, data and complaints',
      whole: true,
      bad: '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n## ⟦Impact⟧\n\n- **Users Affected:** 120\n- **Services Down:** mail\n- **Duration:** 40 minutes\n\n## Timeline\n\n- 10:00 UTC - Alert\n',
      fixed:
        '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Impact\n\n- **Users Affected:** 120\n- **Services Down:** mail\n- **Duration:** 40 minutes\n- **Revenue Loss:** $[amount]\n- **Data Loss:** Yes/No - [details]\n- **Customer Complaints:** [number]\n\n## Timeline\n\n- 10:00 UTC - Alert\n',
    },
    {
      name: 'told in one sentence that leaves things out',
      whole: true,
      bad: '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n## ⟦Impact⟧\n\nThe mail service was down for 40 minutes for 120 users. No data was lost.\n',
      severity: 'information',
    },
    {
      name: 'all told, in prose and bullets',
      whole: true,
      good: '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Duration:** 40 minutes\n\n## Impact\n\n120 users of the mail service waited. There was no loss of revenue and no data was lost.\n\n- **Customer Complaints:** 3\n',
    },
    {
      name: 'a template without measures',
      whole: true,
      good: '---\ntemplate: google-sre\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Impact\n\nMail waited.\n',
    },
  ],
  *check(context) {
    const absent = absentMeasures(context);
    if (absent)
      yield {
        span: absent.section.headingText,
        message: 'absent',
        args: { names: absent.measures.map((measure) => measure.name).join(', ') },
      };
  },
  *fixes(_finding, context) {
    const absent = absentMeasures(context);
    if (!absent) return;
    const { postmortem } = context;
    const { section, measures } = absent;
    const { source } = postmortem;
    const list = section.blocks.findLast((block) => block.kind === 'list' && !block.data.ordered);
    const marker = list?.children[0]?.data.marker ?? '-';
    const bullets = measures.map((measure) => measure.line.replace(/^[-*+]/, marker)).join('\n');
    const at = list ? trimmed(source.text, list.end) : endOfOwn(section, postmortem);
    const gap = list ? source.eol : source.eol + source.eol;
    yield {
      kind: 'template',
      title:
        measures.length === 1 ? t('Insert “{0}”', measures[0]!.name) : t('Insert the {0} bullets', measures.length),
      edits: [insert(at, gap + lines(bullets, source.eol))],
      preferred: true,
    };
  },
});

function trimmed(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** End of what stands directly in the section, in front of its first sub-section. */
function endOfOwn(section: Section, postmortem: Postmortem): number {
  const child = section.children[0];
  return child ? trimmed(postmortem.source.text, child.heading.start) : contentEnd(section, postmortem);
}
