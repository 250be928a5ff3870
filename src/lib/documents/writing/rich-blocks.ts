// A text written in the editor as blocks of an official document.
import type { RichText as KeptText } from '#lib/platform/index.ts';
import { setItems } from './list-items.ts';
import {
  MOST_DEPTH,
  richWords,
  type Block,
  type ListItem,
  type WrittenColumn,
} from './official-document.ts';

type Kept = KeptText['content'][number];
type KeptTable = Extract<Kept, { type: 'table' }>;
type KeptList = Extract<Kept, { type: 'bullet_list' | 'ordered_list' }>;
type Inline = NonNullable<Extract<Kept, { type: 'paragraph' }>['content']>[number];

/** Levels of the editor as parts of an official text; the writer counts their numbers. */
const LEVELS = { 2: 'roman', 3: 'clause', 4: 'point' } as const;

/**
 * @param pictureFile name of a picture among the files given to the writer; undefined leaves it out
 */
export function blocksOfText(
  text: KeptText,
  pictureFile: (sha256: string) => string | undefined = () => undefined,
): Block[] {
  return text.content.flatMap((node): Block[] => {
    switch (node.type) {
      case 'heading': {
        const words = plain(node.content);
        return words ? [{ kind: 'heading', level: LEVELS[node.attrs.level], text: words }] : [];
      }
      case 'paragraph':
        return node.content?.length ? [{ kind: 'paragraph', text: runs(node.content) }] : [];
      case 'table':
        return [tableOf(node)];
      case 'picture': {
        const file = pictureFile(node.attrs.file);
        const alt = node.attrs.alt || 'Hình ảnh';
        return file === undefined ? [] : [{ kind: 'figure', file, alt, caption: node.attrs.alt }];
      }
      case 'bullet_list':
      case 'ordered_list':
        return [{ kind: 'list', items: itemsOf(node) }];
      default:
        return blocksOfText({ type: 'doc', content: [...node.content] as Kept[] }, pictureFile);
    }
  });
}

/** Items one below the other; those of a numbered list bring their number. */
function itemsOf(list: KeptList, depth = 0): ListItem[] {
  return list.content.flatMap((item, index) =>
    item.content.flatMap((part, place): ListItem[] => {
      if (part.type !== 'paragraph') return itemsOf(part, Math.min(depth + 1, MOST_DEPTH));
      const own = { text: runs(part.content), depth };
      if (list.type === 'bullet_list' || place > 0) return [own];
      return [{ ...own, number: list.attrs.order + index }];
    }),
  );
}

/** Merged cells are written once, at their first place; the first row of heads names the columns. */
function tableOf(table: KeptTable): Block {
  const grid = gridOf(table);
  const width = Math.max(1, ...grid.map((row) => row.length));
  const hasHead = table.content[0]?.content?.every(({ type }) => type === 'table_header') ?? false;
  const full = grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  const heads = hasHead ? full.shift() : undefined;
  const columns = Array.from({ length: width }, (_, at): WrittenColumn => ({
    head: heads?.[at] ?? '',
    kind: 'text',
  }));
  return { kind: 'table', columns, rows: full };
}

function gridOf(table: KeptTable): string[][] {
  const grid: string[][] = table.content.map(() => []);
  table.content.forEach((row, y) => {
    let x = 0;
    for (const cell of row.content ?? []) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const words = cell.content.map((part) => wordsOf(part)).join('\n');
      for (let down = 0; down < cell.attrs.rowspan && y + down < grid.length; down += 1) {
        for (let right = 0; right < cell.attrs.colspan; right += 1) {
          const line = grid[y + down];
          if (line) line[x + right] = down + right === 0 ? words : '';
        }
      }
      x += cell.attrs.colspan;
    }
  });
  return grid;
}

function wordsOf(part: Extract<Kept, { type: 'paragraph' }> | KeptList): string {
  if (part.type === 'paragraph') return plain(part.content);
  return setItems({ kind: 'list', items: itemsOf(part) })
    .map(({ mark, text }) => `${mark} ${richWords(text)}`)
    .join('\n');
}

function plain(content: readonly Inline[] = []): string {
  return richWords(runs(content)).trim();
}

function runs(content: readonly Inline[] = []) {
  return content.map((node) => {
    if (node.type === 'hard_break') return { text: ' ' };
    const has = (type: string) => node.marks?.some((mark) => mark.type === type) === true;
    return {
      text: node.text,
      ...(has('strong') && { bold: true }),
      ...(has('em') && { italic: true }),
    };
  });
}
