// The leader's page: late, missing, best practice, weak spots, over every plan that runs today. Each figure
// is the length of a list that is given with it.
import type { Tx } from '#lib/platform/index.server.ts';
import { toPlainDate, type MonthKey } from '#lib/vietnam/index.ts';
import { listActs } from '../acts/list-acts.server.ts';
import { listCommendations, type CommendationSummary } from '../commendations/list.server.ts';
import { explainSilence } from '../coverage/explain.ts';
import { getCoverage, type CoverageReading } from '../coverage/read-coverage.server.ts';
import { listDispatches } from '../dispatches/list.server.ts';
import { listOccurrences, type NamedOccurrence } from '../occurrences/read-occurrences.server.ts';
import { requireCan } from '../permissions.ts';
import { keptEveryDay, latestFirst, standingOfUnits, type UnitStanding } from './overview.ts';

export interface MissingCell {
  readonly topic: string;
  readonly channel: string;
  readonly month: MonthKey;
  readonly topicLabel: string;
  readonly channelName: string;
  /** Units that were to do it and didn't. */
  readonly units: readonly string[];
}

export interface Overview {
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly late: {
    readonly occurrences: readonly NamedOccurrence[];
    readonly units: readonly UnitStanding[];
    /** What was sent and is past its day without having been confirmed, with who owes it. */
    readonly unread: readonly {
      readonly id: string;
      readonly title: string;
      readonly who: readonly string[];
    }[];
  };
  readonly missing: { readonly cells: readonly MissingCell[]; readonly unproven: number };
  readonly best: {
    readonly units: readonly UnitStanding[];
    /** Of this year. */
    readonly praise: readonly CommendationSummary[];
  };
  readonly weak: {
    readonly silence: readonly { readonly topic: string; readonly text: string }[];
    readonly gaps: readonly {
      readonly planId: string;
      readonly channel: string;
      readonly name: string;
      readonly topics: readonly string[];
      readonly unused: boolean;
    }[];
    /** Not put right yet. */
    readonly shortcomings: readonly CommendationSummary[];
  };
}

/** @throws LoaError `access.*` */
export async function getOverview(tx: Tx): Promise<Overview> {
  requireCan(tx.actor, 'overview.see', {});
  const today = toPlainDate(tx.today);
  const readings: CoverageReading[] = [];
  for (const id of await listRunningPlans(tx)) readings.push(await getCoverage(tx, id));
  const occurrences = await listOccurrences(tx);
  const units = standingOfUnits(occurrences, today);
  const sent = (await listDispatches(tx)).filter(({ recalledReason }) => recalledReason === null);
  const entries = (await listCommendations(tx)).filter(({ withdrawn }) => !withdrawn);
  return {
    plans: readings.map(({ plan: { id, title } }) => ({ id, title })),
    late: {
      occurrences: occurrences.filter(({ state }) => state === 'overdue'),
      units: latestFirst(units),
      unread: sent.flatMap(({ id, title, recipients }) => {
        const who = recipients.filter(({ state }) => state === 'late').map(({ name }) => name);
        return who.length > 0 ? [{ id, title, who }] : [];
      }),
    },
    missing: {
      cells: readings.flatMap(missingIn),
      unproven: (await listActs(tx, { evidence: 'none' }, { size: 1, start: 0 })).total,
    },
    best: {
      units: units.filter(keptEveryDay),
      praise: entries.filter(({ kind, day }) => kind === 'praise' && sameYear(day, today)),
    },
    weak: {
      silence: readings.flatMap(silentIn),
      gaps: readings.flatMap(gapsIn),
      shortcomings: entries.filter((one) => one.kind === 'shortcoming' && one.remediedOn === null),
    },
  };
}

/** Plans in force whose period holds today, the one that began last first. */
async function listRunningPlans(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('plan')
    .select('id')
    .where('status', '=', 'confirmed')
    .where('period_from', '<=', tx.today)
    .where('period_to', '>=', tx.today)
    .orderBy('period_from', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

function missingIn({ plan, coverage }: CoverageReading): MissingCell[] {
  const units = new Map(plan.units.map(({ id, name }) => [id, name]));
  return coverage.cells
    .filter(({ state }) => state === 'missing')
    .map(({ topic, channel, month, why }) => ({
      topic,
      channel,
      month,
      topicLabel: labelIn(plan, topic),
      channelName: plan.channels.find(({ id }) => id === channel)?.short ?? channel,
      units: why
        .filter(({ rule }) => rule === 'cell.unit-missing')
        .map(({ unit }) => units.get(unit ?? '') ?? ''),
    }));
}

function silentIn({ plan, silence }: CoverageReading) {
  return silence.map((found) => ({
    topic: found.topic,
    text: explainSilence(found, labelIn(plan, found.topic)),
  }));
}

function gapsIn({ plan, gaps }: CoverageReading): Overview['weak']['gaps'] {
  return gaps.map(({ channel, topics, unused }) => ({
    planId: plan.id,
    channel,
    name: plan.channels.find(({ id }) => id === channel)?.name ?? channel,
    topics: topics.map((topic) => labelIn(plan, topic)),
    unused,
  }));
}

function labelIn(plan: CoverageReading['plan'], topic: string): string {
  return plan.topics.find(({ id }) => id === topic)?.label ?? '';
}

function sameYear(one: string, other: string): boolean {
  return one.slice(0, 4) === other.slice(0, 4);
}
