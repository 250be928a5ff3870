// What a query finds: all of it where that isn't much; of more the likeliest, and what it can be narrowed to.
import type { Tx } from '../database/tx.server.ts';
import { completeFacets } from './facets.server.ts';
import {
  addCounts,
  countEach,
  facetsOf,
  MOST_COUNTED,
  type Facets,
  type Narrowing,
} from './facets.ts';
import {
  findNewest,
  look,
  MOST_GIVEN,
  type Look,
  type SearchHit,
  type Where,
} from './look.server.ts';
import { queryForPhrase, type Asked } from './question.ts';
import { pairs } from './words.ts';

/** Titles enough for whoever asks for common words. */
const ENOUGH_TITLED = 40;
/** Words were counted half a day ago at most: half of so many items don't go meanwhile. */
const SURELY_MORE = 2 * MOST_COUNTED;
/** What is known of more than are looked at before any is. */
const TOO_MANY: Look = { isAll: false, isAny: true, left: 0, counts: countEach([]), hits: [] };

export interface Found {
  /** Something was found, even if nothing of the kind, year or topic that is wanted. */
  readonly isAny: boolean;
  readonly hits: readonly SearchHit[];
  readonly count: number | undefined;
  readonly facets: Facets;
}

export interface Wanted extends Narrowing {
  /** Latest first, whatever fits better. */
  readonly newest?: boolean;
  /** What a large result can be narrowed to is asked for as well. */
  readonly facets?: boolean;
  /** At least so many items hold the words, as of the last count. */
  readonly atLeast?: number;
}

/** @param query a tsquery of what is asked */
export async function find(tx: Tx, asked: Asked, query: string, wanted: Wanted): Promise<Found> {
  const { kind, year, topic, newest = false, atLeast = 0 } = wanted;
  const narrowing: Narrowing = { kind, year, topic };
  const isNarrowed = kind !== undefined || year !== undefined || topic !== undefined;
  const terms = termsOf(asked);
  const all =
    atLeast > SURELY_MORE && !isNarrowed
      ? TOO_MANY
      : await look(tx, { query, narrowing, terms, newest, isWide: true });
  if (all.isAll) {
    return {
      isAny: all.isAny,
      hits: all.hits,
      count: all.left,
      facets: facetsOf(all.counts, true),
    };
  }
  const left = isNarrowed ? await look(tx, { query, narrowing, terms, newest }) : all;
  const where = { query, narrowing };
  const findSome = () => (newest ? findNewest(tx, where) : findBest(tx, asked, where));
  const hits = left.isAll ? left.hits : await findSome();
  const seen = addCounts([all.counts, left.counts, countEach(hits)]);
  const sampled = facetsOf(seen, false);
  return {
    isAny: true,
    hits,
    count: left.isAll ? left.left : undefined,
    facets: wanted.facets ? await completeFacets(tx, sampled, query, narrowing) : sampled,
  };
}

/** Titles that hold all words; where these say little, the latest texts as well. */
async function findBest(tx: Tx, asked: Asked, where: Where): Promise<readonly SearchHit[]> {
  const titled = await findTitled(tx, asked, { ...where, inTitles: true });
  const more = titled.length < ENOUGH_TITLED ? await findNewest(tx, where) : [];
  const best = new Map([...titled, ...more].map((hit) => [hit.id, hit]));
  return [...best.values()].slice(0, MOST_GIVEN);
}

/**
 * Titles that hold the words side by side, if these are more than are looked at; else all that hold them, or
 * of too many those that hold them side by side and the latest.
 */
async function findTitled(tx: Tx, asked: Asked, where: Where): Promise<readonly SearchHit[]> {
  const terms = termsOf(asked);
  const phrase = queryForPhrase(asked);
  const beside = phrase !== undefined && { ...where, query: phrase };
  const sideBySide = beside ? await look(tx, { ...beside, terms, newest: true }) : undefined;
  if (beside && sideBySide?.isAll === false) return await findNewest(tx, beside);
  const titled = await look(tx, { ...where, terms });
  if (titled.isAll) return titled.hits;
  return [...(sideBySide?.hits ?? []), ...(await findNewest(tx, where))];
}

/** What a title may hold of the question: its words and pairs, as typed and as they are said officially. */
function termsOf({ content, words, readings }: Asked): string[] {
  const read = readings.flatMap((reading) => [...reading, ...pairs(reading)]);
  return [...new Set([...content, ...pairs(words), ...read])];
}
