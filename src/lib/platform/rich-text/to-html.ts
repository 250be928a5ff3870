// A kept text as HTML. Every tag and attribute that can come out stands in this file.
import type {
  Cell,
  Inline,
  ListItem,
  Picture,
  RichBlock,
  RichMark,
  RichText,
} from './rich-text.ts';
import { richTextToPlain } from './to-plain.ts';
import { headingIds } from './outline.ts';

export interface HtmlOptions {
  /** Address of a picture by its content hash. */
  readonly pictureUrl: (file: string) => string;
  /** Level that the text's first level is shown as. */
  readonly topLevel?: 2 | 3;
}

/** Safe HTML: whatever stands in the text comes out as text. Headings carry ids for a table of contents. */
export function richTextToHtml(text: RichText, options: HtmlOptions): string {
  const ids = headingIds(text);
  const shift = (options.topLevel ?? 2) - 2;
  const blocks = (nodes: readonly Node[]): string => nodes.map(block).join('');

  function block(node: Node): string {
    switch (node.type) {
      case 'paragraph':
        return `<p>${inlineHtml(node.content)}</p>`;
      case 'heading': {
        const tag = `h${node.attrs.level + shift}`;
        return `<${tag} id="${escapeHtml(ids.get(node) ?? '')}">${inlineHtml(node.content)}</${tag}>`;
      }
      case 'picture':
        return pictureHtml(node, options.pictureUrl);
      case 'bullet_list':
        return `<ul>${blocks(node.content)}</ul>`;
      case 'ordered_list': {
        const { order } = node.attrs;
        return `<ol${order === 1 ? '' : ` start="${order}"`}>${blocks(node.content)}</ol>`;
      }
      case 'list_item':
        return `<li>${tight(node.content)}</li>`;
      case 'blockquote':
        return `<blockquote>${blocks(node.content)}</blockquote>`;
      case 'box':
        return `<aside class="box">${blocks(node.content)}</aside>`;
      case 'table': {
        const rows = node.content.map(
          (row) => `<tr>${(row.content ?? []).map(cell).join('')}</tr>`,
        );
        // Wide tables scroll by themselves, also by keyboard.
        return `<div class="table-scroll" tabindex="0" role="region" aria-label="Bảng"><table>${rows.join('')}</table></div>`;
      }
    }
  }

  function cell(node: Cell): string {
    const { colspan, rowspan } = node.attrs;
    const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
    // An empty corner heads nothing.
    return node.type === 'table_header' && hasWords(node.content)
      ? `<th${spans}>${tight(node.content)}</th>`
      : `<td${spans}>${tight(node.content)}</td>`;
  }

  /** A single paragraph needs no tags of its own inside an item or a cell. */
  function tight(nodes: readonly Node[]): string {
    const [first, ...rest] = nodes;
    if (first?.type !== 'paragraph') return blocks(nodes);
    if (rest.some(({ type }) => type === 'paragraph')) return blocks(nodes);
    return inlineHtml(first.content) + blocks(rest);
  }

  return blocks(text.content);
}

const hasWords = (content: Cell['content']) =>
  richTextToPlain({ type: 'doc', content }).trim() !== '';

type Node = RichBlock | ListItem;

function pictureHtml({ attrs }: Picture, pictureUrl: HtmlOptions['pictureUrl']): string {
  const { file, alt, credit } = attrs;
  const caption = [alt, credit && `Ảnh: ${credit}`].filter(Boolean).join('. ');
  const image = `<img src="${escapeHtml(pictureUrl(file))}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async">`;
  return `<figure>${image}${caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ''}</figure>`;
}

const TAGS = { strong: 'strong', em: 'em', sup: 'sup', sub: 'sub' } as const;

function inlineHtml(content: readonly Inline[] = []): string {
  return content
    .map((node) => {
      if (node.type === 'hard_break') return '<br>';
      return (node.marks ?? []).reduceRight(wrap, escapeHtml(node.text));
    })
    .join('');
}

function wrap(inner: string, mark: RichMark): string {
  if (mark.type !== 'link') return `<${TAGS[mark.type]}>${inner}</${TAGS[mark.type]}>`;
  const { href } = mark.attrs;
  const rel = /^https?:/i.test(href) ? ' rel="noopener noreferrer"' : '';
  return `<a href="${escapeHtml(href)}"${rel}>${inner}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
