// Closing periods and opening them again. A closing keeps the last event it rests on, the version of the
// counting rules and the figures themselves; nothing recorded later moves them (ruling 12).
import { z } from 'zod';
import { newId, readEvents, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { accountOf, canonicalText, platformError } from '#lib/platform/index.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { getActKinds } from '../acts/kinds.server.ts';
import { COVERAGE_EVENTS, type PeriodClosedData, type PeriodReopenedData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { foldAdjustments, type Adjustment, type Closing } from './adjustments.ts';
import { coverageError } from './errors.ts';
import { foldFigures, RULE_VERSION, type PeriodFigures } from './period-figures.ts';
import { findPeriod, periodInWords, type WorkPeriod } from './period.ts';
import { readNamedPlan } from './read-frame.server.ts';

export interface ClosedPeriod extends Closing {
  readonly id: string;
  readonly period: WorkPeriod;
  /** ISO UTC. */
  readonly closedAt: string;
  readonly ruleVersion: number;
}

export interface PeriodReading {
  readonly period: WorkPeriod;
  /** Stored ones when the period is closed, those of now otherwise. */
  readonly figures: PeriodFigures;
  readonly closed: ClosedPeriod | undefined;
  /** What was recorded about a closed period since. */
  readonly since: readonly Adjustment[];
  /** Earlier closings of it that were opened again, newest first. */
  readonly reopened: readonly { readonly at: string; readonly reason: string }[];
  /** True once its last day is over. */
  readonly over: boolean;
}

const ClosePeriod = z.object({ key: z.string() });
export type ClosePeriod = z.input<typeof ClosePeriod>;

/** Closes a period that is over. @throws LoaError `access.*`, `period.*` */
export async function closePeriod(tx: Tx, input: ClosePeriod): Promise<string> {
  requireCan(tx.actor, 'period.close', {});
  const period = getPeriodOf(ClosePeriod.parse(input).key);
  if (period.to >= tx.today) {
    const to = formatDate(period.to);
    throw coverageError('period.not-over', { period: periodInWords(period), to });
  }
  const lastSeq = await readLastSeq(tx);
  const figures = canonicalText(await computeFigures(tx, period, lastSeq));
  const id = newId();
  const inserted = await tx.db
    .insertInto('closed_period')
    .values({
      commune_id: tx.communeId,
      id,
      key: period.key,
      first_day: period.from,
      last_day: period.to,
      last_seq: lastSeq,
      rule_version: RULE_VERSION,
      figures,
      closed_by: accountOf(tx.actor),
      closed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) throw coverageError('period.already-closed', { period: periodInWords(period) });
  tx.record({
    kind: 'period.closed',
    subject: { type: 'period', id },
    occurredOn: period.to,
    data: {
      key: period.key,
      lastSeq,
      rule: RULE_VERSION,
      digest: sha256Hex(figures),
    } satisfies PeriodClosedData,
  });
  return id;
}

export const ReopenPeriod = z.object({
  key: z.string(),
  reason: z
    .string()
    .trim()
    .min(5, 'Ghi rõ lý do mở lại kỳ, ít nhất vài chữ.')
    .max(500, 'Lý do dài quá 500 chữ cái; hãy rút gọn.'),
});
export type ReopenPeriod = z.input<typeof ReopenPeriod>;

/** Opens a closed period again, with the reason; the closing and its figures stay as history. */
export async function reopenPeriod(tx: Tx, input: ReopenPeriod): Promise<void> {
  requireCan(tx.actor, 'period.reopen', {});
  const { key, reason } = ReopenPeriod.parse(input);
  const period = getPeriodOf(key);
  const reopened = await tx.db
    .updateTable('closed_period')
    .set({ reopened_at: tx.now, reopened_by: accountOf(tx.actor), reopened_reason: reason })
    .where('key', '=', period.key)
    .where('reopened_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!reopened) throw coverageError('period.not-closed', { period: periodInWords(period) });
  tx.record({
    kind: 'period.reopened',
    subject: { type: 'period', id: reopened.id },
    data: { key: period.key } satisfies PeriodReopenedData,
  });
}

/** The closed period that holds a day, the shortest of several; undefined while the day is open. */
export async function findClosedPeriod(tx: Tx, day: string): Promise<ClosedPeriod | undefined> {
  const holding = (await listClosedPeriods(tx)).filter(
    ({ period }) => period.from <= day && day <= period.to,
  );
  return holding.sort((left, right) => (left.period.to < right.period.to ? -1 : 1))[0];
}

/** Closings that stand, by their first day. */
export async function listClosedPeriods(tx: Tx): Promise<ClosedPeriod[]> {
  const rows = await tx.db
    .selectFrom('closed_period')
    .select(['id', 'key', 'last_seq', 'rule_version', 'closed_at'])
    .where('reopened_at', 'is', null)
    .orderBy('first_day')
    .orderBy('last_day')
    .execute();
  return rows.flatMap(({ id, key, last_seq, rule_version, closed_at }) => {
    const period = findPeriod(key);
    const closing = { id, lastSeq: last_seq, ruleVersion: rule_version, closedAt: closed_at };
    return period ? [{ ...closing, period }] : [];
  });
}

/** A period with its figures. @throws LoaError `access.*`, `record.not-found` */
export async function readPeriod(tx: Tx, key: string): Promise<PeriodReading> {
  requireCan(tx.actor, 'coverage.see', {});
  const period = getPeriodOf(key);
  const rows = await tx.db
    .selectFrom('closed_period')
    .select(['id', 'figures', 'reopened_at', 'reopened_reason'])
    .where('key', '=', period.key)
    .orderBy('closed_at', 'desc')
    .execute();
  const stored = rows.find((row) => row.reopened_at === null);
  const closed = (await listClosedPeriods(tx)).find((one) => one.id === stored?.id);
  const events = closed ? await readEvents(tx, { kinds: COVERAGE_EVENTS }) : [];
  return {
    period,
    closed,
    figures: stored
      ? (JSON.parse(stored.figures) as PeriodFigures)
      : await computeFigures(tx, period, await readLastSeq(tx)),
    since: closed ? foldAdjustments(events, closed) : [],
    reopened: rows.flatMap((row) =>
      row.reopened_at === null ? [] : [{ at: row.reopened_at, reason: row.reopened_reason ?? '' }],
    ),
    over: period.to < tx.today,
  };
}

async function computeFigures(tx: Tx, period: WorkPeriod, lastSeq: number): Promise<PeriodFigures> {
  const events = (await readEvents(tx, { kinds: COVERAGE_EVENTS })).filter(
    (event) => event.seq <= lastSeq,
  );
  const plans = await tx.db
    .selectFrom('plan')
    .select('id')
    .where('status', '=', 'confirmed')
    .where('period_from', '<=', period.to)
    .where('period_to', '>=', period.from)
    .orderBy('period_from')
    .orderBy('id')
    .execute();
  const frames = [];
  for (const { id } of plans) frames.push((await readNamedPlan(tx, id)).frame);
  const closings = await listClosedPeriods(tx);
  const sources = { events, frames, closings, kinds: getActKinds(), today: toPlainDate(tx.today) };
  return foldFigures(period, sources);
}

async function readLastSeq(tx: Tx): Promise<number> {
  const head = await tx.db.selectFrom('event_head').select('seq').executeTakeFirst();
  return head?.seq ?? 0;
}

function getPeriodOf(key: string): WorkPeriod {
  const period = findPeriod(key);
  if (!period) throw platformError('record.not-found', { what: 'kỳ này' });
  return period;
}
