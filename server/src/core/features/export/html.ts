import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { safeUrl } from './tree.ts';

const CELL_STYLE = 'border:1px solid #8c8c8c;padding:4px 8px;text-align:left;vertical-align:top';

/** The tree as HTML for a clipboard: tables with borders of their own, boxes of task lists as letters, no scripts, no relative links. */
export function renderHtml(tree: Root): string {
  const html = toHast(tree) as HastRoot;
  visitElements(html, (element) => {
    const { properties } = element;
    if (element.tagName === 'table') properties.style = 'border-collapse:collapse';
    else if (element.tagName === 'th' || element.tagName === 'td') properties.style = CELL_STYLE;
    else if (element.tagName === 'input') return replaceBy(element, properties.checked ? '☑' : '☐');
    else if (element.tagName === 'a' && !safeUrl(String(properties.href ?? ''))) delete properties.href;
    else if (element.tagName === 'img' && !safeUrl(String(properties.src ?? '')))
      return replaceBy(element, String(properties.alt ?? ''));
  });
  return toHtml(html);
}

/** The tree in Confluence's storage format: XHTML, code and task lists as Confluence's own elements. */
export function renderConfluenceStorage(tree: Root): string {
  const html = toHast(tree) as HastRoot;
  visitElements(html, (element) => {
    const { tagName, properties } = element;
    if (tagName === 'pre') toCodeMacro(element);
    else if (tagName === 'ul' && element.children.some(isTaskItem)) toTaskList(element);
    else if (tagName === 'input') replaceBy(element, properties.checked ? '☑' : '☐');
    else if (tagName === 'a' && !safeUrl(String(properties.href ?? ''))) delete properties.href;
    else if (tagName === 'img') toImage(element);
    delete properties.className;
    delete properties.align;
    for (const name of Object.keys(properties)) if (/^(?:data|aria|id$)/.test(name)) delete properties[name];
  });
  return toHtml(html, {
    allowDangerousHtml: true,
    closeSelfClosing: true,
    tightSelfClosing: false,
    omitOptionalTags: false,
    characterReferences: { useNamedReferences: false },
  });
}

function toCodeMacro(pre: Element): void {
  const code = pre.children.find((child): child is Element => child.type === 'element');
  const language = [code?.properties.className ?? []].flat().find((name) => String(name).startsWith('language-'));
  const body = textOf(code ?? pre).replace(/\n$/, '');
  Object.assign(pre, macro('ac:structured-macro', { 'ac:name': 'code' }));
  if (language) pre.children.push(parameter('language', String(language).slice('language-'.length)));
  pre.children.push(
    macro('ac:plain-text-body', {}, [
      // CDATA cannot hold its own end.
      { type: 'raw', value: `<![CDATA[${body.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` } as unknown as ElementContent,
    ]),
  );
}

function toTaskList(list: Element): void {
  list.tagName = 'ac:task-list';
  list.properties = {};
  list.children = list.children.filter(isElement).map((item): Element => {
    const box = findInput(item);
    const done = box?.properties.checked === true;
    if (box) replaceBy(box, '');
    return macro('ac:task', {}, [
      macro('ac:task-status', {}, [{ type: 'text', value: done ? 'complete' : 'incomplete' }]),
      macro('ac:task-body', {}, item.children),
    ]);
  });
}

function toImage(image: Element): void {
  const source = safeUrl(String(image.properties.src ?? ''));
  if (!source) replaceBy(image, String(image.properties.alt ?? ''));
  else Object.assign(image, macro('ac:image', {}, [macro('ri:url', { 'ri:value': source })]));
}

function isTaskItem(node: ElementContent): boolean {
  return isElement(node) && [node.properties.className ?? []].flat().includes('task-list-item');
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}

function findInput(element: Element): Element | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.tagName === 'input') return child;
    const inner = child.tagName === 'p' ? findInput(child) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function macro(tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

function parameter(name: string, value: string): Element {
  return macro('ac:parameter', { 'ac:name': name }, [{ type: 'text', value }]);
}

/** Turns an element into text in its place. */
function replaceBy(element: Element, value: string): void {
  Object.assign(element, { type: 'text', value, children: undefined });
}

function textOf(node: HastNodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node && node.children ? node.children.map(textOf).join('') : '';
}

/** Visits the elements below a node, parents first. */
function visitElements(node: HastRoot | Element, visit: (element: Element) => void): void {
  for (const child of [...node.children]) {
    if (child.type !== 'element') continue;
    visit(child);
    if (child.type === 'element') visitElements(child, visit);
  }
}
