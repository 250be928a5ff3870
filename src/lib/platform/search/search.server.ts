// Search over what is public: accents optional, slips of the key put right, everyday words understood. Both
// sides are folded by the same function, so "thu tuc hanh chinh" finds "thủ tục hành chính".
import { sql } from 'kysely';
import { fold, monthOf, shiftMonth, type PlainDate } from '#lib/vietnam/index.ts';
import type { Tx } from '../database/tx.server.ts';
import { completeFacets } from './facets.server.ts';
import { facetsOf, isWithin, type Facets, type Narrowing } from './facets.ts';
import {
  doubtful,
  likeliest,
  meantWords,
  onlySlips,
  pairsAround,
  queryForAll,
  queryForMost,
  queryForPhrase,
  readAsked,
  type Asked,
  type NearWords,
} from './question.ts';
import { rankHits, weighTerms } from './rank.ts';
import { getSpokenWords } from './spoken-words.server.ts';
import { readKnownTerms, readNearWords } from './vocabulary.server.ts';
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

export interface SearchHit {
  readonly id: string;
  readonly kind: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly topic: string | null;
  readonly publishedOn: string | null;
}

export interface SearchAsked extends Narrowing {
  readonly size: number;
  readonly start: number;
  /** Latest first, whatever fits better. */
  readonly newest?: boolean;
  /** Kinds to ask for one by one where more is found than is looked at; without them nothing is asked. */
  readonly kinds?: readonly string[];
}

export interface SearchResult {
  /** How many can be walked through: all that were found, or of many the best or latest, up to {@link MOST_COUNTED}. */
  readonly total: number;
  /** More were found than can be walked through. */
  readonly isMore: boolean;
  readonly hits: readonly SearchHit[];
  readonly facets: Facets;
  /**
   * `exact`: every word, as typed or as it is said officially. `corrected`: slips were put right.
   * `near`: nothing holds them all; these hold most.
   */
  readonly how: 'exact' | 'corrected' | 'near';
  /** Folded words that were looked for, slips put right. */
  readonly words: readonly string[];
  /** Folded words to show in what was found. */
  readonly marks: readonly string[];
  /** The last word, folded, where it was taken for the beginning of one. */
  readonly unfinished?: string | undefined;
}

/** Beyond it the database would read thousands of rows to say a number nobody needs. */
const MOST_COUNTED = 200;
/** Months looked back over for the latest; so many are enough to show. */
const WINDOWS = [1, 4, 24];
const ENOUGH = 40;

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
    ? found.hits.toSorted((a, b) => ((a.publishedOn ?? '') < (b.publishedOn ?? '') ? 1 : -1))
    : rankHits(found.hits, weighTerms(asked, near, known), tx.today);
  const hits = sorted.slice(0, MOST_COUNTED);
  const words = meantWords(
    asked.words,
    near,
    hits.slice(0, 5).map(({ title, summary }) => `${title} ${summary}`),
  );
  return {
    total: hits.length,
    isMore: found.isMore,
    hits: hits.slice(page.start, page.start + page.size),
    facets: found.facets,
    how,
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
  isMore: false,
  hits: [],
  facets: { kinds: [], years: [], topics: [] },
  how: 'exact',
  words: [],
  marks: [],
};

interface Found {
  /** Something was found, even if nothing of the kind, year or topic that is wanted. */
  readonly isAny: boolean;
  readonly hits: readonly SearchHit[];
  readonly isMore: boolean;
  readonly facets: Facets;
}

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
  const doubted = await readLikely(tx, asked.words, doubtful(asked.words, known), known);
  const corrected = onlySlips(asked.words, doubted, known);
  const how = corrected.size > 0 ? 'corrected' : 'exact';
  const askFor = (words: readonly string[], near: NearWords) =>
    find(tx, asked, queryForAll({ ...asked, content: words }, near, unfinished), narrowing);
  const whole = await askFor(asked.words, corrected);
  if (whole.isAny) return { found: whole, near: corrected, known, how, unfinished };
  if (asked.content.length < asked.words.length) {
    const telling = await askFor(asked.content, corrected);
    if (telling.isAny) return { found: telling, near: corrected, known, how, unfinished };
  }
  const near = await readLikely(tx, asked.words, asked.content, known);
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

