// The short code of a sheet: six signs that sound and look different, the last of which holds the others
// together, so that a slip on the telephone is told from a sheet that isn't ours.

/** Neither vowels (no words by accident) nor signs taken for one another (0 O, 1 I, 5 S, 8 B). */
const SIGNS = 'CDFGHJKLMNPQRTVX234679';
const LENGTH = 5;

/** @param draw a whole number from 0 up to, not with, its argument */
export function makeSheetCode(draw: (below: number) => number): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[draw(SIGNS.length)] ?? '');
  return `${signs.join('')}${checkOf(signs)}`;
}

/**
 * Reads what was typed or scanned: spaces, dots, hyphens and small letters don't matter.
 * @returns `undefined` where it can be no code of a sheet
 */
export function readSheetCode(text: string): string | undefined {
  const signs = text.toUpperCase().replace(/[\s.-]/g, '');
  const valid = signs.length === LENGTH + 1 && [...signs].every((sign) => SIGNS.includes(sign));
  return valid && checkOf([...signs.slice(0, LENGTH)]) === signs.at(-1) ? signs : undefined;
}

/** `K7M 3P9`, as it is printed and read aloud. */
export function showSheetCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** Weights that are odd and differ: one wrong sign, or two swapped neighbours, change it. */
function checkOf(signs: readonly string[]): string {
  const sum = signs.reduce((total, sign, at) => total + SIGNS.indexOf(sign) * (2 * at + 1), 0);
  return SIGNS[sum % SIGNS.length] ?? '';
}
