import { toSnippet } from '../../server/src/core/features/fillIns.ts';
import type { DocumentTemplate, TemplateSection } from '../../server/src/core/model/template.ts';
import type { GeneratedFile } from './file.ts';
import { inEnglish, type Translate } from './translate.ts';

/** Pieces of a postmortem that no section of a template is. Fill-ins stand in brackets. */
const PIECES: readonly {
  readonly name: string;
  readonly prefix: string;
  readonly about: string;
  readonly text: string;
}[] = [
  {
    name: 'Five Whys',
    prefix: 'pm-five-whys',
    about: 'A chain of whys from the impact to a cause in the system, with its root cause and fix',
    text: [
      '**Incident:** [what users saw]',
      '',
      '1. **Why?** [what failed, answering the incident]',
      '2. **Why?** [what made that possible]',
      '3. **Why?** [what made that possible]',
      '4. **Why?** [what made that possible]',
      '5. **Why?** [the cause in the system, the process or the architecture]',
      '',
      '**Root Cause:** [the cause that a change can remove]',
      '**Fix:** [the change that removes it]',
    ].join('\n'),
  },
  {
    name: 'Timeline Entry',
    prefix: 'pm-entry',
    about: 'One entry of the timeline: the time in UTC, and what happened',
    text: '- **HH:MM** - [what happened, as the evidence shows it]',
  },
  {
    name: 'Timeline Row',
    prefix: 'pm-entry-row',
    about: 'One row of a timeline that is a table',
    text: '| HH:MM | [what happened, as the evidence shows it] |',
  },
  {
    name: 'Action Item',
    prefix: 'pm-action',
    about: 'One row of the table of action items',
    text: '| [AI-nnn] | [what changes, and how one can tell that it has] | [@name] | [priority] | [YYYY-MM-DD] | ⏳ |',
  },
  {
    name: 'Root Cause: System',
    prefix: 'pm-cause-system',
    about: 'A cause in the system: what it allowed to happen',
    text: 'Our [pipeline, service or tool] lets [what] reach [where] without [which check].',
  },
  {
    name: 'Root Cause: Process',
    prefix: 'pm-cause-process',
    about: 'A cause in the process: which step does not exist',
    text: 'There is no [rotation, review or runbook] for [which situation], so [what came late or not at all].',
  },
  {
    name: 'Root Cause: Architecture',
    prefix: 'pm-cause-architecture',
    about: 'A cause in the architecture: how the failure of one part spreads',
    text: 'A single [component or query] can take down [what else], because [how they depend on each other].',
  },
  {
    name: 'Suppress a Rule',
    prefix: 'pm-disable',
    about: 'Leaves a rule out for the next line, with the reason',
    text: '<!-- postmortem-disable-next-line [rule] -- [why it is right here] -->',
  },
];

/**
 * snippets/postmortem.json: the default template, each of its sections, and smaller pieces; for another language than English, under
 * its name. What is inserted stays English, as documents are.
 */
export function generateSnippets(
  templates: readonly DocumentTemplate[],
  language?: string,
  translate: Translate = inEnglish,
): GeneratedFile {
  const standard = templates.find((template) => template.id === 'standard');
  if (!standard) throw new Error('there is no template "standard", which the snippets are made of');
  const snippets = Object.fromEntries([
    entry(
      'Postmortem',
      'postmortem',
      translate('A whole postmortem from the blameless standard template'),
      standard.text,
    ),
    ...sectionsOf(standard).map((section) =>
      entry(
        section.title,
        `pm-${prefixOf(section)}`,
        translate('The section "{0}"').replace('{0}', section.title),
        textOf(section),
      ),
    ),
    ...PIECES.map(({ name, prefix, about, text }) => entry(name, prefix, translate(about), text)),
  ]);
  const file = language ? `postmortem.${language}.json` : 'postmortem.json';
  return { path: `snippets/${file}`, text: `${JSON.stringify(snippets, null, 2)}\n` };
}

function entry(name: string, prefix: string, description: string, text: string): [string, object] {
  const body = withChoices(toSnippet(text.trimEnd()) ?? text);
  return [name === 'Postmortem' ? name : `Postmortem: ${name}`, { prefix, description, body: body.split('\n') }];
}

/** The snippet with a choice for `P0 | P1 | P2` behind the name of a field; its tab stops are numbered in their order. */
function withChoices(snippet: string): string {
  const choices = snippet.replace(
    /^(\*\*[^*\n]+\*\* )(\w+(?: \| \w+)+)$/gm,
    (_, field: string, words: string) => `${field}\${0|${words.split(' | ').join(',')}|}`,
  );
  let stop = 0;
  return choices.replace(/(?<!\\)\$\{\d+/g, () => `\${${++stop}`);
}

/** Sections in the order of the template: in most, a title at the top holds them all. */
function sectionsOf(template: DocumentTemplate): readonly TemplateSection[] {
  const [only, ...others] = template.sections;
  return only && others.length === 0 && only.level === 1 ? only.children : template.sections;
}

/** `went-well` for a section of that kind, the words of its title for one that has none. */
function prefixOf({ kind, title }: TemplateSection): string {
  return kind ?? title.toLowerCase().replace(/[^a-z]+/g, '-');
}

function textOf({ level, title, body, children }: TemplateSection): string {
  const parts = [`${'#'.repeat(level)} ${title}`, body, ...children.map(textOf)];
  return parts.filter(Boolean).join('\n\n');
}
