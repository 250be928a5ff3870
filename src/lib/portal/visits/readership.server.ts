// What is read and searched for: noted in this process, written in batches, added up by the database.
import { sql } from 'kysely';
import { SECTIONS } from '#lib/newsroom/index.ts';
import { systemJob } from '#lib/platform/index.ts';
import {
  defineJob,
  inCommune,
  listVillages,
  logFailure,
  type Tx,
} from '#lib/platform/index.server.ts';
import { addDays, toPlainDate, vietnamDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { ways } from '../ways.ts';
import { isRobot } from './tally.ts';
import { addMissed, addPage, addSearch, type Readership, startReadership } from './readership.ts';

const noted = new Map<string, Readership>();
/** What one looks for may still say something about a small place: words go after a quarter. */
const WORDS_KEPT_DAYS = 90;
const VIEWS_KEPT_DAYS = 400;
const SHOWN = 20;
/** Asked once may be one person's own matter; it is shown when it was asked again. */
const ASKED_AGAIN = 2;

/** A public page that was given. */
export function notePageRead(communeId: string, path: string): void {
  addPage(of(communeId), path);
}

/** Words somebody searched for; those of programs, and those that may be personal, are let go. */
export function noteSearch(
  communeId: string,
  search: { readonly query: string; readonly found: boolean; readonly userAgent: string },
): void {
  if (!isRobot(search.userAgent)) addSearch(of(communeId), search.query, search.found);
}

/** An address that no page has, and nobody said where it leads. @param address path with query */
export function noteMissed(
  communeId: string,
  { address, userAgent }: { readonly address: string; readonly userAgent: string },
): void {
  if (!isRobot(userAgent)) addMissed(of(communeId), address);
}

/** Writes what was noted since the last time; what fails is lost, as a count may be. */
export async function flushReadership(): Promise<void> {
  const batches = [...noted];
  noted.clear();
  for (const [communeId, batch] of batches) {
    await write(communeId, batch).catch((failure: unknown) => logFailure(failure, 'readership'));
  }
}

export interface ReadPage {
  readonly path: string;
  /** As search, the menu or a list of pages calls it; null where none does. */
  readonly title: string | null;
  readonly views: number;
}

export interface SearchedWords {
  readonly words: string;
  readonly times: number;
}

export interface ReadershipFigures {
  /** First and last day counted, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly views: number;
  readonly pages: readonly ReadPage[];
  readonly searched: readonly SearchedWords[];
  readonly inVain: readonly SearchedWords[];
}

/**
 * What was read and searched for in the `days` days up to today, by the real calendar: visits have no
 * demonstration day. @throws LoaError `access.sign-in`
 */
export async function readReadership(tx: Tx, days: number): Promise<ReadershipFigures> {
  requireCan(tx.actor, 'readership.see', {});
  const to = vietnamDate(new Date().toISOString());
  const from = addDays(toPlainDate(to), 1 - days);
  const pages = await tx.db
    .selectFrom('page_views')
    .select(({ fn }) => ['path', fn.sum<number>('views').as('views')])
    .where('day', '>=', from)
    .groupBy('path')
    .orderBy('views', 'desc')
    .orderBy('path')
    .execute();
  const searches = await tx.db
    .selectFrom('searched_words')
    .select(({ fn }) => [
      fn.sum<number>('times').as('times'),
      fn.sum<number>('in_vain').as('inVain'),
      sql<string>`(array_agg(words ORDER BY words = folded, day DESC))[1]`.as('words'),
    ])
    .where('day', '>=', from)
    .groupBy('folded')
    .execute();
  const titles = await titlesOf(
    tx,
    pages.slice(0, SHOWN).map(({ path }) => path),
  );
  return {
    from,
    to,
    views: pages.reduce((sum, { views }) => sum + Number(views), 0),
    pages: pages.slice(0, SHOWN).map(({ path, views }) => ({
      path,
      title: titles.get(path) ?? null,
      views: Number(views),
    })),
    searched: most(searches.map(({ words, times }) => ({ words, times: Number(times) }))),
    inVain: most(searches.map(({ words, inVain }) => ({ words, times: Number(inVain) }))),
  };
}

function most(all: readonly SearchedWords[]): SearchedWords[] {
  return all
    .filter(({ times }) => times >= ASKED_AGAIN)
    .sort((a, b) => b.times - a.times || (a.words < b.words ? -1 : 1))
    .slice(0, SHOWN);
}

async function titlesOf(tx: Tx, paths: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ url: string; title: string }>`
    SELECT url, title FROM search_titles(${paths}::text[])`.execute(tx.db);
  const villages = await listVillages(tx);
  return new Map([
    ...found.rows.map(({ url, title }) => [url, title] as const),
    ...villages.map(({ slug, name }) => [`/thon/${slug}`, name] as const),
    ...SECTIONS.map(({ id, name }) => [`/tin/chuyen-muc/${id}`, name] as const),
    ...ways.map(({ href, label }) => [href, label] as const),
  ]);
}

function of(communeId: string): Readership {
  const known = noted.get(communeId);
  if (known) return known;
  const fresh = startReadership();
  noted.set(communeId, fresh);
  return fresh;
}

async function write(communeId: string, { pages, searches, missed }: Readership): Promise<void> {
  const day = vietnamDate(new Date().toISOString());
  await inCommune(
    communeId,
    async ({ db }) => {
      if (pages.size > 0) {
        await db
          .insertInto('page_views')
          .values(
            inOrder(pages).map(([path, views]) => ({ commune_id: communeId, day, path, views })),
          )
          .onConflict((conflict) =>
            conflict.columns(['commune_id', 'day', 'path']).doUpdateSet((set) => ({
              views: sql`${set.ref('page_views.views')} + ${set.ref('excluded.views')}`,
            })),
          )
          .execute();
      }
      if (missed.size > 0) {
        await db
          .insertInto('missed_address')
          .values(
            inOrder(missed).map(([address, times]) => {
              return { commune_id: communeId, day, address, times };
            }),
          )
          .onConflict((conflict) =>
            conflict.columns(['commune_id', 'day', 'address']).doUpdateSet((set) => ({
              times: sql`${set.ref('missed_address.times')} + ${set.ref('excluded.times')}`,
            })),
          )
          .execute();
      }
      if (searches.size > 0) {
        await db
          .insertInto('searched_words')
          .values(
            inOrder(searches).map(([folded, { words, times, inVain }]) => ({
              commune_id: communeId,
              day,
              folded,
              words,
              times,
              in_vain: inVain,
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['commune_id', 'day', 'folded']).doUpdateSet((set) => ({
              words: sql`CASE WHEN ${set.ref('excluded.words')} = ${set.ref('excluded.folded')}
                THEN ${set.ref('searched_words.words')} ELSE ${set.ref('excluded.words')} END`,
              times: sql`${set.ref('searched_words.times')} + ${set.ref('excluded.times')}`,
              in_vain: sql`${set.ref('searched_words.in_vain')} + ${set.ref('excluded.in_vain')}`,
            })),
          )
          .execute();
      }
    },
    { write: true, actor: systemJob('visits') },
  );
}

/** One order for all writers, so that two processes never wait for each other. */
function inOrder<Value>(counts: ReadonlyMap<string, Value>): [string, Value][] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Drops what is too old to be kept, by the real calendar. */
export async function sweepReadership(communeId: string): Promise<void> {
  const today = toPlainDate(vietnamDate(new Date().toISOString()));
  await inCommune(
    communeId,
    async ({ db }) => {
      const words = addDays(today, -WORDS_KEPT_DAYS);
      await db.deleteFrom('searched_words').where('day', '<', words).execute();
      await db.deleteFrom('missed_address').where('day', '<', words).execute();
      const views = addDays(today, -VIEWS_KEPT_DAYS);
      await db.deleteFrom('page_views').where('day', '<', views).execute();
    },
    { write: true, actor: systemJob('visits') },
  );
}

defineJob({ name: 'visits.sweep', run: sweepReadership, everyMinutes: 24 * 60 });
