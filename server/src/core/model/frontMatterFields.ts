import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { MarkdownDocument } from '../parse/markdown.ts';
import type { Span } from '../text/span.ts';
import { fieldKindOf } from './fieldKinds.ts';
import type { Field, Value } from './postmortem.ts';

/** What the front matter of a document says. */
export interface FrontMatterFacts {
  readonly fields: readonly Field[];
  /** `title:` */
  readonly title: Value | undefined;
  /** `template:`; the template that the document follows. */
  readonly template: Value | undefined;
  /** Whether it says that the document is a postmortem, or that it is none; undefined where it says neither. */
  readonly postmortem: boolean | undefined;
  /** `postmortem: {disable: [...]}`, each with its place. */
  readonly disabled: readonly Value[];
}

const NOTHING: FrontMatterFacts = {
  fields: [],
  title: undefined,
  template: undefined,
  postmortem: undefined,
  disabled: [],
};

/** Front matter that is longer holds data, not facts about the document. */
const LONGEST = 32_768;

let last: { readonly yaml: string; readonly at: number; readonly facts: FrontMatterFacts } | undefined;

/** Reads the front matter. What is no YAML says nothing. */
export function readFrontMatter(document: MarkdownDocument): FrontMatterFacts {
  const at = document.frontMatter?.content;
  if (!at || at.end - at.start > LONGEST) return NOTHING;
  const yaml = document.source.text.slice(at.start, at.end);
  if (last?.yaml === yaml && last.at === at.start) return last.facts;
  const facts = readYaml(yaml, at.start);
  last = { yaml, at: at.start, facts };
  return facts;
}

function readYaml(yaml: string, offset: number): FrontMatterFacts {
  let map: YAMLMap;
  try {
    const contents = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent' }).contents;
    if (!isMap(contents)) return NOTHING;
    map = contents;
  } catch {
    return NOTHING;
  }
  const fields: Field[] = [];
  let title: Value | undefined;
  let template: Value | undefined;
  let postmortem: boolean | undefined;
  let disabled: readonly Value[] = [];
  for (const { key, value } of map.items) {
    const name = readValue(key, yaml, offset);
    if (!name) continue;
    const word = name.text.toLowerCase();
    const held = readValue(value, yaml, offset) ?? {
      text: '',
      span: { start: name.span.end + 1, end: name.span.end + 1 },
    };
    if (word === 'title') title = held;
    else if (word === 'template') template = held;
    else if (word === 'postmortem') {
      if (isMap(value)) {
        postmortem = true;
        disabled = listOf(value.get('disable', true), yaml, offset);
      } else postmortem = held.text !== 'false' && held.text !== '';
    } else if (word === 'type' || word === 'kind' || word === 'tags' || word === 'layout') {
      const values = isSeq(value) ? listOf(value, yaml, offset) : held.text.split(/[\s,]+/).map((text) => ({ text }));
      if (values.some(({ text }) => /^(?:post-?mortems?|incident-?(?:report|review|postmortem)s?)$/i.test(text)))
        postmortem ??= true;
    } else fields.push(fieldFrom(name, held, lineOf(yaml, name, held, offset)));
  }
  return { fields, title, template, postmortem, disabled };
}

function fieldFrom(name: Value, value: Value, line: Span): Field {
  return { kind: fieldKindOf(name.text), name, value, form: 'front-matter', line, place: 'front-matter' };
}

function lineOf(yaml: string, name: Value, value: Value, offset: number): Span {
  const end = yaml.indexOf('\n', Math.max(name.span.end, value.span.end) - offset);
  return { start: name.span.start, end: (end < 0 ? yaml.length : end) + offset };
}

function readValue(node: unknown, yaml: string, offset: number): Value | undefined {
  if (isScalar(node) && node.range) {
    if (node.value === null) return undefined;
    const source = yaml.slice(node.range[0], node.range[1]);
    const quoted = /^(['"])[\s\S]*\1$/.test(source) && source.length >= 2;
    const at = { start: offset + node.range[0] + (quoted ? 1 : 0), end: offset + node.range[1] - (quoted ? 1 : 0) };
    return { text: quoted ? String(node.value) : source.trim(), span: at };
  }
  if (isSeq(node) && node.range) {
    const items = listOf(node, yaml, offset);
    const first = items[0];
    if (!first) return undefined;
    return {
      text: items.map((item) => item.text).join(', '),
      span: { start: first.span.start, end: items.at(-1)!.span.end },
    };
  }
  return undefined;
}

function listOf(node: unknown, yaml: string, offset: number): Value[] {
  if (isSeq(node)) return node.items.flatMap((item) => readValue(item, yaml, offset) ?? []);
  const single = readValue(node, yaml, offset);
  return single ? [single] : [];
}
