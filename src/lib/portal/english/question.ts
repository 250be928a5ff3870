// A question asked in English as Vietnamese law and offices would ask it, phrase by phrase. Pure.

/** Phrases of everyday English, each in words with single spaces and small letters, and what they are here. */
export interface EnglishWords {
  readonly means: ReadonlyMap<string, string>;
  /** Words of a question that tell nothing of its matter. */
  readonly empty: ReadonlySet<string>;
}

/** Longest phrase that is known, in words. */
const LONGEST = 6;

/**
 * "How to register a birth" → "đăng ký khai sinh"; names and numbers beside a known phrase stay.
 * @returns undefined where nothing of it is known: then it may be Vietnamese, and is asked as it stands
 */
export function inVietnamese(question: string, { means, empty }: EnglishWords): string | undefined {
  const typed = wordsOf(question);
  const said: string[] = [];
  let isKnown = false;
  for (let at = 0; at < typed.length;) {
    const length = knownLength(typed.slice(at, at + LONGEST), means);
    const phrase = typed.slice(at, at + Math.max(length, 1)).join(' ');
    const meaning = means.get(phrase);
    if (meaning !== undefined) {
      isKnown = true;
      said.push(meaning);
    } else if (!empty.has(phrase)) said.push(phrase);
    at += Math.max(length, 1);
  }
  return isKnown ? [...new Set(said)].join(' ') : undefined;
}

/** As phrases are compared: small letters, no signs, one space. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? []
  );
}

function knownLength(words: readonly string[], means: EnglishWords['means']): number {
  for (let length = words.length; length > 0; length -= 1) {
    if (means.has(words.slice(0, length).join(' '))) return length;
  }
  return 0;
}
