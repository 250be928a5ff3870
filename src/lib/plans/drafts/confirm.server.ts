// A person confirms a draft: from then on it is the plan in force, with topics, measures, units and
// duties as rows of their own, each still citing its sentence.
import { insertUnit, newId, sha256Hex, takeTurns, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { findChannel } from '../acts/kinds.ts';
import { getActKinds } from '../acts/kinds.server.ts';
import { checkDraft, countDraft, type DraftCounts } from './check.ts';
import type { Assignment, Clause, Draft } from './draft.ts';
import { enterRegister } from './enter-register.server.ts';
import { draftError } from './errors.ts';
import { currentDraft } from './history.ts';
import { getDraft } from './read.server.ts';
import { findUnit, unitKey, type KnownUnit } from './unit-names.ts';

export interface ConfirmInput {
  readonly planId: string;
  /** The version the person saw. */
  readonly version: number;
  /** Which unit of the office each assignment means, by assignment key; `new` makes one. */
  readonly units: Readonly<Record<string, string>>;
}

/**
 * Puts a draft in force.
 * @throws LoaError `plan.not-found`, `plan.not-draft`, `plan.changed`, `plan.incomplete`,
 *   `plan.unit-unknown`
 */
export async function confirmPlan(tx: Tx, input: ConfirmInput): Promise<DraftCounts> {
  requireCan(tx.actor, 'plan.confirm', {});
  const { planId } = input;
  const stored = await getDraft(tx, planId);
  if (stored.status !== 'draft') throw draftError('plan.not-draft');
  if (stored.version !== input.version) throw draftError('plan.changed');
  const draft = currentDraft(stored.history, stored.text);
  const errors = checkDraft(draft).filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw draftError('plan.incomplete', { count: errors.length });
  await closeDraft(tx, planId, input.version, draft);
  const topics = await writeTopics(tx, planId, draft);
  const measures = await writeMeasures(tx, planId, draft);
  const duties = await writeAssignments(tx, planId, draft, input.units);
  const corrections = stored.history.operations;
  if (corrections.length > 0) {
    tx.record({
      kind: 'plan.corrected',
      subject: { type: 'plan', id: planId },
      data: { operations: corrections.length, digest: digestOf(corrections) },
    });
  }
  tx.record({
    kind: 'plan.confirmed',
    subject: { type: 'plan', id: planId },
    data: {
      from: draft.period.from,
      to: draft.period.to,
      topics,
      measures,
      duties,
      digest: digestOf(draft),
    },
  });
  await enterRegister(tx, planId);
  return countDraft(draft);
}

async function closeDraft(tx: Tx, planId: string, version: number, draft: Draft): Promise<void> {
  const closed = await tx.db
    .updateTable('plan')
    .set({
      status: 'confirmed',
      title: draft.title,
      period_from: draft.period.from,
      period_to: draft.period.to,
      confirmed_at: tx.now,
      draft_version: version + 1,
    })
    .where('id', '=', planId)
    .where('draft_version', '=', version)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (!closed) throw draftError('plan.changed');
}

async function writeTopics(tx: Tx, planId: string, draft: Draft): Promise<string[]> {
  const rows = kept(draft.topics).map((topic, index) => ({
    ...clauseRow(tx, planId, topic, index),
    label: topic.label ?? topic.text.slice(0, 60),
    number: topic.number,
  }));
  if (rows.length > 0) await tx.db.insertInto('plan_topic').values(rows).execute();
  return rows.map((row) => row.id);
}

async function writeMeasures(tx: Tx, planId: string, draft: Draft): Promise<string[]> {
  const table = getActKinds();
  const rows = kept(draft.measures).map((measure, index) => ({
    ...clauseRow(tx, planId, measure, index),
    number: measure.number,
    channels: measure.channels.filter((id) => findChannel(table, id) !== undefined),
  }));
  if (rows.length > 0) await tx.db.insertInto('plan_measure').values(rows).execute();
  return rows.map((row) => row.id);
}

interface DutyRef {
  readonly id: string;
  readonly unit: string;
}

async function writeAssignments(
  tx: Tx,
  planId: string,
  draft: Draft,
  chosen: Readonly<Record<string, string>>,
): Promise<DutyRef[]> {
  const assignments = draft.assignments.filter((assignment) => !assignment.dropped);
  const settled = await settleUnits(tx, assignments, chosen);
  const duties: DutyRef[] = [];
  for (const [position, { assignment, unit }] of settled.entries()) {
    const id = newId();
    await tx.db
      .insertInto('plan_assignment')
      .values({
        commune_id: tx.communeId,
        id,
        plan_id: planId,
        position,
        number: assignment.number,
        unit_id: unit,
        named_as: assignment.unit,
        is_lead: assignment.lead,
      })
      .execute();
    const rows = kept(assignment.duties).map((duty, index) => ({
      ...clauseRow(tx, planId, duty, index),
      assignment_id: id,
      unit_id: unit,
      due_on: duty.due?.date ?? null,
      due_text: duty.due?.text ?? null,
      cadence: JSON.stringify(duty.every),
      cooperates: JSON.stringify(duty.cooperates),
      carried_from: duty.carriedFrom ?? null,
    }));
    if (rows.length > 0) await tx.db.insertInto('duty').values(rows).execute();
    for (const { id: dutyId, carried_from: from } of rows) {
      if (from === null) continue;
      const subject = { type: 'duty', id: dutyId };
      tx.record({ kind: 'duty.carried', subject, data: { from, plan: planId, unit } });
    }
    duties.push(...rows.map((row) => ({ id: row.id, unit })));
  }
  return duties;
}

interface Settled {
  readonly assignment: Assignment;
  /** Id of the office's unit. */
  readonly unit: string;
}

/** The unit of each assignment: the one chosen, the one that matches by name, or a new one. */
async function settleUnits(
  tx: Tx,
  assignments: readonly Assignment[],
  chosen: Readonly<Record<string, string>>,
): Promise<Settled[]> {
  const commune = await tx.db.selectFrom('commune').select('name').executeTakeFirstOrThrow();
  // Two plans confirmed at once that name the same new unit make one.
  await takeTurns(tx);
  const known = await listOpenUnits(tx);
  const made = new Map<string, KnownUnit>();
  const settled: Settled[] = [];
  for (const assignment of assignments) {
    const choice = chosen[assignment.key];
    if (choice && choice !== 'new') {
      if (!known.some((unit) => unit.id === choice)) throw draftError('plan.unit-unknown');
      settled.push({ assignment, unit: choice });
      continue;
    }
    const key = unitKey(assignment.unit, commune.name);
    const found =
      made.get(key) ?? (choice ? undefined : findUnit(known, assignment.unit, commune.name));
    const unit = found ?? (await makeUnit(tx, assignment.unit));
    if (!found) made.set(key, unit);
    settled.push({ assignment, unit: unit.id });
  }
  return settled;
}

/** Units that a plan can give duties to today. */
export async function listOpenUnits(tx: Tx): Promise<KnownUnit[]> {
  return tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
    .orderBy('position')
    .orderBy('id')
    .execute();
}

async function makeUnit(tx: Tx, name: string): Promise<KnownUnit> {
  const id = await insertUnit(tx, { name });
  tx.record({ kind: 'unit.created', subject: { type: 'unit', id }, data: {} });
  return { id, name };
}

function kept(clauses: readonly Clause[]): Clause[] {
  return clauses.filter((clause) => !clause.dropped);
}

function clauseRow(tx: Tx, planId: string, clause: Clause, position: number) {
  return {
    commune_id: tx.communeId,
    id: newId(),
    plan_id: planId,
    position,
    text: clause.text,
    span_start: clause.span?.[0] ?? null,
    span_end: clause.span?.[1] ?? null,
  };
}

function digestOf(value: unknown): string {
  return sha256Hex(JSON.stringify(value));
}
