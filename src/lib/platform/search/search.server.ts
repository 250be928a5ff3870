// Search over what is public: accents optional, slips of the key put right, everyday words understood. Both
// sides are folded by the same function, so "thu tuc hanh chinh" finds "thủ tục hành chính".
import { sql } from 'kysely';
import { fold } from '#lib/vietnam/index.ts';
import type { Tx } from '../database/tx.server.ts';
import type { Facets, Narrowing } from './facets.ts';
import { find, type Found } from './find.server.ts';
import { MOST_GIVEN, type SearchHit } from './look.server.ts';
import {
  doubtful,
  likeliest,
  meantWords,
  onlySlips,
  pairsAround,
  queryForAll,
  queryForMost,
  readAsked,
  surelyHeldBy,
  type Asked,
  type NearWords,
} from './question.ts';
import { laterFirst, rankHits, weighTerms } from './rank.ts';
import { getSpokenWords } from './spoken-words.server.ts';
import { readCompletions, readKnownTerms, readNearWords } from './vocabulary.server.ts';
import { pairs } from './words.ts';

export interface SearchEntry {
  readonly id: string;
  /** `plan`, `act`, `article`, `document`, `procedure` … */
  readonly kind: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly publishedOn: string | null;
  /** Field of work or section, in words; what a search may be narrowed to. */
  readonly topic?: string | undefined;
}

export interface SearchAsked extends Narrowing {
  readonly size: number;
  readonly start: number;
  /** Latest first, whatever fits better. */
  readonly newest?: boolean;
  /** What a large result can be narrowed to is asked for as well; for a small one it is known anyhow. */
  readonly facets?: boolean;
}

export interface SearchResult {
  /** How many can be walked through: all that were found, or of many the best or latest, up to {@link MOST_GIVEN}. */
  readonly total: number;
  /** How many there are; undefined where that would have been too much to look at. */
  readonly count: number | undefined;
  readonly hits: readonly SearchHit[];
  readonly facets: Facets;
  /**
   * `exact`: every word, as typed or as it is said officially. `corrected`: slips were put right.
   * `near`: nothing holds them all; these hold most.
   */
  readonly how: 'exact' | 'corrected' | 'near';
  /** Slips were put right in the words. */
  readonly isCorrected: boolean;
  /** Folded words that were looked for, slips put right. */
  readonly words: readonly string[];
  /** Folded words to show in what was found. */
  readonly marks: readonly string[];
  /** The last word, folded, where it was taken for the beginning of one. */
  readonly unfinished?: string | undefined;
}

/** Puts public text into the index, or replaces it; same transaction as what it describes. */
export async function putSearchEntry(tx: Tx, entry: SearchEntry): Promise<void> {
  await sql`SELECT search_put(${entry.id}::uuid, ${entry.kind}, ${entry.url}, ${entry.title}, ${entry.summary},
    ${entry.topic ?? ''}, ${entry.publishedOn}::date, ${entry.body}, ${fold(entry.title)}, ${fold(entry.summary)},
    ${fold(entry.body)})`.execute(tx.db);
}

export async function dropSearchEntry(tx: Tx, id: string): Promise<void> {
  await sql`SELECT search_drop(${id}::uuid)`.execute(tx.db);
}

/** Which of these addresses something public stands under. */
export async function findPublicAddresses(
  tx: Tx,
  addresses: readonly string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const { rows } = await sql<{ url: string }>`
    SELECT url FROM search_known(${[...addresses]}::text[])`.execute(tx.db);
  return new Set(rows.map(({ url }) => url));
}