async function find(
  tx: Tx,
  asked: Asked,
  query: string,
  { kind, year, topic, newest = false, kinds = [] }: SearchAsked,
): Promise<Found> {
  const narrowing: Narrowing = { kind, year, topic };
  const all = await ask(tx, { query, most: MOST_COUNTED + 1 });
  if (all.length <= MOST_COUNTED) {
    return {
      isAny: all.length > 0,
      hits: all.filter((hit) => isWithin(hit, narrowing)),
      isMore: false,
      facets: facetsOf(all, narrowing, true),
    };
  }
  const isNarrowed = kind !== undefined || year !== undefined || topic !== undefined;
  const narrowed = isNarrowed ? await ask(tx, { query, narrowing, most: MOST_COUNTED + 1 }) : all;
  const sampled = facetsOf([...all, ...narrowed], narrowing, false);
  const facets = await completeFacets(tx, sampled, { query, narrowing, kinds });
  if (narrowed.length <= MOST_COUNTED)
    return { isAny: true, hits: narrowed, isMore: false, facets };
  if (newest) {
    const hits = await askNewest(tx, { query, narrowing });
    return { isAny: true, hits, isMore: true, facets };
  }
  const titled = await askBestTitled(tx, asked, { query, narrowing });
  // Where titles say little, the latest texts are nearer than any.
  const others = titled.length < ENOUGH ? await askNewest(tx, { query, narrowing }) : narrowed;
  const best = new Map([...others, ...titled].map((hit) => [hit.id, hit]));
  return { isAny: true, hits: [...best.values()], isMore: true, facets };
}

/** Titles that hold the words side by side, then those that hold them anyhow, of many the latest. */
async function askBestTitled(tx: Tx, asked: Asked, where: Where): Promise<SearchHit[]> {
  const inTitles = { ...where, inTitles: true };
  const titled = await ask(tx, { ...inTitles, most: MOST_COUNTED + 1 });
  if (titled.length <= MOST_COUNTED) return titled;
  const phrase = queryForPhrase(asked);
  const latest = await askNewest(tx, inTitles);
  if (phrase === undefined) return latest;
  const sideBySide = await ask(tx, { ...inTitles, query: phrase, most: MOST_COUNTED });
  return [...latest, ...sideBySide];
}

/**
 * The latest of many: those of the last month if they are enough, else of a longer time. Only so few are put
 * in order as fit into that time.
 */
async function askNewest(tx: Tx, where: Where): Promise<SearchHit[]> {
  for (const months of WINDOWS) {
    const within = { ...where, query: `(${where.query}) & (${lastMonths(tx.today, months)})` };
    const hits = await ask(tx, { ...within, most: MOST_COUNTED + 1 });
    if (hits.length > MOST_COUNTED) {
      return ask(tx, { ...within, newest: true, most: MOST_COUNTED });
    }
    if (hits.length >= ENOUGH) return hits;
  }
  return ask(tx, { ...where, newest: true, most: MOST_COUNTED });
}

interface Where {
  readonly query: string;
  readonly inTitles?: boolean;
  readonly narrowing?: Narrowing;
}

interface Ask extends Where {
  readonly newest?: boolean;
  readonly most: number;
}

/** The months up to that of `today` as the index marks items with them. */
function lastMonths(today: PlainDate, count: number): string {
  const month = monthOf(today);
  const marks = Array.from({ length: count }, (_, back) => {
    const [year = '', number = ''] = shiftMonth(month, -back).split('-');
    return `'m-${year}-${Number(number)}'`;
  });
  return marks.join(' | ');
}

async function ask(tx: Tx, asked: Ask): Promise<SearchHit[]> {
  const { kind = null, year = null, topic = null } = asked.narrowing ?? {};
  const { rows } = await sql<SearchHit>`
    SELECT id, kind, url, title, summary, topic, published_on AS "publishedOn"
    FROM search_find(${asked.query}, ${asked.inTitles ?? false}, ${kind}, ${year}::integer, ${topic},
      ${asked.newest ?? false}, ${asked.most})`.execute(tx.db);
  return rows;
}
