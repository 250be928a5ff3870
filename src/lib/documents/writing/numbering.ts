// Numbers of headings and appendices, counted as the decree orders parts: a lower part begins anew
// under each higher one, except articles, which are counted through the whole text.
import { toRoman } from '#lib/vietnam/index.ts';
import type { Block, HeadingLevel } from './official-document.ts';

type Level = HeadingLevel | 'roman';
const ORDER: readonly Level[] = [
  'part',
  'chapter',
  'section',
  'article',
  'roman',
  'clause',
  'point',
];
/** Letters of points: the Vietnamese alphabet without those that carry a mark, save đ. */
const LETTERS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ');

/** The mark before each heading, in the order of `blocks`; null for blocks that aren't headings. */
export function numberHeadings(blocks: readonly Block[]): (string | null)[] {
  const counts = new Map<Level, number>();
  return blocks.map((block) => {
    if (block.kind !== 'heading') return null;
    const count = (counts.get(block.level) ?? 0) + 1;
    for (const lower of ORDER.slice(ORDER.indexOf(block.level) + 1)) {
      if (lower !== 'article') counts.delete(lower);
    }
    counts.set(block.level, count);
    return markOf(block.level, count);
  });
}

function markOf(level: Level, count: number): string {
  switch (level) {
    case 'part':
      return `Phần ${toRoman(count)}`;
    case 'chapter':
      return `Chương ${toRoman(count)}`;
    case 'section':
      return `Mục ${count}`;
    case 'article':
      return `Điều ${count}.`;
    case 'roman':
      return `${toRoman(count)}.`;
    case 'clause':
      return `${count}.`;
    case 'point':
      return `${LETTERS[(count - 1) % LETTERS.length] ?? ''})`;
  }
}