/** Finds public items that hold the words of `query`; the last one may be unfinished. */
export async function searchPublic(
  tx: Tx,
  query: string,
  page: SearchAsked,
): Promise<SearchResult> {
  const asked = readAsked(query, getSpokenWords());
  if (asked.words.length === 0) return NOTHING;
  const { found, near, known, how, unfinished } = await findSomehow(tx, asked, page);
  const sorted = page.newest
    ? found.hits.toSorted(laterFirst)
    : rankHits(found.hits, weighTerms(asked, near, known), tx.today, asked.spellings);
  const hits = sorted.slice(0, MOST_GIVEN);
  const words = meantWords(
    asked.words,
    near,
    known,
    hits.slice(0, 5).map(({ title, summary }) => `${title} ${summary}`),
  );
  const isCorrected = words.some((word, at) => word !== asked.words[at]);
  return {
    total: hits.length,
    count: found.count,
    hits: hits.slice(page.start, page.start + page.size),
    facets: found.facets,
    how: how === 'corrected' && !isCorrected ? 'exact' : how,
    isCorrected,
    words,
    marks: [...new Set([...asked.content, ...[...near.values()].flat(), ...asked.readings.flat()])],
    unfinished,
  };
}

/** Public text of the items by id, as written. */
export async function readSearchTexts(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('search_text')
    .select(['id', 'body'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}

const NOTHING: SearchResult = {
  total: 0,
  count: 0,
  hits: [],
  facets: { kinds: [], years: [], topics: [] },
  how: 'exact',
  isCorrected: false,
  words: [],
  marks: [],
};

interface FoundSomehow {
  readonly found: Found;
  readonly near: NearWords;
  readonly known: ReadonlyMap<string, number>;
  readonly how: SearchResult['how'];
  readonly unfinished: string | undefined;
}

/** Asks for all words, then for those that tell something, for what they may be slips of, for most of them. */
async function findSomehow(tx: Tx, asked: Asked, narrowing: SearchAsked): Promise<FoundSomehow> {
  const known = await readKnownTerms(tx, [...asked.words, ...pairs(asked.words)]);
  const last = asked.words.at(-1) ?? '';
  const unfinished = known.has(last) ? undefined : last;
  const completed =
    unfinished === undefined
      ? undefined
      : {
          word: unfinished,
          completions: await readCompletions(tx, unfinished, asked.words.at(-2)),
        };
  const doubted = await readLikely(tx, asked.words, doubtful(asked, known), known);
  const corrected = onlySlips(asked.words, doubted, known);
  const how = corrected.size > 0 ? 'corrected' : 'exact';
  const askFor = (words: readonly string[], near: NearWords) => {
    const query = queryForAll({ ...asked, content: words }, near, completed);
    return find(tx, asked, query, {
      ...narrowing,
      atLeast: surelyHeldBy(words, known),
    });
  };
  const whole = await askFor(asked.words, corrected);
  if (whole.isAny) return { found: whole, near: corrected, known, how, unfinished };
  if (asked.content.length < asked.words.length) {
    const telling = await askFor(asked.content, corrected);
    if (telling.isAny) return { found: telling, near: corrected, known, how, unfinished };
  }
  const unsure = asked.content.filter((word) => !asked.sure.has(word));
  const near = await readLikely(tx, asked.words, unsure, known);
  const byNear = await askFor(asked.content, near);
  if (byNear.isAny) return { found: byNear, near, known, how: 'corrected', unfinished };
  const most = queryForMost(asked, near, new Set(known.keys()));
  if (most === '') return { found: byNear, near: new Map(), known, how: 'exact', unfinished };
  return {
    found: await find(tx, asked, most, narrowing),
    near,
    known,
    how: 'near',
    unfinished: undefined,
  };
}

async function readLikely(
  tx: Tx,
  words: readonly string[],
  doubted: readonly string[],
  known: Map<string, number>,
): Promise<NearWords> {
  const near = await readNearWords(tx, doubted);
  const around = words.flatMap((word, at) =>
    (near.get(word) ?? []).flatMap((other) => [other, ...pairsAround(words, at, other, near)]),
  );
  for (const [term, entries] of await readKnownTerms(tx, around)) known.set(term, entries);
  return likeliest(words, near, known);
}
