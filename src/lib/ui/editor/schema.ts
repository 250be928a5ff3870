// What can be written in the editor. The same shape as the kept text of the platform; a test of both holds
// them together.
import {
  Schema,
  type Attrs,
  type DOMOutputSpec,
  type MarkSpec,
  type Node,
  type NodeSpec,
} from 'prosemirror-model';
import type { EditorFigure } from './figures.ts';

export interface SchemaOptions {
  /** Says whether a link may lead there; others are left out when text is pasted. */
  readonly isSafeAddress: (address: string) => boolean;
  /** Where a picture of the store is shown from. */
  readonly pictureUrl: (file: string) => string;
  /** An official paper counts its own headings and carries neither boxes, pictures nor addresses. */
  readonly forPaper?: boolean;
  /** Counted numbers that may stand in the text. */
  readonly figures?: readonly EditorFigure[];
}

const NOT_ON_PAPER: ReadonlySet<string> = new Set([
  'heading',
  'picture',
  'blockquote',
  'box',
  'link',
]);

/** Levels of headings that are pasted: a page has one first level, and that is its title. */
const HEADINGS = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 } as const;
const FLOW = '(paragraph | bullet_list | ordered_list)+';

export function makeSchema(options: SchemaOptions) {
  const { isSafeAddress, pictureUrl, forPaper = false, figures = [] } = options;
  const isLeftOut = (name: string) =>
    (forPaper && NOT_ON_PAPER.has(name)) || (name === 'figure' && figures.length === 0);
  return new Schema({
    nodes: without(isLeftOut, {
      doc: {
        content: forPaper
          ? '(paragraph | bullet_list | ordered_list | table)+'
          : '(paragraph | heading | picture | bullet_list | ordered_list | blockquote | box | table)+',
      },
      paragraph: {
        content: 'inline*',
        group: 'block',
        parseDOM: [{ tag: 'p' }, { tag: 'div', priority: 10 }],
        toDOM: () => ['p', 0],
      },
      heading: {
        attrs: { level: { default: 2 } },
        content: 'inline*',
        defining: true,
        parseDOM: Object.entries(HEADINGS).map(([tag, level]) => ({ tag, attrs: { level } })),
        toDOM: (node) => [`h${Number(node.attrs['level'])}`, 0],
      },
      picture: {
        attrs: { file: {}, alt: { default: '' }, credit: { default: '' } },
        atom: true,
        draggable: true,
        parseDOM: [{ tag: 'figure[data-file]', getAttrs: pictureOf }],
        toDOM: (node) => drawPicture(node, pictureUrl),
      },
      bullet_list: {
        content: 'list_item+',
        parseDOM: [{ tag: 'ul' }],
        toDOM: () => ['ul', 0],
      },
      ordered_list: {
        attrs: { order: { default: 1 } },
        content: 'list_item+',
        parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ order: startOf(dom) }) }],
        toDOM: (node) => ['ol', { start: String(node.attrs['order']) }, 0],
      },
      list_item: {
        content: FLOW,
        defining: true,
        parseDOM: [{ tag: 'li' }],
        toDOM: () => ['li', 0],
      },
      blockquote: {
        content: FLOW,
        defining: true,
        parseDOM: [{ tag: 'blockquote' }],
        toDOM: () => ['blockquote', 0],
      },
      box: {
        content: FLOW,
        defining: true,
        parseDOM: [{ tag: 'aside' }, { tag: 'div.box' }],
        toDOM: () => ['div', { class: 'box' }, 0],
      },
      table: {
        content: 'table_row+',
        tableRole: 'table',
        isolating: true,
        parseDOM: [{ tag: 'table' }],
        toDOM: () => ['table', ['tbody', 0]],
      },
      table_row: {
        content: '(table_cell | table_header)*',
        tableRole: 'row',
        parseDOM: [{ tag: 'tr' }],
        toDOM: () => ['tr', 0],
      },
      table_cell: cellSpec('td', 'cell'),
      table_header: cellSpec('th', 'header_cell'),
      text: { group: 'inline' },
      figure: {
        attrs: { name: {} },
        inline: true,
        group: 'inline',
        atom: true,
        draggable: true,
        parseDOM: [{ tag: 'data[value]', getAttrs: (dom) => figureOf(dom, figures) }],
        toDOM: (node) => drawFigure(String(node.attrs['name']), figures),
      },
      hard_break: {
        inline: true,
        group: 'inline',
        selectable: false,
        parseDOM: [{ tag: 'br' }],
        toDOM: () => ['br'],
      },
    } satisfies Record<string, NodeSpec>),
    marks: without(isLeftOut, {
      link: {
        attrs: { href: {} },
        inclusive: false,
        parseDOM: [
          {
            tag: 'a[href]',
            getAttrs: (dom) => {
              const href = dom.getAttribute('href') ?? '';
              return isSafeAddress(href) && { href };
            },
          },
        ],
        toDOM: (mark) => ['a', { href: String(mark.attrs['href']) }, 0],
      },
      strong: {
        parseDOM: [
          { tag: 'strong' },
          // Some programs wrap everything in a <b> that isn't bold.
          { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null },
          {
            style: 'font-weight',
            getAttrs: (value) => /^(?:bold(?:er)?|[6-9]\d\d)$/.test(value) && null,
          },
        ],
        toDOM: () => ['strong', 0],
      },
      em: {
        parseDOM: [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }],
        toDOM: () => ['em', 0],
      },
      sup: { parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
      sub: { parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
    } satisfies Record<string, MarkSpec>),
  });
}

