// Plans and duties as pages read them, here and in the rooms above.
import type { Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import type { Cadence, Channel, Span } from './draft.ts';
import { draftError } from './errors.ts';
import { planJoinedToDocument } from './read.server.ts';

export interface PlanSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly status: 'draft' | 'confirmed' | 'discarded';
  readonly from: string | null;
  readonly to: string | null;
  readonly code: string | null;
  /** The day the document bears, YYYY-MM-DD. */
  readonly issuedOn: string | null;
  readonly createdAt: string;
  readonly confirmedAt: string | null;
  readonly publishedAt: string | null;
}

export interface CitedText {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  /** The sentence in the document's text, where it cites one. */
  readonly span: Span | null;
}

/** Since and until when a topic or duty holds, where an amendment set it; `null`: as long as its plan. */
interface Held {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface PlanTopic extends CitedText, Held {
  readonly label: string;
}

export interface PlanMeasure extends CitedText {
  readonly channels: readonly Channel[];
}

export interface PlanDuty extends Held {
  readonly id: string;
  readonly planId: string;
  readonly unitId: string;
  readonly text: string;
  readonly span: Span | null;
  readonly dueOn: string | null;
  readonly dueText: string | null;
  readonly every: Cadence | null;
  readonly cooperates: readonly string[];
  /** The unfinished duty of an earlier plan it was carried over from. */
  readonly carriedFrom: string | null;
}

export interface PlanUnit {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitSlug: string;
  /** As the plan names it. */
  readonly namedAs: string;
  readonly lead: boolean;
  readonly duties: readonly PlanDuty[];
}

export interface PlanWithDuties extends PlanSummary {
  readonly text: string;
  readonly topics: readonly PlanTopic[];
  readonly measures: readonly PlanMeasure[];
  readonly units: readonly PlanUnit[];
}

/** All plans that weren't discarded, those in force and under review alike, newest first. */
export async function listPlans(tx: Tx): Promise<PlanSummary[]> {
  requireCan(tx.actor, 'plan.see', {});
  const rows = await plansWithDocument(tx)
    .where('plan.status', '<>', 'discarded')
    .orderBy('plan.created_at', 'desc')
    .orderBy('plan.id', 'desc')
    .execute();
  return rows.map(toSummary);
}

/** A confirmed plan with everything it asks for. @throws LoaError `plan.not-found` */
export async function getPlanWithDuties(tx: Tx, planId: string): Promise<PlanWithDuties> {
  requireCan(tx.actor, 'plan.see', {});
  const plan = await plansWithDocument(tx)
    .select('document.text')
    .where('plan.id', '=', planId)
    .executeTakeFirst();
  if (!plan) throw draftError('plan.not-found');
  const topics = await tx.db
    .selectFrom('plan_topic')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  const measures = await tx.db
    .selectFrom('plan_measure')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  const assignments = await tx.db
    .selectFrom('plan_assignment')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'plan_assignment.commune_id')
        .onRef('unit.id', '=', 'plan_assignment.unit_id'),
    )
    .select([
      'plan_assignment.id',
      'plan_assignment.unit_id',
      'plan_assignment.named_as',
      'plan_assignment.is_lead',
      'unit.name',
      'unit.slug',
    ])
    .where('plan_id', '=', planId)
    .orderBy('plan_assignment.position')
    .execute();
  const duties = await tx.db
    .selectFrom('duty')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  return {
    ...toSummary(plan),
    text: plan.text,
    topics: topics.map((row) => ({
      ...toCited(row),
      label: row.label,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    measures: measures.map((row) => ({ ...toCited(row), channels: row.channels })),
    units: assignments.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      unitName: row.name,
      unitSlug: row.slug,
      namedAs: row.named_as,
      lead: row.is_lead,
      duties: duties.filter((duty) => duty.assignment_id === row.id).map(toDuty),
    })),
  };
}

/** Duties that plans in force today give a unit, in the plans' order. */
export async function listDutiesOfUnit(tx: Tx, unitId: string): Promise<PlanDuty[]> {
  requireCan(tx.actor, 'plan.see', {});
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
    .selectAll('duty')
    .where('duty.unit_id', '=', unitId)
    .where('plan.status', '=', 'confirmed')
    .orderBy('plan.confirmed_at')
    .orderBy('plan_assignment.position')
    .orderBy('duty.position')
    .execute();
  return rows.map(toDuty);
}

function plansWithDocument(tx: Tx) {
  return planJoinedToDocument(tx).select([
    'plan.id',
    'plan.slug',
    'plan.title',
    'plan.status',
    'plan.period_from',
    'plan.period_to',
    'plan.created_at',
    'plan.confirmed_at',
    'plan.published_at',
    'document.code',
    'document.issued_on',
  ]);
}

type SummaryRow = Awaited<
  ReturnType<ReturnType<typeof plansWithDocument>['executeTakeFirstOrThrow']>
>;

function toSummary(row: SummaryRow): PlanSummary {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    status: row.status as PlanSummary['status'],
    from: row.period_from,
    to: row.period_to,
    code: row.code,
    issuedOn: row.issued_on,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
    publishedAt: row.published_at,
  };
}

interface SpanRow {
  readonly span_start: number | null;
  readonly span_end: number | null;
}

function toSpan(row: SpanRow): Span | null {
  return row.span_start === null || row.span_end === null ? null : [row.span_start, row.span_end];
}

function toCited(row: SpanRow & { id: string; number: string | null; text: string }): CitedText {
  return { id: row.id, number: row.number, text: row.text, span: toSpan(row) };
}

function toDuty(
  row: SpanRow & {
    id: string;
    plan_id: string;
    unit_id: string;
    text: string;
    due_on: string | null;
    due_text: string | null;
    cadence: string;
    cooperates: string;
    valid_from: string | null;
    valid_to: string | null;
    carried_from: string | null;
  },
): PlanDuty {
  return {
    id: row.id,
    planId: row.plan_id,
    unitId: row.unit_id,
    text: row.text,
    span: toSpan(row),
    dueOn: row.due_on,
    dueText: row.due_text,
    every: JSON.parse(row.cadence) as Cadence | null,
    cooperates: JSON.parse(row.cooperates) as string[],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    carriedFrom: row.carried_from,
  };
}
