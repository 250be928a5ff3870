// Reads a plan's frame for the folds, and beside it the names that pages show for its ids.
import type { Tx } from '#lib/platform/index.server.ts';
import { isId, platformError } from '#lib/platform/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { getActKinds } from '../acts/kinds.server.ts';
import type { ChannelEntry } from '../acts/kinds.ts';
import type { PlanFrame } from './frame.ts';

export interface NamedTopic {
  readonly id: string;
  readonly number: string | null;
  readonly label: string;
  readonly text: string;
  /** Its own days of silence; null follows the commune. */
  readonly silenceDays: number | null;
}

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

export interface NamedPlan {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly frame: PlanFrame;
  readonly topics: readonly NamedTopic[];
  readonly channels: readonly ChannelEntry[];
  readonly units: readonly NamedUnit[];
}

/** A plan in force. @throws LoaError `record.not-found` */
export async function readNamedPlan(tx: Tx, planId: string): Promise<NamedPlan> {
  const notFound = platformError('record.not-found', { what: 'kế hoạch đang thực hiện này' });
  // An address may carry anything.
  if (!isId(planId)) throw notFound;
  const plan = await tx.db
    .selectFrom('plan')
    .select(['id', 'slug', 'title', 'period_from', 'period_to'])
    .where('id', '=', planId)
    .where('status', '=', 'confirmed')
    .executeTakeFirst();
  if (!plan?.period_from || !plan.period_to) throw notFound;
  const topics = await tx.db
    .selectFrom('plan_topic')
    .select(['id', 'number', 'label', 'text', 'silence_days', 'valid_from', 'valid_to'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  const measures = await tx.db
    .selectFrom('plan_measure')
    .select('channels')
    .where('plan_id', '=', planId)
    .execute();
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'slug'])
    .orderBy('position')
    .execute();
  const { channels } = getActKinds();
  const planned = new Set(measures.flatMap((measure) => measure.channels));
  return {
    id: plan.id,
    slug: plan.slug,
    title: plan.title,
    frame: {
      planId,
      period: { from: toPlainDate(plan.period_from), to: toPlainDate(plan.period_to) },
      topics: topics.map((topic) => topic.id),
      topicDays: Object.fromEntries(
        topics
          .filter(({ valid_from, valid_to }) => valid_from !== null || valid_to !== null)
          .map(({ id, valid_from, valid_to }) => [
            id,
            { from: dayOf(valid_from), to: dayOf(valid_to) },
          ]),
      ),
      channels: channels.map((channel) => channel.id),
      plannedChannels: channels.map((channel) => channel.id).filter((id) => planned.has(id)),
    },
    topics: topics.map(({ id, number, label, text, silence_days }) => ({
      id,
      number,
      label,
      text,
      silenceDays: silence_days,
    })),
    channels,
    units,
  };
}

function dayOf(day: string | null) {
  return day === null ? null : toPlainDate(day);
}

/** The plan in force on the day, the latest where several run; the last one of all otherwise. */
export async function findCurrentPlanId(tx: Tx): Promise<string | undefined> {
  const plans = await tx.db
    .selectFrom('plan')
    .select(['id', 'period_from', 'period_to'])
    .where('status', '=', 'confirmed')
    .orderBy('period_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const running = plans.find(
    (plan) => (plan.period_from ?? '') <= tx.today && tx.today <= (plan.period_to ?? ''),
  );
  return (running ?? plans[0])?.id;
}

/** The plan a topic belongs to. @throws LoaError `record.not-found` */
export async function getPlanIdOfTopic(tx: Tx, topicId: string): Promise<string> {
  const topic = isId(topicId)
    ? await tx.db
        .selectFrom('plan_topic')
        .select('plan_id')
        .where('id', '=', topicId)
        .executeTakeFirst()
    : undefined;
  if (!topic) throw platformError('record.not-found', { what: 'nội dung này' });
  return topic.plan_id;
}
