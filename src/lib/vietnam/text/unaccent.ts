// Vietnamese for what carries no accents: the cheapest messages of a telephone.

const TYPED: readonly (readonly [RegExp, string])[] = [
  [/[đð]/g, 'd'],
  [/[ĐÐ]/g, 'D'],
  [/[“”„«»]/g, '"'],
  [/[‘’]/g, "'"],
  [/[–—]/g, '-'],
  [/…/g, '...'],
  [/\u00a0/g, ' '],
];

/**
 * The text without accents; letters keep their case, marks become those of a typewriter.
 *
 * @example unaccent('Ủy ban – “Đã xong”…') // 'Uy ban - "Da xong"...'
 */
export function unaccent(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}+/gu, '');
  return TYPED.reduce((typed, [mark, plain]) => typed.replace(mark, plain), bare);
}
