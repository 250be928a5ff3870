// The calendar of publication from the database: editions by their hours, duties by their days, and what
// the plan expects on the portal in a month.
import type { Tx } from '#lib/platform/index.server.ts';
import { cellAt } from '#lib/plans/index.ts';
import {
  findCurrentPlanId,
  getCoverage,
  listOccurrences,
  type NamedOccurrence,
} from '#lib/plans/index.server.ts';
import {
  addDays,
  toInstant,
  vietnamDate,
  vietnamInstant,
  vietnamTime,
  type MonthKey,
} from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import type { CalendarEntry, Spell } from './calendar.ts';

/** A topic that a unit is to tell on the portal in the month. */
export interface ExpectedTopic {
  readonly id: string;
  readonly label: string;
  readonly units: readonly string[];
  /** Whether something was published. */
  readonly isDone: boolean;
}

export interface PublicationCalendar {
  readonly entries: readonly CalendarEntry[];
  /** What has an hour to come, the soonest first, whatever the spell. */
  readonly scheduled: readonly { id: string; title: string; at: string }[];
  /** Null where no plan is in force. */
  readonly expected: readonly ExpectedTopic[] | null;
}

/** @param month whose expectations are told @throws LoaError `access.*` */
export async function readCalendar(
  tx: Tx,
  spell: Spell,
  month: MonthKey,
): Promise<PublicationCalendar> {
  requireCan(tx.actor, 'article.see', {});
  const scheduled = await selectScheduled(tx);
  return {
    entries: [
      ...(await selectEditions(tx, spell)).flatMap(editionEntry),
      ...dutiesIn(await listOccurrences(tx), spell),
    ],
    scheduled,
    expected: await expectedIn(tx, month),
  };
}

/** What went out on the day it did, whatever came of it since, and what has its hour. */
export async function selectEditions(tx: Tx, { from, to }: Spell) {
  const begin = vietnamInstant(from);
  const end = vietnamInstant(addDays(to, 1));
  return tx.db
    .selectFrom('edition')
    .select(['id', 'item_id', 'number', 'title', 'status', 'published_at', 'publish_at'])
    .where('kind', '=', 'article')
    .where(({ or, and, eb }) =>
      or([
        // Who puts a slip right says nothing new.
        and([
          eb('published_at', '>=', begin),
          eb('published_at', '<', end),
          eb('minor', '=', false),
        ]),
        and([
          eb('status', '=', 'scheduled'),
          eb('publish_at', '>=', begin),
          eb('publish_at', '<', end),
        ]),
      ]),
    )
    .execute();
}

export type EditionRow = Awaited<ReturnType<typeof selectEditions>>[number];

/** An edition as an entry; none without a day. */
export function editionEntry(row: EditionRow): CalendarEntry[] {
  const at = row.published_at ?? row.publish_at;
  if (at === null) return [];
  const instant = toInstant(at);
  return [
    {
      ...{ id: row.id, title: row.title, href: `/lam-viec/bien-tap/${row.id}` },
      kind: row.published_at === null ? 'scheduled' : row.number > 1 ? 'corrected' : 'published',
      about: row.status === 'withdrawn' ? 'Đã gỡ khỏi cổng' : '',
      day: vietnamDate(instant),
      time: vietnamTime(instant).slice(0, 5),
    },
  ];
}

/** Duties let off are expected by nobody. */
export function dutiesIn(
  occurrences: readonly NamedOccurrence[],
  { from, to }: Spell,
): CalendarEntry[] {
  return occurrences
    .filter(({ due, state }) => state !== 'excused' && due >= from && due <= to)
    .map(({ about, key, due, answersFor }) => ({
      id: `${about.id}-${key}`,
      day: due,
      time: null,
      kind: 'due',
      title: about.text,
      about: answersFor,
      href: `/lam-viec/nhiem-vu/${about.id}/ky-${encodeURIComponent(key)}`,
    }));
}

async function selectScheduled(tx: Tx) {
  const rows = await tx.db
    .selectFrom('edition')
    .select(['id', 'title', 'publish_at'])
    .where('status', '=', 'scheduled')
    .where('kind', '=', 'article')
    .orderBy('publish_at')
    .execute();
  return rows.flatMap(({ id, title, publish_at: at }) => (at === null ? [] : [{ id, title, at }]));
}

async function expectedIn(tx: Tx, month: MonthKey): Promise<ExpectedTopic[] | null> {
  const planId = await findCurrentPlanId(tx);
  if (!planId) return null;
  const { plan, coverage } = await getCoverage(tx, planId);
  return plan.topics.flatMap(({ id, label }) => {
    const { state, scheduledUnits, actIds } = cellAt(coverage, id, 'portal', month);
    if (state === 'unset' || scheduledUnits.length === 0) return [];
    const units = scheduledUnits.map(
      (unit) => plan.units.find((one) => one.id === unit)?.name ?? '',
    );
    return [{ id, label, units, isDone: actIds.length > 0 }];
  });
}
