// A kept text without its looks: for search, for the privacy guard, for chat groups and reading aloud.
import type { List, ListItem, RichBlock, RichText } from './rich-text.ts';
import { inlineText } from './outline.ts';

/** The words, a line for every paragraph, item and row. */
export function richTextToPlain(text: RichText): string {
  return text.content
    .map(blockLines)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

type Flow = RichBlock | List | ListItem;

function blockLines(node: Flow): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [breakLines(node)];
    case 'picture':
      return [
        [node.attrs.alt, node.attrs.credit && `Ảnh: ${node.attrs.credit}`]
          .filter(Boolean)
          .join('. '),
      ];
    case 'bullet_list':
      return node.content.flatMap((item) => itemLines(item, '-'));
    case 'ordered_list':
      return node.content.flatMap((item, index) => itemLines(item, `${node.attrs.order + index}.`));
    case 'table':
      return node.content.map((row) =>
        (row.content ?? []).map((cell) => cell.content.flatMap(blockLines).join(' ')).join(' | '),
      );
    default:
      return node.content.flatMap((each: Flow) => blockLines(each));
  }
}

function itemLines(item: ListItem, mark: string): string[] {
  const [first = '', ...rest] = item.content.flatMap((each) => blockLines(each));
  return [`${mark} ${first}`, ...rest.map((line) => `  ${line}`)];
}

function breakLines({
  content = [],
}: Extract<RichBlock, { type: 'paragraph' | 'heading' }>): string {
  return content.map((node) => (node.type === 'hard_break' ? '\n' : inlineText([node]))).join('');
}
