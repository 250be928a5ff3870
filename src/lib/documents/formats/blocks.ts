// Paragraphs and tables as Word files and web pages hold them, and how they become lines of text.
import { flat } from '../flat.ts';
import { opensSignature } from '../tail.ts';

export interface ParagraphBlock {
  kind: 'paragraph';
  text: string;
  /** Centred lines that follow one another belong together (a title over several lines). */
  centered: boolean;
}

export interface TableBlock {
  kind: 'table';
  rows: Block[][][];
}

export type Block = ParagraphBlock | TableBlock;

/** Text of the blocks: an empty line between paragraphs, rows of tables on a line with tabs. */
export function layOut(blocks: readonly Block[]): string {
  const out: string[] = [];
  let last: Block | undefined;
  for (const block of blocks) {
    if (block.kind === 'table') {
      out.push('', isColumns(block) ? columns(block) : rows(block), '');
    } else {
      const joined =
        block.centered && last?.kind === 'paragraph' && last.centered && last.text.trim() !== '';
      if (!joined) out.push('');
      out.push(block.text.trim());
    }
    last = block;
  }
  return out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * A table that only sets columns side by side: the head with the motto, recipients beside the
 * signature, addressees beside "Kính gửi".
 */
function isColumns(table: TableBlock): boolean {
  if (table.rows.length > 8 || table.rows.some((row) => row.length > 4)) return false;
  const words = flat(table.rows.flat().map(plainText).join('\n'));
  if (
    /cong\s+hoa\s+xa\s+hoi|dang\s+cong\s+san|noi\s+nhan\s*:|kinh\s+gui|(?:^|\n)\s*(?:tm|kt|tl|tuq)\./.test(
      words,
    )
  )
    return true;
  return table.rows.flat().some((cell) => isSignature(plainText(cell)));
}

/** An office or a side of a contract in capitals, and under it a name. */
function isSignature(cell: string): boolean {
  const lines = cell.split('\n').flatMap((line) => line.trim() || []);
  return lines.length > 1 && lines.length < 8 && opensSignature(lines[0] ?? '');
}

/** Cell after cell, each with its lines, an empty line between cells. */
function columns(table: TableBlock): string {
  return table.rows
    .flat()
    .map((cell) =>
      cell.map((block) => (block.kind === 'table' ? rows(block) : block.text.trim())).join('\n'),
    )
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join('\n\n');
}

function rows(table: TableBlock): string {
  return table.rows
    .map((row) => row.map((cell) => plainText(cell).replace(/\s+/g, ' ').trim()).join('\t'))
    .filter((row) => row.trim() !== '')
    .join('\n');
}

function plainText(cell: readonly Block[]): string {
  return cell.map((block) => (block.kind === 'table' ? rows(block) : block.text)).join('\n');
}
