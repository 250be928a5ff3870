// A drawing as data: elements a page renders by itself and a writer of documents turns into SVG text.

export interface DrawnNode {
  readonly tag: string;
  /** Presentation attributes and classes only: pages allow no style attribute. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (DrawnNode | string)[];
}

export function node(
  tag: string,
  attributes: DrawnNode['attributes'],
  ...children: (DrawnNode | string)[]
): DrawnNode {
  return { tag, attributes, children };
}

/** The drawing as an SVG file. */
export function toSvg(root: DrawnNode): string {
  const attributes = Object.entries(root.attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  const inner = root.children
    .map((child) => (typeof child === 'string' ? escaped(child) : toSvg(child)))
    .join('');
  return `<${root.tag}${attributes}>${inner}</${root.tag}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
