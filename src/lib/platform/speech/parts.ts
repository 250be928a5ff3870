// A long text in parts that a voice speaks one after another: cut where one draws breath. Pure.

/** Where a cut is heard least, the best first: between lines, sentences, words. */
const BREATHS = [/\n/g, /[.!?…;:]\s/g, /\s/g];

/**
 * The text in pieces of at most `most` UTF-16 units which, set one behind another, are the text again.
 * A piece is never cut inside a letter.
 */
export function partsOf(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = cutIn(rest.slice(0, most));
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? parts : [...parts, rest];
}

/** After the last breath of its kind, unless that leaves less than half. */
function cutIn(piece: string): number {
  for (const breath of BREATHS) {
    const last = [...piece.matchAll(breath)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > piece.length / 2) return end;
  }
  const isHalfLetter = /[\uD800-\uDBFF]$/.test(piece);
  return isHalfLetter && piece.length > 1 ? piece.length - 1 : piece.length;
}
