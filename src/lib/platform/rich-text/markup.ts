// The text in light markup, for typing without script: what a person would write in a plain letter.
//
//   # ## ###   headings          - dash, 1. number   lists, two blanks deeper for a list in a list
//   > quote    ! box             | a | b |           a row of a table; |= a | b | its head
//   ![what it shows](anh:HASH "whose")               a picture of the store
//
// A blank line ends a paragraph; inside it a line break stays one.
import { parseInline, printInline } from './markup-inline.ts';
import {
  readRichText,
  RICH_TEXT_LIMITS,
  RichText,
  type RichTextAnswer,
  type Cell,
  type List,
  type ListItem,
  type Paragraph,
  type RichBlock,
  type Table,
} from './rich-text.ts';

/** Words that begin a line and would read as markup. */
const LINE_START = /^(?=#|-(?: |$)|>|!|\||\d+\.(?: |$)|\s)/gm;
const ITEM = /^( *)(-|\d{1,4}\.)(?: (.*)|$)/;
const PICTURE = /^!\[((?:[^\]\\]|\\.)*)\]\(anh:([0-9a-f]{64})(?: "((?:[^"\\]|\\.)*)")?\)$/;

/** Prints a text as markup. Merged cells and several paragraphs of a cell are lost; see `fitsMarkup`. */
export function printMarkup(text: RichText): string {
  return text.content.map(printBlock).join('\n\n');
}

/** False where going through markup would lose something. */
export function fitsMarkup(text: RichText): boolean {
  return JSON.stringify(parseMarkup(printMarkup(text))) === JSON.stringify(withoutEmpty(text));
}

/** Reads markup; every text is one, nothing is refused. */
export function parseMarkup(source: string): RichText {
  const written = source.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, '  ');
  // No list is meant to stand so deep; what is nested without end would never be read.
  const lines = written.replace(/^ {20,}/gm, ' '.repeat(20)).split('\n');
  const content: RichBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const kind = kindOf(lines[at] ?? '');
    if (kind === 'blank') {
      at += 1;
      continue;
    }
    let end = at + 1;
    if (!SINGLE.has(kind)) while (end < lines.length && goesOn(kind, lines[end] ?? '')) end += 1;
    content.push(...parseBlock(kind, lines.slice(at, end)));
    at = end;
  }
  return RichText.parse({ type: 'doc', content });
}

/** A field of a form: what the editor made of it, or the markup where no script ran. */
export function readTextField(field: { json?: string; markup?: string }): RichTextAnswer {
  if (field.json) return readRichText(field.json);
  const markup = field.markup ?? '';
  if (markup.length > RICH_TEXT_LIMITS.letters) return readRichText(JSON.stringify(markup));
  return readRichText(JSON.stringify(parseMarkup(markup)));
}

type Kind = 'blank' | 'heading' | 'picture' | 'item' | 'quote' | 'box' | 'row' | 'paragraph';
const SINGLE: ReadonlySet<Kind> = new Set<Kind>(['heading', 'picture']);

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'blank';
  if (/^#{1,3} /.test(line)) return 'heading';
  if (PICTURE.test(line)) return 'picture';
  if (ITEM.test(line)) return 'item';
  if (/^>(?: |$)/.test(line)) return 'quote';
  if (/^!(?: |$)/.test(line)) return 'box';
  if (line.startsWith('|')) return 'row';
  return 'paragraph';
}

function goesOn(kind: Kind, line: string): boolean {
  const next = kindOf(line);
  if (kind === 'item') return next === 'item' || (next === 'paragraph' && line.startsWith('  '));
  return next === kind;
}

function parseBlock(kind: Kind, lines: readonly string[]): RichBlock[] {
  const [first = ''] = lines;
  switch (kind) {
    case 'heading': {
      const marks = /^#+/.exec(first)?.[0].length ?? 1;
      const level = (marks + 1) as 2 | 3 | 4;
      return [{ type: 'heading', attrs: { level }, ...inlineOf(first.slice(marks + 1)) }];
    }
    case 'picture': {
      const [, alt = '', file = '', credit = ''] = PICTURE.exec(first) ?? [];
      const plain = (text: string) => text.replace(/\\(.)/g, '$1');
      return [{ type: 'picture', attrs: { file, alt: plain(alt), credit: plain(credit) } }];
    }
    case 'item':
      return parseLists(lines);
    case 'row':
      return [{ type: 'table', content: lines.map(parseRow) }];
    case 'quote':
    case 'box': {
      const bare = lines.map((line) => line.replace(/^(?:[>!](?: |$))+/, '')).join('\n');
      const content: (Paragraph | List)[] = [];
      const after: RichBlock[] = [];
      for (const node of parseMarkup(bare).content) {
        if (node.type === 'paragraph' || isList(node)) content.push(node);
        else if (node.type === 'heading')
          content.push({ type: 'paragraph', content: node.content });
        else after.push(node);
      }
      if (content.length === 0) content.push({ type: 'paragraph' });
      return [{ type: kind === 'quote' ? 'blockquote' : 'box', content }, ...after];
    }
    default:
      return [paragraph(lines.join('\n'))];
  }
}

