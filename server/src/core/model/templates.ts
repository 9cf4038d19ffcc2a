import { DEFAULT_SETTINGS, type Settings } from '../config/settings.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { builtinTemplates } from '../templates/templates.generated.ts';
import { SourceText } from '../text/source.ts';
import { readFrontMatter } from './frontMatterFields.ts';
import { readMetadata } from './metadata.ts';
import type { Field, Postmortem, Section } from './postmortem.ts';
import { readOutline } from './sections.ts';
import type { DocumentTemplate, TemplateField, TemplateSection } from './template.ts';
import { coverage, similarity } from './templateFit.ts';

const OPTIONAL = /<!--\s*optional\s*-->/i;
/** The mark with the line it stands on, or behind the text it stands behind. */
const OPTIONAL_LINES =
  /^[ \t]*<!--\s*optional\s*-->[ \t]*\r?\n(?:[ \t]*\r?\n)?|(?<![ \t])[ \t]*<!--\s*optional\s*-->/gim;

/** The templates that come with the product, the default first. */
export { builtinTemplates };

/** Reads a template file. `id` is its file name without extension. Never throws: any Markdown is some template. */
export function parseTemplate(id: string, text: string): DocumentTemplate {
  const document = parseMarkdown(new SourceText(text));
  const facts = readFrontMatter(document);
  const stated = (name: string) => facts.fields.find((field) => field.name.text.toLowerCase() === name)?.value.text;
  const yaml = document.frontMatter?.content;
  const front = yaml ? frontMatterOfDocuments(text.slice(yaml.start, yaml.end)) : '';
  const body = text.slice(document.frontMatter?.span.end ?? document.source.contentStart);
  const outline = readOutline(document, DEFAULT_SETTINGS);
  const { fields } = readMetadata(document, outline);
  return {
    id,
    name: stated('name') || id,
    description: stated('description') ?? '',
    text: front + body.replace(OPTIONAL_LINES, '').replace(/^\s*\n/, ''),
    fields: fields.filter(isAskedFor).map(fieldOf),
    sections: outline.sections.filter((section) => !section.parent).map(sectionOf),
  };

  function fieldOf(field: (typeof fields)[number]): TemplateField {
    const line = text.slice(field.line.start, field.line.end);
    return {
      kind: field.kind,
      name: field.name.text,
      line: line.replace(OPTIONAL_LINES, '').trim(),
      optional: OPTIONAL.test(line),
    };
  }

  function sectionOf(section: Section): TemplateSection {
    const firstChild = section.children[0]?.span.start ?? section.span.end;
    const below = text.slice(section.heading.end, firstChild);
    // What stands behind a closing rule is the footer of the document, not part of its last section.
    const own = below.replace(/\n(?:-{3,}|\*{3,})[ \t]*\r?\n[\s\S]*$/, '\n');
    return {
      kind: section.kind,
      subKind: section.subKind,
      title: section.title,
      level: section.level,
      optional: OPTIONAL.test(own),
      body: own.replace(OPTIONAL_LINES, '').trim(),
      children: section.children.map(sectionOf),
    };
  }
}

/** Whether documents need the field: those of the header, those of their front matter. */
function isAskedFor({ place, form, name }: Field): boolean {
  if (place === 'front-matter') return !DESCRIBES_TEMPLATE.test(name.text);
  return place === 'header' && form !== 'heading';
}

/** Keys that say what the template is, not what its documents have. */
const DESCRIBES_TEMPLATE = /^(?:name|description)$/i;

/** The front matter that documents of a template have, as it stands in the template's own; empty where there is none. */
function frontMatterOfDocuments(yaml: string): string {
  // A key begins a line; what is indented below it is its value.
  const entries = yaml.split(/^(?=[^\s#])/m).filter((entry) => !/^(?:name|description)\s*:/i.test(entry));
  const kept = entries.join('').trim();
  return kept === '' ? '' : `---\n${kept}\n---\n\n`;
}

/** The template a document follows, and how it is known. */
export interface TemplateChoice {
  readonly template: DocumentTemplate;
  /** `document`: its front matter names it; `settings`: the configuration does; `closest`: its sections are the most alike. */
  readonly by: 'document' | 'settings' | 'closest';
  /** Part of the required sections that the document has, 0–1. */
  readonly coverage: number;
}

const choices = new WeakMap<Postmortem, TemplateChoice>();

/** The template a document follows: the one it names, else the configured one, else the one with the closest sections. */
export function chooseTemplate(
  postmortem: Postmortem,
  settings: Settings,
  templates: readonly DocumentTemplate[] = builtinTemplates,
): DocumentTemplate {
  const choice = choose(postmortem, settings, templates);
  choices.set(postmortem, choice);
  return choice.template;
}

/** How the document came to follow this template. */
export function choiceOf(postmortem: Postmortem, template: DocumentTemplate, settings: Settings): TemplateChoice {
  const known = choices.get(postmortem);
  return known?.template === template ? known : choose(postmortem, settings, [template]);
}

/**
 * Whether what the template asks for can be asked of the document: it or the configuration names the template, or it has at least
 * four fifths of the required sections. A team that writes its postmortems in another shape does not miss the parts of ours.
 */
export function isBinding(choice: TemplateChoice): boolean {
  return choice.by !== 'closest' || choice.coverage >= 0.8;
}

function choose(postmortem: Postmortem, settings: Settings, templates: readonly DocumentTemplate[]): TemplateChoice {
  const find = (name: string | undefined) =>
    name
      ? templates.find((template) =>
          [template.id, template.name].some((known) => known.toLowerCase() === name.toLowerCase()),
        )
      : undefined;
  const named = find(readFrontMatter(postmortem.document).template?.text);
  if (named) return { template: named, by: 'document', coverage: coverage(postmortem, named) };
  const configured = settings.template === 'auto' ? undefined : find(settings.template);
  if (configured) return { template: configured, by: 'settings', coverage: coverage(postmortem, configured) };

  let best: DocumentTemplate | undefined;
  let highest = -1;
  for (const template of templates) {
    const alike = similarity(postmortem, template);
    if (alike <= highest) continue;
    highest = alike;
    best = template;
  }
  const template = best ?? parseTemplate('none', '');
  return { template, by: 'closest', coverage: coverage(postmortem, template) };
}
