type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. An attribute that is a function listens to the event of its name. Text is never read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** A sentence's text, what stands between backticks as code. */
export function withCode(sentence: string): (string | HTMLElement)[] {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
}

function fill<Filled extends Element>(filled: Filled, attributes: Attributes, children: readonly Child[]): Filled {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') filled.addEventListener(name, value);
    else if (value === true) filled.setAttribute(name, '');
    else if (value !== undefined && value !== false) filled.setAttribute(name, String(value));
  }
  filled.append(...children.filter((child) => child !== undefined && child !== false));
  return filled;
}
