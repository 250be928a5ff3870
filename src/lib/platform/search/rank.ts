// The order of what was found: rare words weigh more than common ones, neighbours more than scattered
// words, titles more than summaries; among the like, news come latest first.
import { countWords, WordFinder, type Place } from './places.ts';
import type { Asked, NearWords } from './question.ts';
import { pairs, spellingOf } from './words.ts';

interface Rankable {
  readonly title: string;
  readonly summary: string;
  readonly publishedOn: string | null;
}

const IN_TITLE = 3;
/** A word that was typed with accents, spelled otherwise: "số" for "sổ". */
const OTHERWISE_SPELLED = 0.4;
const PAIR = 1.6;
/** Words a slip may have been, words the question stands for. */
const NEAR = 0.8;
const MEANT = 0.7;
/** What a title says beyond the question counts against it, but little. */
const COVERED = 0.4;
/** As much is gained by having appeared today; half of it a year ago. */
const NEWS = 0.3;
const HALF_LIFE_DAYS = 365;
/** Twice a hundred thousand: nothing is rarer than one in so many. */
const BITS = 18;

/** How much each term counts. */
export function weighTerms(
  asked: Asked,
  near: NearWords,
  known: ReadonlyMap<string, number>,
): Map<string, number> {
  const weights = new Map<string, number>();
  const content = new Set(asked.content);
  const add = (term: string, weight: number) => {
    const rare = Math.max(1, BITS - Math.log2(1 + (known.get(term) ?? 0))) / BITS;
    weights.set(term, Math.max(weights.get(term) ?? 0, weight * rare));
  };
  for (const word of asked.words) add(word, content.has(word) ? 1 : 0.2);
  for (const pair of pairs(asked.words)) add(pair, PAIR);
  for (const [at, word] of asked.words.entries()) {
    for (const other of near.get(word) ?? []) {
      add(other, NEAR);
      for (const before of [asked.words[at - 1]])
        if (before) add(`${before} ${other}`, PAIR * NEAR);
      for (const after of [asked.words[at + 1]]) if (after) add(`${other} ${after}`, PAIR * NEAR);
    }
  }
  for (const words of asked.readings) {
    for (const word of words) add(word, MEANT);
    for (const pair of pairs(words)) add(pair, PAIR * MEANT);
  }
  return weights;
}

/**
 * The candidates, best first.
 * @param today YYYY-MM-DD
 * @param spellings how words are spelled that were typed with accents, by the folded word
 */
export function rankHits<Hit extends Rankable>(
  hits: readonly Hit[],
  weights: ReadonlyMap<string, number>,
  today: string,
  spellings: ReadonlyMap<string, string> = new Map(),
): Hit[] {
  const terms = new Terms(weights, spellings);
  const now = Date.parse(today);
  return hits
    .map((hit) => ({ hit, score: scoreOf(hit, terms, now) }))
    .sort((a, b) => b.score - a.score || laterFirst(a.hit, b.hit))
    .map(({ hit }) => hit);
}

/** The later day first, items without one last. */
export function laterFirst(
  { publishedOn: one }: Pick<Rankable, 'publishedOn'>,
  { publishedOn: other }: Pick<Rankable, 'publishedOn'>,
): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? 1 : -1;
}

/** What is looked for in the texts of candidates: words, and pairs by both of their words. */
class Terms {
  readonly #weights: ReadonlyMap<string, number>;
  readonly #spellings: ReadonlyMap<string, string>;
  readonly #finder: WordFinder;
  /** What each way of writing a word counts. */
  readonly #shares = new Map<string, number>();

  constructor(weights: ReadonlyMap<string, number>, spellings: ReadonlyMap<string, string>) {
    this.#weights = weights;
    this.#spellings = spellings;
    this.#finder = new WordFinder(new Set([...weights.keys()].flatMap((term) => term.split(' '))));
  }

  /** What each of the terms that the text holds counts there. */
  heldBy(text: string): Map<string, number> {
    const held = new Map<string, number>();
    const add = (term: string, share: number) => {
      const weight = (this.#weights.get(term) ?? 0) * share;
      if (weight > (held.get(term) ?? 0)) held.set(term, weight);
    };
    let before: { place: Place; share: number } | undefined;
    for (const place of this.#finder.placesIn(text, text.length)) {
      const share = this.#shareOf(place, text);
      add(place.word, share);
      if (before?.place.nth === place.nth - 1) {
        add(`${before.place.word} ${place.word}`, Math.min(before.share, share));
      }
      before = { place, share };
    }
    return held;
  }

  #shareOf({ word, from, to }: Place, text: string): number {
    const spelling = this.#spellings.get(word);
    if (spelling === undefined) return 1;
    const written = text.slice(from, to);
    const known = this.#shares.get(written);
    if (known !== undefined) return known;
    const share = spellingOf(written) === spelling ? 1 : OTHERWISE_SPELLED;
    this.#shares.set(written, share);
    return share;
  }
}

function scoreOf(hit: Rankable, terms: Terms, now: number): number {
  let score = 0.1;
  let covered = 0;
  const inTitle = terms.heldBy(hit.title);
  for (const [term, weight] of inTitle) {
    score += weight * IN_TITLE;
    if (!term.includes(' ')) covered += 1;
  }
  for (const [term, weight] of terms.heldBy(hit.summary)) {
    if (!inTitle.has(term)) score += weight;
  }
  const share = covered === 0 ? 0 : Math.min(1, covered / countWords(hit.title));
  return score * (1 + COVERED * share) * (1 + NEWS * newness(hit.publishedOn, now));
}

function newness(day: string | null, now: number): number {
  if (day === null) return 0;
  const age = Math.max(0, (now - Date.parse(day)) / 86_400_000);
  return 2 ** (-age / HALF_LIFE_DAYS);
}
