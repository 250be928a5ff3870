// What plans running today say to somebody who writes: their topics with the duties done for them, what this
// month's schedule expects of them by channel, and which measures name which channel.
import type { Tx } from '#lib/platform/index.server.ts';
import { monthOf, toPlainDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { getCoverage, type CoverageReading } from './read-coverage.server.ts';

export interface PlanClues {
  readonly planId: string;
  readonly title: string;
  readonly topics: readonly TopicClues[];
  readonly measures: readonly MeasureClues[];
}

export interface TopicClues {
  readonly id: string;
  readonly number: string | null;
  readonly label: string;
  /** As the plan has it. */
  readonly text: string;
  /** Sentences of the duties that acts for this topic were done for. */
  readonly duties: readonly string[];
  /** Channels the schedule expects in this month, none of which carried the topic yet. */
  readonly waitingChannels: readonly string[];
}

export interface MeasureClues {
  readonly number: string | null;
  readonly text: string;
  readonly channels: readonly string[];
}

/** Plans in force today, the newest first. @throws LoaError `access.*` */
export async function listPlanClues(tx: Tx): Promise<PlanClues[]> {
  requireCan(tx.actor, 'plan.see', {});
  const plans = await tx.db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('status', '=', 'confirmed')
    .where('period_from', '<=', tx.today)
    .where('period_to', '>=', tx.today)
    .orderBy('period_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const clues: PlanClues[] = [];
  for (const { id, title } of plans) {
    const reading = await getCoverage(tx, id);
    const duties = await tx.db
      .selectFrom('duty')
      .select(['id', 'text'])
      .where('plan_id', '=', id)
      .execute();
    const measures = await tx.db
      .selectFrom('plan_measure')
      .select(['number', 'text', 'channels'])
      .where('plan_id', '=', id)
      .orderBy('position')
      .execute();
    const sentences = new Map(duties.map((duty) => [duty.id, duty.text]));
    clues.push({ planId: id, title, topics: topicsOf(tx, reading, sentences), measures });
  }
  return clues;
}

function topicsOf(
  tx: Tx,
  { plan, coverage, acts }: CoverageReading,
  sentences: ReadonlyMap<string, string>,
): TopicClues[] {
  const today = toPlainDate(tx.today);
  const month = monthOf(today);
  return plan.topics
    .filter(({ id }) => {
      const days = plan.frame.topicDays?.[id];
      return (days?.from ?? today) <= today && today <= (days?.to ?? today);
    })
    .map(({ id, number, label, text }) => {
      const done = acts.filter(({ topics }) => topics.includes(id));
      const duties = new Set(done.flatMap((act) => act.duties));
      return {
        ...{ id, number, label, text },
        duties: [...duties].flatMap((duty) => sentences.get(duty) ?? []),
        waitingChannels: coverage.cells
          .filter((cell) => cell.topic === id && cell.month === month && cell.state === 'scheduled')
          .map(({ channel }) => channel),
      };
    });
}