const isList = (node: RichBlock): node is List => node.type.endsWith('_list');
const inlineOf = (text: string) => {
  const content = parseInline(text);
  return content.length > 0 ? { content } : {};
};
const paragraph = (text: string): Paragraph => ({ type: 'paragraph', ...inlineOf(text) });

/** Items of one depth, each with the deeper lines that follow it. */
function parseLists(lines: readonly string[]): List[] {
  const lists: List[] = [];
  const depth = ITEM.exec(lines[0] ?? '')?.[1]?.length ?? 0;
  for (let at = 0; at < lines.length;) {
    const [, , mark = '-', text = ''] = ITEM.exec(lines[at] ?? '') ?? [];
    let end = at + 1;
    while (end < lines.length && !isItemAt(lines[end] ?? '', depth)) end += 1;
    const below = lines.slice(at + 1, end);
    const nested = below.findIndex((line) => ITEM.test(line));
    const own = (nested < 0 ? below : below.slice(0, nested)).map((line) => line.trimStart());
    const item: ListItem = {
      type: 'list_item',
      content: [
        paragraph([text, ...own].join('\n')),
        ...(nested < 0 ? [] : parseLists(below.slice(nested))),
      ],
    };
    addItem(lists, mark, item);
    at = end;
  }
  return lists;
}

const isItemAt = (line: string, depth: number) => (ITEM.exec(line)?.[1]?.length ?? 99) <= depth;

function addItem(lists: List[], mark: string, item: ListItem): void {
  const type = mark === '-' ? 'bullet_list' : 'ordered_list';
  const last = lists.at(-1);
  if (last?.type === type) {
    lists[lists.length - 1] = { ...last, content: [...last.content, item] };
  } else if (type === 'bullet_list') lists.push({ type, content: [item] });
  else lists.push({ type, attrs: { order: Number.parseInt(mark, 10) }, content: [item] });
}

function parseRow(line: string): Table['content'][number] {
  const isHead = line.startsWith('|=');
  const inner = line.slice(isHead ? 2 : 1).replace(/(?<!\\)\|\s*$/, '');
  const cells = inner.split(/(?<!\\)\|/).map((text): Cell => ({
    type: isHead ? 'table_header' : 'table_cell',
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph(text.trim())],
  }));
  return { type: 'table_row', content: cells.slice(0, 50) };
}

function printBlock(node: RichBlock): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(node.attrs.level - 1)} ${oneLine(printInline(node.content))}`;
    case 'picture': {
      const { alt, file, credit } = node.attrs;
      const escape = (text: string) => text.replace(/[\\\]"]/g, '\\$&');
      return `![${escape(alt)}](anh:${file}${credit ? ` "${escape(credit)}"` : ''})`;
    }
    case 'table':
      return node.content.map(printRow).join('\n');
    case 'blockquote':
      return node.content.map(printBlock).join('\n\n').replace(/^/gm, '> ');
    case 'box':
      return node.content.map(printBlock).join('\n\n').replace(/^/gm, '! ');
    case 'paragraph':
      return printInline(node.content).replace(LINE_START, '\\');
    default:
      return printList(node, 0);
  }
}

function printList(list: List, depth: number): string {
  const indent = '  '.repeat(depth);
  return list.content
    .map((item, index) => {
      const mark = list.type === 'bullet_list' ? '-' : `${list.attrs.order + index}.`;
      const [first, ...rest] = item.content;
      const words = first?.type === 'paragraph' ? printInline(first.content) : '';
      const lines = words.split('\n').map((line) => line.replace(LINE_START, '\\'));
      const below = first?.type === 'paragraph' ? rest : item.content;
      return [
        `${indent}${mark} ${lines.join(`\n${indent}  `)}`,
        ...below.map((each) =>
          each.type === 'paragraph'
            ? `${indent}  ${printInline(each.content).replace(/\n/g, ' ')}`
            : printList(each, depth + 1),
        ),
      ].join('\n');
    })
    .join('\n');
}

function printRow(row: Table['content'][number]): string {
  const { content = [] } = row;
  const isHead = content.length > 0 && content.every(({ type }) => type === 'table_header');
  const cells = content.map((cell) =>
    cell.content
      .map((each) =>
        each.type === 'paragraph'
          ? printInline(each.content, '|')
          : printList(each, 0).replaceAll('|', '\\|'),
      )
      .join(' ')
      .replace(/\n/g, ' ')
      .trim(),
  );
  return `|${isHead ? '=' : ''} ${cells.join(' | ')} |`;
}

const oneLine = (text: string) => text.replace(/\n/g, ' ');

/** Paragraphs without a word say nothing. */
function withoutEmpty(text: RichText): RichText {
  const content = text.content.filter((node) => node.type !== 'paragraph' || node.content?.length);
  return { ...text, content };
}
