// Cleans what is pasted before the editor's schema reads it. Word writes lists as paragraphs whose style
// says "mso-list" and whose number is plain text; here they become lists again. Everything else the
// schema doesn't know it drops by itself.
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const DROPPED = new Set(['style', 'script', 'meta', 'link', 'title', 'xml', 'head']);
const WORD_LIST = /mso-list:\s*l(\d+)\s+level(\d+)/i;

/** Pasted HTML with lists as lists and without what is no content. */
export function cleanPaste(html: string): string {
  const fragment = parseFragment(html.normalize('NFC'));
  tidy(fragment);
  return serialize(fragment);
}

function tidy(parent: Parent): void {
  parent.childNodes = withLists(parent.childNodes.filter(isContent), parent);
  for (const child of parent.childNodes) {
    if (child.nodeName === '#text' && 'value' in child) {
      // Word sets rows of hard blanks to move things aside.
      child.value = child.value.replace(/\u00a0/g, ' ').replace(/ {2,}/g, ' ');
    }
    if ('childNodes' in child) tidy(child);
  }
}

function isContent(node: Node): boolean {
  if (node.nodeName === '#comment') return false;
  return !('tagName' in node) || !DROPPED.has(node.tagName);
}

interface WordItem {
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
  readonly element: Element;
}

/** Rows of Word's list paragraphs become nested lists. */
function withLists(nodes: readonly Node[], parent: Parent): Node[] {
  const out: Node[] = [];
  let row: WordItem[] = [];
  const close = () => {
    if (row.length > 0) out.push(...buildLists(row, parent));
    row = [];
  };
  for (const node of nodes) {
    const item = wordItem(node);
    if (item) row.push(item);
    else if (row.length === 0 || !isBlank(node)) {
      close();
      out.push(node);
    }
  }
  close();
  return out;
}

const isBlank = (node: Node) =>
  node.nodeName === '#text' && 'value' in node && node.value.trim() === '';

function wordItem(node: Node): WordItem | undefined {
  if (!('tagName' in node) || !/^(?:p|div|h[1-6])$/.test(node.tagName)) return undefined;
  const level = WORD_LIST.exec(attribute(node, 'style'))?.[2];
  if (level === undefined) return undefined;
  const mark = takeMark(node).trim();
  const number = /^\(?(\d{1,4}|[a-zđ]{1,4})[.)]/i.exec(mark)?.[1];
  const start = Number.parseInt(number ?? '', 10);
  const ordered = number !== undefined;
  return { level: Number(level), ordered, start: Number.isNaN(start) ? 1 : start, element: node };
}

/** Takes the number or bullet that Word wrote as text out of the paragraph. */
function takeMark(element: Element): string {
  const ignored = findIgnored(element);
  if (!ignored?.parentNode) return '';
  const { parentNode } = ignored;
  parentNode.childNodes = parentNode.childNodes.filter((child) => child !== ignored);
  return textOf(ignored);
}

function findIgnored(element: Element): Element | undefined {
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue;
    if (/mso-list:\s*ignore/i.test(attribute(child, 'style'))) return child;
    const deeper = findIgnored(child);
    if (deeper) return deeper;
  }
  return undefined;
}

function buildLists(items: readonly WordItem[], parent: Parent): Element[] {
  const lists: Element[] = [];
  const [first] = items;
  if (!first) return lists;
  const level = Math.min(...items.map((item) => item.level));
  let list: Element | undefined;
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (!item) break;
    let end = at + 1;
    while (end < items.length && (items[end]?.level ?? 0) > level) end += 1;
    const tag = item.ordered ? 'ol' : 'ul';
    if (list?.tagName !== tag) {
      list = make(tag, parent, item.ordered && item.start > 1 ? { start: String(item.start) } : {});
      lists.push(list);
    }
    const entry = make('li', list);
    const paragraph = make('p', entry);
    paragraph.childNodes = item.element.childNodes;
    for (const child of paragraph.childNodes) child.parentNode = paragraph;
    entry.childNodes = [paragraph, ...buildLists(items.slice(at + 1, end), entry)];
    list.childNodes.push(entry);
    at = end;
  }
  return lists;
}

function make(tagName: string, parentNode: Parent, attrs: Record<string, string> = {}): Element {
  const [model] = parseFragment(`<${tagName}></${tagName}>`).childNodes;
  if (!model || !('tagName' in model)) throw new Error(`no element ${tagName}`);
  const list = Object.entries(attrs).map(([name, value]) => ({ name, value }));
  return Object.assign(model, { parentNode, attrs: list });
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? '';
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
