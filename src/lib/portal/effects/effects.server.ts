// Signs of effect read together: from the acts and what was noted beside them, the pages people opened, the
// calls they made, and what they looked for and didn't find.
import type { Tx } from '#lib/platform/index.server.ts';
import {
  listActPages,
  listActsForEffects,
  listEffects,
  type NotedEffect,
} from '#lib/plans/index.server.ts';
import { listCalls } from '#lib/procedures/index.server.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { foldEffects, type ChannelEffect } from './effects.ts';

export interface EffectReading {
  readonly channels: readonly ChannelEffect[];
  readonly signs: readonly NotedEffect[];
  /** Calls to the office's numbers in these days; null where nobody keeps the log. */
  readonly calls: number | null;
  /** Openings of sheets of the board through their code. */
  readonly scans: number;
  /** Searches of these days that found nothing; words are kept for a quarter only. */
  readonly inVain: number;
}

/** Signs of the days `from`–`to` (both counted) among acts of a plan. @throws LoaError `access.*` */
export async function readEffects(
  tx: Tx,
  days: { readonly planId: string; readonly from: string; readonly to: string },
): Promise<EffectReading> {
  requireCan(tx.actor, 'effect.see', {});
  const acts = await listActsForEffects(tx, days);
  const known = new Set(acts.map(({ id }) => id));
  const signs = (await listEffects(tx, days)).filter(({ act }) => known.has(act.id));
  const pages = (await listActPages(tx, days)).filter(({ actId }) => known.has(actId));
  const opened = await viewsOf(
    tx,
    days,
    pages.map(({ path }) => path),
  );
  const views = new Map<string, number>();
  for (const { actId, path } of pages) {
    views.set(actId, (views.get(actId) ?? 0) + (opened.get(path) ?? 0));
  }
  const calls = (await listCalls(tx, days.from)).filter(({ calledAt }) => {
    const day = vietnamDate(toInstant(calledAt));
    return days.from <= day && day <= days.to;
  });
  const marks = signs.map(({ act, amount }) => ({ actId: act.id, amount }));
  return {
    channels: foldEffects(acts, marks, views),
    signs,
    calls: calls.length === 0 ? null : calls.length,
    scans: await countScans(tx, days),
    inVain: await countInVain(tx, days),
  };
}

type Days = Parameters<typeof readEffects>[1];

async function viewsOf(tx: Tx, days: Days, paths: readonly string[]): Promise<Map<string, number>> {
  if (paths.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('page_views')
    .select(({ fn }) => ['path', fn.sum<number>('views').as('views')])
    .where('path', 'in', [...new Set(paths)])
    .where('day', '>=', days.from)
    .where('day', '<=', days.to)
    .groupBy('path')
    .execute();
  return new Map(rows.map(({ path, views }) => [path, Number(views)]));
}

async function countScans(tx: Tx, { from, to }: Days): Promise<number> {
  const row = await tx.db
    .selectFrom('page_views')
    .select(({ fn }) => fn.sum<number | null>('views').as('views'))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('path', 'like', '/to/%')
    .executeTakeFirstOrThrow();
  return Number(row.views ?? 0);
}

async function countInVain(tx: Tx, { from, to }: Days): Promise<number> {
  const row = await tx.db
    .selectFrom('searched_words')
    .select(({ fn }) => fn.sum<number | null>('in_vain').as('times'))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .executeTakeFirstOrThrow();
  return Number(row.times ?? 0);
}
