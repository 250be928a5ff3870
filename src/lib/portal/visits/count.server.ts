// Counts page views in the front process and writes them in batches (ruling 19). A visitor is a keyed
// hash of address and browser under a random key that lives in memory only and changes every day: no
// cookie, no stored address, no way back. Figures of several processes add up.
import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { findCommuneByHost, inCommune, logFailure } from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { vietnamDate } from '#lib/vietnam/index.ts';
import { flushReadership, notePageRead } from './readership.server.ts';
import {
  addView,
  countPresent,
  isPublicPage,
  isRobot,
  startTally,
  type VisitTally,
} from './tally.ts';

export interface PageView {
  readonly host: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly path: string;
  readonly status: number;
}

interface Counted {
  readonly tally: VisitTally;
  /** What the row of this process and day holds already. */
  written: { views: number; visits: number; online: number };
}

const FLUSH_EVERY_MS = 20_000;
const counter = randomBytes(9).toString('base64url');
const counted = new Map<string, Counted>();
let key = { day: '', bytes: Buffer.alloc(0) };
let timer: NodeJS.Timeout | undefined;

/**
 * Counts one answered page. Never fails, and the answer doesn't wait for it: a lost count is no reason
 * to be slow.
 */
export async function countPageView(view: PageView): Promise<void> {
  if (view.status !== 200 || !isPublicPage(view.path) || isRobot(view.userAgent)) return;
  const now = Date.now();
  try {
    const commune = await findCommuneByHost(view.host);
    if (!commune) return;
    add(commune.id, view, now);
    notePageRead(commune.id, view.path);
  } catch (failure) {
    logFailure(failure, 'visits');
  }
}

/** Starts writing what was counted, every 20 seconds. */
export function startVisitFlush(): void {
  timer ??= setInterval(() => void flushVisits(), FLUSH_EVERY_MS).unref();
}

/** Writes what is left and stops. */
export async function stopVisitFlush(): Promise<void> {
  clearInterval(timer);
  timer = undefined;
  await flushVisits();
}

/** Writes counts that changed since the last time; what fails is kept for the next. */
export async function flushVisits(): Promise<void> {
  const now = Date.now();
  for (const [communeId, entry] of counted) {
    await write(communeId, entry, now).catch((failure: unknown) => logFailure(failure, 'visits'));
    if (entry.tally.day !== today(now)) counted.delete(communeId);
  }
  await flushReadership();
}

/** Visitors of this process in the last minutes. */
export function presentHere(communeId: string): number {
  const entry = counted.get(communeId);
  return entry ? countPresent(entry.tally, Date.now()) : 0;
}

/** The part of a commune's figures that this process keeps and its row doesn't hold yet. */
export function unwritten(communeId: string): { day: string; visits: number; views: number } {
  const entry = counted.get(communeId);
  if (!entry) return { day: today(Date.now()), visits: 0, views: 0 };
  return {
    day: entry.tally.day,
    visits: entry.tally.visits - entry.written.visits,
    views: entry.tally.views - entry.written.views,
  };
}

/** Name of this process among those that count. */
export function ownCounter(): string {
  return counter;
}

function add(communeId: string, view: PageView, now: number): void {
  const day = today(now);
  let entry = counted.get(communeId);
  if (entry?.tally.day !== day) {
    // What yesterday still lacks is written before its tally is let go.
    const left = entry;
    if (left) {
      write(communeId, left, now).catch((failure: unknown) => logFailure(failure, 'visits'));
    }
    entry = { tally: startTally(day), written: { views: 0, visits: 0, online: 0 } };
    counted.set(communeId, entry);
  }
  addView(entry.tally, markOf(view, day), now);
}

function markOf({ host, ip, userAgent }: PageView, day: string): string {
  if (key.day !== day) key = { day, bytes: randomBytes(32) };
  const hash = createHmac('sha256', key.bytes).update(`${host}\n${ip}\n${userAgent}`).digest();
  return hash.subarray(0, 12).toString('base64');
}

async function write(communeId: string, entry: Counted, now: number): Promise<void> {
  const { day, views, visits } = entry.tally;
  const online = countPresent(entry.tally, now);
  const { written } = entry;
  if (views === written.views && online === written.online) return;
  await inCommune(
    communeId,
    async (tx) => {
      await tx.db
        .insertInto('visit_day')
        .values({
          commune_id: communeId,
          day,
          counter,
          views,
          visits,
          online,
          written_at: sql`now()`,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['commune_id', 'day', 'counter'])
            .doUpdateSet({ views, visits, online, written_at: sql`now()` }),
        )
        .execute();
    },
    { write: true, actor: systemJob('visits') },
  );
  entry.written = { views, visits, online };
}

function today(now: number): string {
  return vietnamDate(new Date(now).toISOString());
}
