// What a search asks for: the typed words, what they may have been meant as, and how the database is asked
// for them. Pure; what public text holds is told by the caller.
import { fold, isFoldedSyllable, isVietnameseSyllable } from '#lib/vietnam/index.ts';
import { pairs, saidIn, spellingsIn, syllables, type SpokenWords } from './words.ts';

/** More than anybody types; beyond it a query only costs. */
const MOST_WORDS = 12;
const MOST_READINGS = 4;
const MOST_NEAR = 6;

export interface Asked {
  /** Typed syllables, abbreviations written out. */
  readonly words: readonly string[];
  /** Those that say something of the matter; all, where none does. */
  readonly content: readonly string[];
  readonly isTelling: boolean;
  /** The same in official words, phrase by phrase. */
  readonly readings: readonly (readonly string[])[];
  /** How words are spelled that were typed with accents, by the folded word. */
  readonly spellings: ReadonlyMap<string, string>;
  /** No slips, whatever public text holds: abbreviations written out, everyday phrases, well-spelled words. */
  readonly sure: ReadonlySet<string>;
}

/** Words that public text holds and that stand one slip away, the likeliest first. */
export type NearWords = ReadonlyMap<string, readonly string[]>;

export function readAsked(query: string, spoken: SpokenWords): Asked {
  const typed = syllables(query);
  const whole = (word: string) => spoken.abbreviations.get(word)?.split(' ') ?? [];
  const words = typed
    .flatMap((word) => (spoken.abbreviations.has(word) ? whole(word) : [word]))
    .slice(0, MOST_WORDS);
  const telling = words.filter((word) => !spoken.empty.has(word));
  const spellings = spellingsIn(query);
  const said = saidIn(words, spoken, spellings);
  const readings = said.map(({ means, beside }) => [
    ...means,
    ...beside.filter((word) => !spoken.empty.has(word)),
  ]);
  const isTelling = telling.some((word) => word.length > 1);
  return {
    words,
    content: isTelling ? telling : words,
    isTelling,
    readings: readings.slice(0, MOST_READINGS),
    spellings,
    sure: new Set([
      ...typed.flatMap(whole),
      ...said.flatMap(({ phrase }) => phrase),
      ...wellSpelled(query),
    ]),
  };
}

/** Of a question with accents the words that are spelled as Vietnamese is: a slip rarely makes one. */
function wellSpelled(query: string): string[] {
  const written = query.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const hasAccents = written.some((word) => fold(word) !== word.toLowerCase());
  return hasAccents ? written.filter(isVietnameseSyllable).map(fold) : [];
}

/** Enough of a question's words for a name to be what it asks for. */
const MEANT_SHARE = 2 / 3;

/** Whether `name` is what the question asks for, as typed or as it is said officially. */
export function isAskedFor(query: string, name: string, spoken: SpokenWords): boolean {
  const { words, content, spellings } = readAsked(query, spoken);
  const held = new Set(syllables(name));
  return [content, ...saidIn(words, spoken, spellings).map(({ means }) => means)].some(
    (wanted) => wanted.filter((word) => held.has(word)).length >= wanted.length * MEANT_SHARE,
  );
}

/** A last word that nothing holds, with the words it may be the beginning of. */
export interface Unfinished {
  readonly word: string;
  readonly completions: readonly string[];
}

/** Every word, or one of its near words, or every word of a reading. */
export function queryForAll(asked: Asked, near: NearWords, unfinished?: Unfinished): string {
  const typed = allOf(
    asked.content.map((word) => {
      const completions = word === unfinished?.word ? unfinished.completions : [];
      return anyOf(word, [...(near.get(word) ?? []), ...completions]);
    }),
  );
  const read = asked.readings.map((words) => allOf([...new Set(words)].map(quote)));
  return [typed, ...read].map((each) => `(${each})`).join(' | ');
}

/**
 * All words but one, whichever it is; words side by side, where there are too few for that. Nothing where no
 * word says anything of the matter: whatever holds them is as near as anything.
 */
export function queryForMost(asked: Asked, near: NearWords, known: ReadonlySet<string>): string {
  if (!asked.isTelling) return '';
  const words = [...new Set(asked.content)].slice(0, 8);
  const groups = words.map((word) => anyOf(word, near.get(word) ?? []));
  const allButOne =
    groups.length < 3
      ? []
      : groups.map((_, at) => allOf(groups.filter((__, other) => other !== at)));
  const sideBySide = pairs(asked.words).filter((pair) => known.has(pair));
  return [...allButOne.map((each) => `(${each})`), ...sideBySide.map(quote)].join(' | ');
}

