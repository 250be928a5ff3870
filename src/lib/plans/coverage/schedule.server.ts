// What the coordinator sets: which unit is to tell a topic over a channel in a month, and after how many
// days without an act a topic counts as silent.
import { z } from 'zod';
import type { Tx } from '#lib/platform/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import {
  formatDate,
  isMonthKey,
  monthOf,
  monthStart,
  toMonthKey,
  toPlainDate,
} from '#lib/vietnam/index.ts';
import { getActKinds } from '../acts/kinds.server.ts';
import { findChannel } from '../acts/kinds.ts';
import type { ScheduleData, SilenceData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { coverageError } from './errors.ts';

export const ScheduleCell = z.object({
  planId: z.uuid(),
  topicId: z.uuid(),
  channel: z.string(),
  /** YYYY-MM */
  month: z.string().refine(isMonthKey).transform(toMonthKey),
  unitId: z.uuid('Chọn đơn vị.'),
});
export type ScheduleCell = z.input<typeof ScheduleCell>;

/** Schedules a unit for topic × channel × month; doing it twice changes nothing. */
export async function scheduleCell(tx: Tx, input: ScheduleCell): Promise<void> {
  requireCan(tx.actor, 'coverage.schedule', {});
  const cell = ScheduleCell.parse(input);
  await requireCell(tx, cell);
  const inserted = await tx.db
    .insertInto('coverage_schedule')
    .values({
      commune_id: tx.communeId,
      plan_id: cell.planId,
      topic_id: cell.topicId,
      channel: cell.channel,
      month: monthStart(cell.month),
      unit_id: cell.unitId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('plan_id')
    .executeTakeFirst();
  if (inserted) recordSchedule(tx, 'coverage.scheduled', cell);
}

/** Takes a scheduling back; where there is none, changes nothing. */
export async function unscheduleCell(tx: Tx, input: ScheduleCell): Promise<void> {
  requireCan(tx.actor, 'coverage.schedule', {});
  const cell = ScheduleCell.parse(input);
  const removed = await tx.db
    .deleteFrom('coverage_schedule')
    .where('plan_id', '=', cell.planId)
    .where('topic_id', '=', cell.topicId)
    .where('channel', '=', cell.channel)
    .where('month', '=', monthStart(cell.month))
    .where('unit_id', '=', cell.unitId)
    .returning('plan_id')
    .executeTakeFirst();
  if (removed) recordSchedule(tx, 'coverage.unscheduled', cell);
}

export const SetSilenceDays = z.object({
  /** `null` sets the commune's own number, for topics without one. */
  topicId: z.uuid().nullable(),
  /** `null` lets the topic follow the commune again. */
  days: z
    .int('Ghi số ngày bằng số nguyên.')
    .min(1, 'Ít nhất 1 ngày.')
    .max(366, 'Nhiều nhất 366 ngày.')
    .nullable(),
});
export type SetSilenceDays = z.input<typeof SetSilenceDays>;

/** Sets after how many days without an act a topic is silent. @throws LoaError `coverage.*` */
export async function setSilenceDays(tx: Tx, input: SetSilenceDays): Promise<void> {
  requireCan(tx.actor, 'coverage.set-silence', {});
  const { topicId, days } = SetSilenceDays.parse(input);
  if (topicId === null) {
    if (days === null) throw coverageError('coverage.days-needed', {}, 'days');
    await tx.db.updateTable('commune').set({ silence_days: days }).execute();
  } else {
    const updated = await tx.db
      .updateTable('plan_topic')
      .set({ silence_days: days })
      .where('id', '=', topicId)
      .returning('id')
      .executeTakeFirst();
    if (!updated) throw platformError('record.not-found', { what: 'nội dung này' });
  }
  tx.record({
    kind: 'coverage.silence-set',
    subject:
      topicId === null ? { type: 'commune', id: tx.communeId } : { type: 'topic', id: topicId },
    data: { days } satisfies SilenceData,
  });
}

type Cell = z.output<typeof ScheduleCell>;

function recordSchedule(
  tx: Tx,
  kind: 'coverage.scheduled' | 'coverage.unscheduled',
  cell: Cell,
): void {
  const { topicId: topic, channel, month, unitId: unit } = cell;
  const data: ScheduleData = { topic, channel, month, unit };
  tx.record({ kind, subject: { type: 'plan', id: cell.planId }, data: { ...data } });
}

async function requireCell(tx: Tx, cell: Cell): Promise<void> {
  const plan = await tx.db
    .selectFrom('plan')
    .innerJoin('plan_topic', (join) =>
      join
        .onRef('plan_topic.commune_id', '=', 'plan.commune_id')
        .onRef('plan_topic.plan_id', '=', 'plan.id'),
    )
    .select(['plan.period_from', 'plan.period_to'])
    .where('plan.id', '=', cell.planId)
    .where('plan.status', '=', 'confirmed')
    .where('plan_topic.id', '=', cell.topicId)
    .executeTakeFirst();
  if (!plan?.period_from || !plan.period_to) {
    throw platformError('record.not-found', { what: 'nội dung này của kế hoạch' });
  }
  if (!findChannel(getActKinds(), cell.channel)) throw coverageError('coverage.unknown-channel');
  const from = toPlainDate(plan.period_from);
  const to = toPlainDate(plan.period_to);
  if (cell.month < monthOf(from) || cell.month > monthOf(to)) {
    const period = { from: formatDate(from), to: formatDate(to) };
    throw coverageError('coverage.outside-plan', period, 'month');
  }
  const unit = await tx.db
    .selectFrom('unit')
    .select('id')
    .where('id', '=', cell.unitId)
    .executeTakeFirst();
  if (!unit) throw coverageError('coverage.unknown-unit', {}, 'unitId');
}
