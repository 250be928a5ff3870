// Words of a question as search compares them: folded syllables, pairs of neighbours, and what people
// say for what the law says.
import { fold } from '#lib/vietnam/index.ts';

/** An everyday phrase. */
export interface Saying {
  readonly folded: string;
  /** How its words are spelled, each in its place. */
  readonly spellings: readonly string[];
}

/** Everyday words for official ones, folded; from data/spoken-words.yaml. */
export interface SaidFor {
  readonly says: readonly Saying[];
  readonly means: string;
}

export interface SpokenWords {
  readonly synonyms: readonly SaidFor[];
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Words of a question that tell nothing of its matter. */
  readonly empty: ReadonlySet<string>;
}

/** Folded syllables and numbers. */
export function syllables(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** How a syllable is spelled, wherever its tone is written: "hoà" as "hòa". */
export function spellingOf(word: string): string {
  const apart = word.toLocaleLowerCase('vi').normalize('NFD');
  return apart.replaceAll(TONES, '').normalize('NFC') + (apart.match(TONES) ?? []).join('');
}

/** Spellings of what is typed with accents, by the folded word; none where one word is spelled in two ways. */
export function spellingsIn(text: string): Map<string, string> {
  const written = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const spelled = new Map<string, Set<string>>();
  for (const word of written) {
    const folded = fold(word);
    spelled.set(folded, (spelled.get(folded) ?? new Set()).add(spellingOf(word)));
  }
  return new Map(
    [...spelled].flatMap(([folded, [one = '', other]]) =>
      other === undefined && one !== folded ? [[folded, one] as const] : [],
    ),
  );
}

/** A phrase of everyday language, as it is compared with what is typed. */
export function sayingOf(phrase: string): Saying {
  const spellings = phrase.normalize('NFC').split(/\s+/).map(spellingOf);
  return { folded: fold(phrase), spellings };
}

/**
 * Whether a phrase may be what was typed: "vải thiều" isn't "thiêu". What was typed without accents may be either,
 * what lacks its tone alone may have any, and who speaks hỏi and ngã alike writes one for the other.
 */
function isSpelledAs({ folded, spellings }: Saying, typed: ReadonlyMap<string, string>): boolean {
  return folded.split(' ').every((word, at) => {
    const spelling = typed.get(word);
    const meant = spellings[at] ?? '';
    if (spelling === undefined || asHeard(spelling) === asHeard(meant)) return true;
    return spelling === withoutTone(meant);
  });
}

const asHeard = (spelling: string) => spelling.replace('\u0303', '\u0309');

const withoutTone = (spelling: string) => spelling.replaceAll(TONES, '');

/** A question in syllables: abbreviations written out, then what it means in official words beside. */
export interface SpokenQuestion {
  readonly words: readonly string[];
  /** Official words the question stands for, weighed less than what was typed. */
  readonly meant: readonly string[];
}

/** @param spellings as `spellingsIn` tells them, of the question as it was typed */
export function readQuestion(
  text: string,
  spoken: SpokenWords,
  spellings = spellingsIn(text),
): SpokenQuestion {
  const typed = syllables(text).flatMap((word) => {
    const whole = spoken.abbreviations.get(word);
    return whole === undefined ? [word] : whole.split(' ');
  });
  const meant = saidIn(typed, spoken, spellings).flatMap(({ means }) => means);
  return { words: typed.slice(0, 60), meant };
}

/** Official words for an everyday phrase among the given words, and what stands beside the phrase. */
export interface Said {
  readonly phrase: readonly string[];
  readonly means: readonly string[];
  readonly beside: readonly string[];
}

/**
 * What the words say in everyday language, phrase by phrase.
 * @param words folded
 * @param spellings of those that were typed with accents, by the folded word
 */
export function saidIn(
  words: readonly string[],
  spoken: SpokenWords,
  spellings: ReadonlyMap<string, string>,
): Said[] {
  const line = ` ${words.join(' ')} `;
  return spoken.synonyms.flatMap(({ says, means }) => {
    // The longest says most of what stands there.
    const [phrase] = says
      .filter((one) => line.includes(` ${one.folded} `) && isSpelledAs(one, spellings))
      .map(({ folded }) => folded)
      .sort((one, other) => other.length - one.length);
    if (phrase === undefined) return [];
    const beside = line.replace(` ${phrase} `, ' ').trim();
    return [
      {
        phrase: phrase.split(' '),
        means: means.split(' '),
        beside: beside === '' ? [] : beside.split(' '),
      },
    ];
  });
}

/** Pairs of neighbouring syllables: a Vietnamese word is mostly two. */
export function pairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}