/** Said to be there all the same: nobody asks for a kind that his text doesn't take. */
function without<Specs extends object>(isLeftOut: (name: string) => boolean, specs: Specs): Specs {
  return Object.fromEntries(Object.entries(specs).filter(([name]) => !isLeftOut(name))) as Specs;
}

export type EditorSchema = ReturnType<typeof makeSchema>;

function cellSpec(tag: 'td' | 'th', tableRole: string) {
  return {
    content: FLOW,
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
    tableRole,
    isolating: true,
    parseDOM: [
      {
        tag,
        getAttrs: (dom: HTMLElement) => ({
          colspan: spanOf(dom, 'colspan'),
          rowspan: spanOf(dom, 'rowspan'),
        }),
      },
    ],
    toDOM: (node: Node): DOMOutputSpec => [tag, spansOf(node.attrs), 0],
  };
}

function spansOf(attrs: Attrs): Record<string, string> {
  const wide = (['colspan', 'rowspan'] as const).filter((name) => attrs[name] > 1);
  return Object.fromEntries(wide.map((name) => [name, String(attrs[name])]));
}

function spanOf(dom: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(dom.getAttribute(name) ?? '1', 10);
  return span >= 1 && span <= 50 ? span : 1;
}

function startOf(dom: HTMLElement): number {
  const start = Number.parseInt(dom.getAttribute('start') ?? '1', 10);
  return start >= 0 && start <= 9_999 ? start : 1;
}

/** Only pictures of the store, which this editor drew itself. */
function pictureOf(dom: HTMLElement): Attrs | false {
  const file = dom.dataset['file'] ?? '';
  if (!/^[0-9a-f]{64}$/.test(file)) return false;
  return { file, alt: dom.dataset['alt'] ?? '', credit: dom.dataset['credit'] ?? '' };
}

/** Figures of this text only: one copied from elsewhere comes as the words it showed. */
function figureOf(dom: HTMLElement, figures: readonly EditorFigure[]): Attrs | false {
  const name = dom.getAttribute('value') ?? '';
  return figures.some((figure) => figure.name === name) && { name };
}

function drawFigure(name: string, figures: readonly EditorFigure[]): DOMOutputSpec {
  const words = figures.find((figure) => figure.name === name)?.words ?? name;
  return ['data', { value: name, title: name }, words];
}

function drawPicture(node: Node, pictureUrl: SchemaOptions['pictureUrl']): DOMOutputSpec {
  const { file, alt, credit } = node.attrs as { file: string; alt: string; credit: string };
  const caption = [alt || 'Ảnh chưa có mô tả', credit && `Ảnh: ${credit}`]
    .filter(Boolean)
    .join('. ');
  const data = { 'data-file': file, 'data-alt': alt, 'data-credit': credit };
  return ['figure', data, ['img', { src: pictureUrl(file), alt }], ['figcaption', caption]];
}
