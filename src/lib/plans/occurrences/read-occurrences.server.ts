// Duties in time as pages read them: the fold with the names it needs, kept while nothing happens.
import {
  onceUntilNextEvent,
  readEvents,
  readOfficeCalendar,
  type Tx,
} from '#lib/platform/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { toPlainDate, vietnamDate, type Calendar, type PlainDate } from '#lib/vietnam/index.ts';
import type { Cadence } from '../drafts/draft.ts';
import { ACT_EVENTS } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { foldActs } from '../coverage/fold-acts.ts';
import { readStandingActs } from '../coverage/standing-acts.server.ts';
import {
  DECISION_EVENTS,
  foldOccurrences,
  type DutyInTime,
  type Occurrence,
} from './fold-occurrences.ts';
import type { DutyFrame } from './plan-occurrences.ts';

export interface NamedDuty extends DutyFrame {
  readonly text: string;
  readonly unitName: string;
  readonly unitSlug: string;
  readonly isLead: boolean;
  readonly cooperates: readonly string[];
  readonly plan: { readonly id: string; readonly slug: string; readonly title: string };
}

export interface DutyReading extends DutyInTime {
  readonly about: NamedDuty;
}

export interface OccurrenceFilter {
  /** Occurrences this unit answers for, also those handed over to it. */
  readonly unitIds?: readonly string[];
  readonly dutyId?: string;
  readonly planId?: string;
  /** Only what was recorded by then, ISO UTC, judged on that day. */
  readonly asOf?: string;
}

/** A dated occurrence with its duty. */
export interface NamedOccurrence extends Occurrence {
  readonly about: NamedDuty;
  readonly answersFor: string;
}

/** The commune's working calendar, in which its duties are counted. */
export async function dutyCalendar(tx: Tx): Promise<Calendar> {
  return (await readOfficeCalendar(tx)).calendar;
}

/** Every duty of plans in force, in the plans' order, with its occurrences. @throws LoaError `access.*` */
export async function listDutiesInTime(
  tx: Tx,
  { planId, dutyId, asOf }: OccurrenceFilter = {},
): Promise<DutyReading[]> {
  requireCan(tx.actor, 'plan.see', {});
  const all = asOf ? await readAll(tx, asOf) : await readNow(tx);
  return all.filter(
    ({ about }) => (!planId || about.plan.id === planId) && (!dutyId || about.id === dutyId),
  );
}

/** One duty with its occurrences. @throws LoaError `access.*`, `record.not-found` */
export async function getDutyInTime(tx: Tx, dutyId: string, asOf?: string): Promise<DutyReading> {
  const [found] = await listDutiesInTime(tx, { dutyId, ...(asOf && { asOf }) });
  if (!found) throw platformError('record.not-found', { what: 'nhiệm vụ này' });
  return found;
}

/** Dated occurrences, the soonest due first. @throws LoaError `access.*` */
export async function listOccurrences(
  tx: Tx,
  filter: OccurrenceFilter = {},
): Promise<NamedOccurrence[]> {
  const names = await unitNames(tx);
  const all = (await listDutiesInTime(tx, filter)).flatMap(({ about, occurrences }) =>
    occurrences.map((one) => ({ ...one, about, answersFor: names.get(one.unit) ?? '' })),
  );
  const { unitIds } = filter;
  const own = unitIds ? all.filter(({ unit }) => unitIds.includes(unit)) : all;
  return own.sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
}

/**
 * Occurrences these units answer for, the soonest due first, for one who was let in another way than by
 * signing in: whoever calls has checked that.
 */
export async function listDutiesOf(
  tx: Tx,
  unitIds: readonly string[],
): Promise<(Occurrence & { readonly about: NamedDuty })[]> {
  const all = (await readNow(tx)).flatMap(({ about, occurrences }) =>
    occurrences.filter(({ unit }) => unitIds.includes(unit)).map((one) => ({ ...one, about })),
  );
  return all.sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
}

/** The same of every unit, with who answers; whoever calls has checked that the reader may. */
export async function listDutiesOfAll(tx: Tx): Promise<NamedOccurrence[]> {
  const names = await unitNames(tx);
  const all = await listDutiesOf(tx, [...names.keys()]);
  return all.map((one) => ({ ...one, answersFor: names.get(one.unit) ?? '' }));
}

function readNow(tx: Tx): Promise<DutyReading[]> {
  return onceUntilNextEvent(tx, 'occurrences', '', () => readAll(tx));
}

async function readAll(tx: Tx, asOf?: string): Promise<DutyReading[]> {
  const kinds = asOf ? [...ACT_EVENTS, ...DECISION_EVENTS] : DECISION_EVENTS;
  const events = await readEvents(tx, { kinds, ...(asOf && { recordedBy: asOf }) });
  const acts = asOf ? foldActs(events, asOf) : await readStandingActs(tx);
  const duties = await readDuties(tx);
  const today: PlainDate = asOf ? vietnamDate(asOf) : toPlainDate(tx.today);
  const at = { asOf: asOf ?? null, today };
  const folded = foldOccurrences(events, duties, await dutyCalendar(tx), at, acts);
  return folded.flatMap((one, index) => {
    const about = duties[index];
    return about ? [{ ...one, about }] : [];
  });
}

async function unitNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db.selectFrom('unit').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Duties of plans in force as their fold takes them. */
export async function readDuties(tx: Tx): Promise<NamedDuty[]> {
  const rows = await tx.db
    .selectFrom('duty')
    .innerJoin('plan', (join) =>
      join.onRef('plan.commune_id', '=', 'duty.commune_id').onRef('plan.id', '=', 'duty.plan_id'),
    )
    .innerJoin('plan_assignment', (join) =>
      join
        .onRef('plan_assignment.commune_id', '=', 'duty.commune_id')
        .onRef('plan_assignment.id', '=', 'duty.assignment_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.commune_id', '=', 'duty.commune_id').onRef('unit.id', '=', 'duty.unit_id'),
    )
    .select([
      'duty.id',
      'duty.unit_id',
      'duty.text',
      'duty.due_on',
      'duty.due_text',
      'duty.cadence',
      'duty.cooperates',
      'plan.id as plan_id',
      'plan.slug as plan_slug',
      'plan.title as plan_title',
      'plan.period_from',
      'plan.period_to',
      'plan.planned_to',
      'duty.valid_from',
      'plan_assignment.is_lead',
      'unit.name as unit_name',
      'unit.slug as unit_slug',
    ])
    .where('plan.status', '=', 'confirmed')
    .orderBy('plan.period_from', 'desc')
    .orderBy('plan.id')
    .orderBy('plan_assignment.position')
    .orderBy('duty.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit_id,
    // A confirmed plan has its period (plan_confirmed_complete).
    // A plan closed early keeps the rhythm its document set; what was cut off is ended by events.
    period: {
      from: toPlainDate(laterOf(row.period_from ?? '', row.valid_from)),
      to: toPlainDate(row.planned_to ?? row.period_to ?? ''),
    },
    dueOn: row.due_on === null ? null : toPlainDate(row.due_on),
    dueText: row.due_text,
    every: JSON.parse(row.cadence) as Cadence | null,
    text: row.text,
    unitName: row.unit_name,
    unitSlug: row.unit_slug,
    isLead: row.is_lead,
    cooperates: JSON.parse(row.cooperates) as string[],
    plan: { id: row.plan_id, slug: row.plan_slug, title: row.plan_title },
  }));
}

function laterOf(day: string, other: string | null): string {
  return other !== null && other > day ? other : day;
}
