// The order of what was found: rare words weigh more than common ones, neighbours more than scattered
// words, titles more than summaries; among the like, news come latest first.
import { pairs, syllables } from './words.ts';
import type { Asked, NearWords } from './question.ts';

interface Rankable {
  readonly title: string;
  readonly summary: string;
  readonly publishedOn: string | null;
}

const IN_TITLE = 3;
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

/** The candidates, best first. @param today YYYY-MM-DD */
export function rankHits<Hit extends Rankable>(
  hits: readonly Hit[],
  weights: ReadonlyMap<string, number>,
  today: string,
): Hit[] {
  return hits
    .map((hit) => ({ hit, score: scoreOf(hit, weights, today) }))
    .sort(
      (a, b) =>
        b.score - a.score || ((a.hit.publishedOn ?? '') < (b.hit.publishedOn ?? '') ? 1 : -1),
    )
    .map(({ hit }) => hit);
}

function scoreOf(hit: Rankable, weights: ReadonlyMap<string, number>, today: string): number {
  const title = syllables(hit.title);
  const titleTerms = new Set([...title, ...pairs(title)]);
  const summary = syllables(hit.summary);
  const summaryTerms = new Set([...summary, ...pairs(summary)]);
  let score = 0.1;
  let covered = 0;
  for (const [term, weight] of weights) {
    if (titleTerms.has(term)) {
      score += weight * IN_TITLE;
      if (!term.includes(' ')) covered += 1;
    } else if (summaryTerms.has(term)) score += weight;
  }
  const share = title.length === 0 ? 0 : Math.min(1, covered / title.length);
  return score * (1 + COVERED * share) * (1 + NEWS * newness(hit.publishedOn, today));
}

function newness(day: string | null, today: string): number {
  if (day === null) return 0;
  const age = Math.max(0, (Date.parse(today) - Date.parse(day)) / 86_400_000);
  return 2 ** (-age / HALF_LIFE_DAYS);
}