/** Every two neighbours side by side; undefined for a single word. */
export function queryForPhrase({ words }: Asked): string | undefined {
  const sideBySide = pairs(words);
  return sideBySide.length === 0 ? undefined : allOf([...new Set(sideBySide)].map(quote));
}

/**
 * At least so many items hold all of the words, as of the last count: those that hold one word, or two side by
 * side. Of more words the counts say nothing.
 */
export function surelyHeldBy(words: readonly string[], known: ReadonlyMap<string, number>): number {
  return words.length > 2 ? 0 : (known.get(words.join(' ')) ?? 0);
}

/** Words that may be slips: nothing public holds them, or never beside one of their neighbours. */
export function doubtful(
  { words, sure }: Pick<Asked, 'words' | 'sure'>,
  known: ReadonlyMap<string, number>,
): string[] {
  return words.filter((word, at) => {
    if (word.length < 3 || /\d/.test(word) || sure.has(word)) return false;
    if (!known.has(word)) return true;
    return (
      words.length > 1 && !pairsAround(words, at, word, new Map()).some((pair) => known.has(pair))
    );
  });
}

/**
 * The likeliest of the near words: those that stand in public text beside a neighbour of the typed word.
 * For what can't be a word, the commonest ones do as well.
 */
export function likeliest(
  words: readonly string[],
  near: NearWords,
  known: ReadonlyMap<string, number>,
): NearWords {
  const chosen = new Map<string, readonly string[]>();
  const isWord = (word: string) => known.has(word) || isFoldedSyllable(word);
  const nearSlips = new Map([...near].filter(([word]) => !isWord(word)));
  for (const [at, word] of words.entries()) {
    const beside = (other: string) =>
      pairsAround(words, at, other, nearSlips).filter((pair) => known.has(pair)).length;
    const sorted = (near.get(word) ?? [])
      .map((other) => ({ other, beside: beside(other), entries: known.get(other) ?? 0 }))
      .sort((a, b) => b.beside - a.beside || b.entries - a.entries);
    const supported = sorted.filter((each) => each.beside > 0);
    const likely = supported.length > 0 || isWord(word) ? supported : sorted;
    if (likely.length > 0)
      chosen.set(
        word,
        likely.slice(0, MOST_NEAR).map(({ other }) => other),
      );
  }
  return chosen;
}

/**
 * Leaves alone what was typed rightly beside a slip: "khai" of "khai snih" is only doubtful until "khai sinh"
 * turns out to be written somewhere.
 */
export function onlySlips(
  words: readonly string[],
  near: NearWords,
  known: ReadonlyMap<string, number>,
): NearWords {
  const isRight = (word: string) =>
    known.has(word) &&
    words.some(
      (each, at) =>
        each === word && pairsAround(words, at, word, near).some((pair) => known.has(pair)),
    );
  return new Map([...near].filter(([word]) => !isRight(word)));
}

/**
 * The typed words, slips as what was found in `texts` says: beside their neighbour, else anywhere. What public
 * text holds may be meant as it was typed.
 */
export function meantWords(
  words: readonly string[],
  near: NearWords,
  known: ReadonlyMap<string, number>,
  texts: readonly string[],
): string[] {
  const found = new Set(
    texts.flatMap((text) => {
      const held = syllables(text);
      return [...held, ...pairs(held)];
    }),
  );
  return words.map((word, at) => {
    const likely = known.has(word) ? [] : (near.get(word) ?? []);
    const beside = likely.find((other) =>
      pairsAround(words, at, other, near).some((pair) => found.has(pair)),
    );
    return beside ?? likely.find((other) => found.has(other)) ?? likely[0] ?? word;
  });
}

/** Pairs that `other` makes with the neighbours of place `at`, as typed and as they may be meant. */
export function pairsAround(
  words: readonly string[],
  at: number,
  other: string,
  near: NearWords,
): string[] {
  const before = words[at - 1];
  const after = words[at + 1];
  const sides = (word: string | undefined) =>
    word === undefined ? [] : [word, ...(near.get(word) ?? [])];
  return [
    ...sides(before).map((word) => `${word} ${other}`),
    ...sides(after).map((word) => `${other} ${word}`),
  ];
}

function anyOf(word: string, others: readonly string[]): string {
  const terms = [...new Set([word, ...others])].map(quote);
  return terms.length === 1 ? terms.join('') : `(${terms.join(' | ')})`;
}

function allOf(terms: readonly string[]): string {
  return terms.join(' & ');
}

/** Terms hold letters, digits and a space: nothing of the query language. */
function quote(term: string): string {
  return `'${term}'`;
}
