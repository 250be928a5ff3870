// Text of a web page: blocks and tables, without scripts, styles and controls.
import { sure } from '../sure.ts';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { layOut, type Block, type TableBlock } from './blocks.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'nav',
  'button',
  'select',
  'svg',
  'iframe',
  'form',
]);
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'center',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'hr',
  'address',
]);
/** Trees deeper than people write are no longer taken apart; their words stay. */
const DEEPEST = 300;

/** The text of an HTML page. */
export function htmlText(html: string): string {
  const walk = new Walk();
  walk.children(parse(html), 0);
  walk.close();
  return layOut(walk.blocks);
}

/** Collects blocks while the tree is walked. */
class Walk {
  readonly blocks: Block[] = [];
  private words = '';
  private centered = false;

  children(node: Node, depth: number): void {
    if (!('childNodes' in node)) return;
    if (depth > DEEPEST) {
      this.words += plainWords(node);
      return;
    }
    for (const child of node.childNodes) this.node(child, depth + 1);
  }

  /** Ends the paragraph that is open. */
  close(): void {
    const text = this.words.replace(/[ \t]+/g, ' ').trim();
    if (text !== '') this.blocks.push({ kind: 'paragraph', text, centered: this.centered });
    this.words = '';
  }

  private node(node: Node, depth: number): void {
    if (node.nodeName === '#text') {
      this.words += (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ');
      return;
    }
    const name = node.nodeName;
    if (SKIPPED.has(name)) return;
    if (name === 'br') this.words += '\n';
    else if (name === 'table') this.table(node as Element, depth);
    else if (name === 'li') this.item(node as Element, depth);
    else if (BLOCKS.has(name)) {
      this.close();
      this.centered = isCentered(node as Element);
      this.children(node, depth);
      this.close();
      this.centered = false;
    } else this.children(node, depth);
  }

  private item(node: Element, depth: number): void {
    this.close();
    const list = node.parentNode as Element;
    const items = list.childNodes.filter((child) => child.nodeName === 'li');
    const start = Number(list.attrs?.find(({ name }) => name === 'start')?.value ?? 1);
    this.words = list.nodeName === 'ol' ? `${start + items.indexOf(node)}. ` : '- ';
    this.children(node, depth);
    this.close();
  }

  private table(node: Element, depth: number): void {
    this.close();
    const table: TableBlock = { kind: 'table', rows: [] };
    for (const row of descendants(node, 'tr', depth)) {
      table.rows.push(
        row.childNodes
          .filter((cell) => cell.nodeName === 'td' || cell.nodeName === 'th')
          .map((cell) => {
            const inside = new Walk();
            inside.children(cell, depth + 3);
            inside.close();
            return inside.blocks;
          }),
      );
    }
    // A table of one cell is a frame around a page, not a table.
    if (table.rows.length === 1 && sure(table.rows[0]).length === 1)
      this.blocks.push(...sure(sure(table.rows[0])[0]));
    else this.blocks.push(table);
  }
}

/** The words of a tree of any depth. */
function plainWords(root: DefaultTreeAdapterTypes.ParentNode): string {
  let words = '';
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === '#text') words += ` ${(node as DefaultTreeAdapterTypes.TextNode).value}`;
    else if ('childNodes' in node && !SKIPPED.has(node.nodeName))
      open.push(...node.childNodes.toReversed());
  }
  return words.replace(/\s+/g, ' ');
}

function* descendants(node: Element, name: string, depth: number): Generator<Element> {
  if (depth > DEEPEST) return;
  for (const child of node.childNodes) {
    if (child.nodeName === name) yield child as Element;
    else if (['tbody', 'thead', 'tfoot'].includes(child.nodeName))
      yield* descendants(child as Element, name, depth + 1);
  }
}

function isCentered(node: Element): boolean {
  return (
    node.nodeName === 'center' ||
    node.attrs.some(
      ({ name, value }) =>
        (name === 'align' && value === 'center') ||
        (name === 'style' && /text-align:\s*center/.test(value)),
    )
  );
}
