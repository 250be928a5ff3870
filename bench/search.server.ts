// Search over a hundred thousand public items of one commune: how long a page of results takes, with what it
// can be narrowed to and the passages of its hits, and whether somebody
// who knows an item finds it, typing rightly, without accents, or with one slip of the key.
import { performance } from 'node:perf_hooks';
import {
  countSearchWords,
  inCommune,
  newId,
  searchPublic,
  type SearchResult,
  type Tx,
} from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { showHits } from '#lib/portal/index.server.ts';
import { PAGE_SIZE } from '#lib/ui/index.ts';
import { fold } from '#lib/vietnam/index.ts';
import { median, round, row } from './figures.ts';
import {
  FIRST,
  ITEMS,
  itemOf,
  MATTER,
  partsOf,
  putSearchItems,
  WORK,
} from './search-items.server.ts';

const KNOWN = 200;
const NOW = '2023-06-30T03:00:00.000Z';

export async function benchSearch(): Promise<string[]> {
  const communeId = newId();
  const write = <T>(work: (tx: Tx) => Promise<T>) =>
    inCommune(communeId, work, { write: true, actor: systemJob('bench'), now: NOW });
  const begun = performance.now();
  await write(async (tx) => {
    const commune = { id: communeId, slug: `tim-${communeId}`, name: 'xã Tìm', kind: 'xa' };
    await tx.db.insertInto('commune').values(commune).execute();
  });
  await putSearchItems(communeId);
  const filled = (performance.now() - begun) / 1000;
  const counting = performance.now();
  await write(countSearchWords);
  const counted = (performance.now() - counting) / 1000;
  const put = row(
    `${round(ITEMS)} items put into search`,
    `${round(filled)} s`,
    `words counted in ${round(counted, 1)} s`,
  );
  return [put, ...(await measureSearch(communeId))];
}

/** The same questions to a commune that has the items already. */
export async function measureSearch(communeId: string): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, spell] of Object.entries(SPELLINGS)) {
    lines.push(await lookFor(communeId, name, spell));
  }
  lines.push(await commonWords(communeId), await oneRow(communeId));
  return lines;
}

/** All that a page of results reads of the database and makes of it, short of drawing it. */
function askForPage(communeId: string, query: string): Promise<SearchResult> {
  return inCommune(
    communeId,
    async (tx) => {
      const found = await searchPublic(tx, query, { size: PAGE_SIZE, start: 0, facets: true });
      await showHits(tx, found);
      return found;
    },
    { now: NOW },
  );
}

/** Somebody remembers what it was about and where. */
async function lookFor(
  communeId: string,
  name: string,
  spell: (text: string, seed: number) => string,
): Promise<string> {
  const times: number[] = [];
  let inTen = 0;
  let first = 0;
  for (let number = 0; number < KNOWN; number += 1) {
    const at = (number * 7919) % ITEMS;
    const { matter, place } = partsOf(at);
    const query = spell(`${matter} ${place}`, number);
    const { title } = itemOf(at);
    const asked = performance.now();
    const { hits } = await askForPage(communeId, query);
    times.push(performance.now() - asked);
    const found = hits.slice(0, 10).findIndex((hit) => hit.title === title);
    if (found >= 0) inTen += 1;
    if (found === 0) first += 1;
  }
  return row(
    `known item, ${name}`,
    `${round(p95(times), 1)} ms`,
    `95 of 100; median ${round(median(times), 1)} ms; mark: 30 ms; ${percent(inTen)} in ten, ${percent(first)} first`,
  );
}

/** Words that thousands of items hold, alone and together. */
async function commonWords(communeId: string): Promise<string> {
  const queries = [
    ...WORK,
    ...MATTER,
    ...FIRST.map((first) => `thôn ${first}`),
    'xã',
    'trong thôn',
  ];
  const times: number[] = [];
  for (const query of queries) {
    const asked = performance.now();
    await askForPage(communeId, query);
    times.push(performance.now() - asked);
  }
  return row(
    'words that thousands of items hold',
    `${round(p95(times), 1)} ms`,
    `95 of 100; median ${round(median(times), 1)} ms; longest ${round(Math.max(...times), 1)} ms`,
  );
}

/** What any transaction costs at this hour on this machine: the yardstick of the lines above. */
async function oneRow(communeId: string): Promise<string> {
  const times: number[] = [];
  for (let time = 0; time < KNOWN; time += 1) {
    const asked = performance.now();
    await inCommune(communeId, ({ db }) =>
      db.selectFrom('commune').select('name').executeTakeFirstOrThrow(),
    );
    times.push(performance.now() - asked);
  }
  return row('  one row by its key, same run', `${round(p95(times), 1)} ms`, '95 of 100');
}

const SPELLINGS: Readonly<Record<string, (text: string, seed: number) => string>> = {
  'typed rightly': (text) => text,
  'without accents': fold,
  'one slip of the key': slipped,
};

/** One letter of one syllable left out, doubled, or swapped with its neighbour. */
function slipped(text: string, seed: number): string {
  const words = fold(text).split(' ');
  const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []));
  const at = long[seed % Math.max(1, long.length)] ?? 0;
  const word = words[at] ?? '';
  const place = 1 + (seed % Math.max(1, word.length - 2));
  const ways = [
    word.slice(0, place) + word.slice(place + 1),
    word.slice(0, place) + word.charAt(place) + word.slice(place),
    word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2),
  ];
  return words.with(at, ways[seed % ways.length] ?? word).join(' ');
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

function percent(count: number): string {
  return `${round((count * 100) / KNOWN)} %`;
}
