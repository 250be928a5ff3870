// Which procedures a question may mean, best first: syllables and their pairs weighed by how rare they
// are (BM25), official words for everyday ones, slips of the key put right. Names weigh more than fields.
import {
  pairs,
  readQuestion,
  Slips,
  spellingsIn,
  syllables,
  type SpokenWords,
} from '#lib/platform/index.ts';

export interface Searchable {
  readonly code: string;
  readonly title: string;
  readonly field: string;
  readonly audience: string;
  /** The office's own words for it, where it wrote some. */
  readonly words?: string;
}

export interface RankedHit {
  readonly code: string;
  readonly score: number;
}

interface Posting {
  readonly at: number;
  readonly weight: number;
}

const TITLE = 3;
const WORDS = 1.5;
const REST = 1;
const PAIR = 1.6;
/** Words the question stands for count less than those it has. */
const MEANT = 0.9;
const K = 1.2;
const B = 0.7;

/** An index over the procedures of one commune; pure and rebuilt when they change. */
export class ProcedureIndex {
  readonly #codes: readonly string[];
  readonly #postings = new Map<string, Posting[]>();
  readonly #lengths: readonly number[];
  readonly #mean: number;
  readonly #slips: Slips;
  readonly #spoken: SpokenWords;

  constructor(procedures: readonly Searchable[], spoken: SpokenWords) {
    this.#spoken = spoken;
    this.#codes = procedures.map(({ code }) => code);
    const known = new Map<string, number>();
    this.#lengths = procedures.map((procedure, at) => this.#add(procedure, at, known));
    const sum = this.#lengths.reduce((total, length) => total + length, 0);
    this.#mean = Math.max(1, sum / Math.max(1, procedures.length));
    for (const { means } of spoken.synonyms) {
      for (const word of means.split(' ')) known.set(word, known.get(word) ?? 1);
    }
    for (const { says } of spoken.synonyms) {
      for (const word of says.flatMap(({ folded }) => folded.split(' ')))
        known.set(word, known.get(word) ?? 1);
    }
    for (const word of spoken.empty) known.set(word, known.get(word) ?? 1);
    this.#slips = new Slips(known);
  }

  /** The best first; none where nothing but empty words was asked. A code finds its procedure. */
  find(question: string, most = 20): RankedHit[] {
    const { words, meant } = readQuestion(
      this.#corrected(question),
      this.#spoken,
      // Correcting takes the accents away.
      spellingsIn(question),
    );
    const weights = new Map<string, number>();
    const add = (term: string, weight: number) =>
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    for (const word of words) if (!this.#spoken.empty.has(word)) add(word, 1);
    for (const pair of pairs(words)) {
      if (!pair.split(' ').some((word) => this.#spoken.empty.has(word))) add(pair, PAIR);
    }
    for (const word of meant) add(word, MEANT);
    for (const pair of pairs(meant)) add(pair, PAIR * MEANT);
    const scores = new Float64Array(this.#codes.length);
    for (const [term, weight] of weights) this.#score(term, weight, scores);
    return this.#best(scores, most);
  }

  /** The highest scores, picked out in one pass: sorting thousands for twenty takes longer than finding them. */
  #best(scores: Float64Array, most: number): RankedHit[] {
    const best: RankedHit[] = [];
    const isBefore = (one: RankedHit, other: RankedHit) =>
      one.score > other.score || (one.score === other.score && one.code < other.code);
    for (const [at, score] of scores.entries()) {
      const last = best.at(-1);
      if (score === 0 || (best.length === most && last && score < last.score)) continue;
      const hit = { code: this.#codes[at] ?? '', score };
      const place = best.findIndex((other) => isBefore(hit, other));
      if (place >= 0) best.splice(place, 0, hit);
      else best.push(hit);
      if (best.length > most) best.pop();
    }
    return best;
  }

  /** Syllables that nothing knows, put right where one slip explains them. */
  #corrected(question: string): string {
    return syllables(question)
      .map((word) =>
        this.#slips.isKnown(word) || this.#spoken.abbreviations.has(word)
          ? word
          : (this.#slips.near(word)[0] ?? word),
      )
      .join(' ');
  }

  #add(procedure: Searchable, at: number, known: Map<string, number>): number {
    const weights = new Map<string, number>();
    let length = 0;
    const parts: [string, number][] = [
      [procedure.title, TITLE],
      [procedure.words ?? '', WORDS],
      [procedure.field, REST],
      [procedure.audience, REST / 2],
      [procedure.code, TITLE],
    ];
    for (const [text, weight] of parts) {
      const words = syllables(text);
      if (weight === TITLE) length += words.length;
      for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
      for (const term of new Set([...words, ...pairs(words)])) {
        weights.set(term, (weights.get(term) ?? 0) + weight);
      }
    }
    for (const [term, weight] of weights) {
      const list = this.#postings.get(term);
      if (list) list.push({ at, weight });
      else this.#postings.set(term, [{ at, weight }]);
    }
    return length;
  }

  #score(term: string, weight: number, scores: Float64Array): void {
    const list = this.#postings.get(term);
    if (!list) return;
    const rare = Math.log(1 + (this.#codes.length - list.length + 0.5) / (list.length + 0.5));
    for (const { at, weight: inside } of list) {
      const length = 1 - B + (B * (this.#lengths[at] ?? 0)) / this.#mean;
      const gain = weight * rare * ((inside * (K + 1)) / (inside + K * length));
      scores[at] = (scores[at] ?? 0) + gain;
    }
  }
}
