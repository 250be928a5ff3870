// Terms with one right form, and what stands in a text instead of them. Pure.

export interface FixedTerm {
  readonly term: string;
  readonly wrong: readonly string[];
  /** First day on which the term is the right one; null where it always was. */
  readonly validFrom: string | null;
  readonly source: string;
}

export interface WrongTerm {
  readonly found: string;
  readonly term: string;
  readonly validFrom: string | null;
  readonly source: string;
}

/** A document's number, or a law by its own: what is cited keeps the names of its day. */
const CITATION = /\d+\/(?:19|20)\d\d\/|\d+\/(?:[A-ZĐ]{2,}-)/u;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/gu;

/**
 * Every wrong form once.
 * @param today names that became wrong later are still right
 */
export function findWrongTerms(
  text: string,
  terms: readonly FixedTerm[],
  today: string,
): WrongTerm[] {
  const sentences = text.normalize('NFC').split(/(?<=[.!?;])\s+|\n+/u);
  return terms.flatMap(({ term, wrong, validFrom, source }) => {
    if (validFrom !== null && today < validFrom) return [];
    const open =
      validFrom === null ? sentences : sentences.filter((one) => !isOfOlderDays(one, validFrom));
    return wrong
      .filter((form) => open.some((sentence) => has(sentence, form, wrong)))
      .map((found) => ({ found, term, validFrom, source }));
  });
}

/** As whole words, and not only as a part of a longer wrong form of the same term. */
function has(sentence: string, form: string, all: readonly string[]): boolean {
  const longer = all.filter((other) => other !== form && other.includes(form));
  const rest = longer.reduce((text, other) => text.replaceAll(other, ' '), sentence);
  const quoted = form.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${quoted}(?![\\p{L}\\p{N}])`, 'u').test(rest);
}

function isOfOlderDays(sentence: string, validFrom: string): boolean {
  if (CITATION.test(sentence)) return true;
  return [...sentence.matchAll(YEAR)].some(([year]) => year < validFrom.slice(0, 4));
}

/** Letters that look like Đ and đ but are Icelandic: search and reading aloud stumble over them. */
export function findForeignLetters(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}]*[\u00D0\u00F0][\p{L}\p{M}]*/gu) ?? [];
  return [...new Set(words)];
}
