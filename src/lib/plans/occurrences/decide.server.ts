// What the coordinator decides about duties in time. Decisions are only ever added: the last word counts,
// the earlier ones stay visible, and each is an event of the duty.
import { newId, type Tx } from '#lib/platform/index.server.ts';
import { accountOf, platformError } from '#lib/platform/index.ts';
import { formatDate, toPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import { reportingSubject } from '../acts/reporting.server.ts';
import type { DutyDecisionData, OccurrenceDecisionData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import {
  ExcuseOccurrence,
  HandOverOccurrence,
  MoveOccurrence,
  ReinstateOccurrence,
  SetCadence,
  SetTarget,
  TieAct,
} from './decisions.ts';
import { occurrenceError } from './errors.ts';
import type { Occurrence } from './fold-occurrences.ts';
import { getDutyInTime, type DutyReading } from './read-occurrences.server.ts';

type Kind =
  'cadence' | 'target' | 'moved' | 'excused' | 'handed-over' | 'reinstated' | 'tied' | 'untied';

/** Sets one rhythm for several duties from a day on. @throws LoaError `duty.cadence-outside` */
export async function setCadence(tx: Tx, input: SetCadence): Promise<void> {
  requireCan(tx.actor, 'duty.set-cadence', {});
  const { dutyIds, every, from } = SetCadence.parse(input);
  const start = toPlainDate(from);
  for (const dutyId of new Set(dutyIds)) {
    const { period } = (await getDutyInTime(tx, dutyId)).about;
    if (start < period.from || start > period.to) {
      throw occurrenceError(
        'duty.cadence-outside',
        { day: formatDate(start), ...inWords(period) },
        'from',
      );
    }
    const decision = await keep(tx, dutyId, 'cadence', null, { from: start, every }, '');
    tx.record({
      kind: 'duty.cadence-set',
      subject: { type: 'duty', id: dutyId },
      data: { decision, from: start, every } satisfies DutyDecisionData['cadence-set'],
    });
  }
}

/** Sets or takes back what each occurrence of a duty is to reach. */
export async function setTarget(tx: Tx, input: SetTarget): Promise<void> {
  requireCan(tx.actor, 'duty.set-cadence', {});
  const { dutyId, quantity, amount } = SetTarget.parse(input);
  await getDutyInTime(tx, dutyId);
  const decision = await keep(tx, dutyId, 'target', null, { quantity, amount }, '');
  tx.record({
    kind: 'duty.target-set',
    subject: { type: 'duty', id: dutyId },
    data: { decision, quantity, amount } satisfies DutyDecisionData['target-set'],
  });
}

/** Moves the day an occurrence is due. @throws LoaError `occurrence.*` */
export async function moveOccurrence(tx: Tx, input: MoveOccurrence): Promise<void> {
  requireCan(tx.actor, 'occurrence.decide', {});
  const { dutyId, key, due, reason } = MoveOccurrence.parse(input);
  const { duty, found } = await getOccurrence(tx, dutyId, key);
  const day = toPlainDate(due);
  const words = { day: formatDate(day), ...inWords(duty.about.period) };
  if (day > duty.about.period.to) throw occurrenceError('occurrence.due-outside', words, 'due');
  if (day < found.from) {
    const from = formatDate(found.from);
    throw occurrenceError('occurrence.due-before', { day: words.day, from }, 'due');
  }
  if (day === found.due) throw occurrenceError('occurrence.same-due', words, 'due');
  await decide(tx, dutyId, { kind: 'moved', key, reason, more: { due: day } });
}

/** Lets an occurrence off. @throws LoaError `occurrence.*` */
export async function excuseOccurrence(tx: Tx, input: ExcuseOccurrence): Promise<void> {
  requireCan(tx.actor, 'occurrence.decide', {});
  const { dutyId, key, reason } = ExcuseOccurrence.parse(input);
  const { found } = await getOccurrence(tx, dutyId, key);
  requireUndone(found);
  await decide(tx, dutyId, { kind: 'excused', key, reason, more: {} });
}

/** Gives one occurrence to another unit. @throws LoaError `occurrence.*` */
export async function handOverOccurrence(tx: Tx, input: HandOverOccurrence): Promise<void> {
  requireCan(tx.actor, 'occurrence.decide', {});
  const { dutyId, key, unitId, reason } = HandOverOccurrence.parse(input);
  const { found } = await getOccurrence(tx, dutyId, key);
  requireUndone(found);
  const unit = await tx.db
    .selectFrom('unit')
    .select(['name', 'valid_to'])
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw platformError('record.not-found', { what: 'đơn vị này' });
  if (unit.valid_to !== null && unit.valid_to < tx.today) {
    const day = formatDate(toPlainDate(unit.valid_to));
    throw occurrenceError('occurrence.unit-gone', { unit: unit.name, day }, 'unitId');
  }
  if (found.unit === unitId) {
    throw occurrenceError('occurrence.same-unit', { unit: unit.name }, 'unitId');
  }
  await decide(tx, dutyId, { kind: 'handed-over', key, reason, more: { unit: unitId } });
}

/** Takes back whatever was decided about an occurrence; what was decided stays readable. */
export async function reinstateOccurrence(tx: Tx, input: ReinstateOccurrence): Promise<void> {
  requireCan(tx.actor, 'occurrence.decide', {});
  const { dutyId, key, reason } = ReinstateOccurrence.parse(input);
  await getOccurrence(tx, dutyId, key);
  await decide(tx, dutyId, { kind: 'reinstated', key, reason, more: {} });
}

/** Lets an act count for this occurrence instead of the one its day points to, or lets go of it. */
export async function tieAct(tx: Tx, input: TieAct): Promise<void> {
  const { dutyId, key, actId, tie } = TieAct.parse(input);
  const act = await tx.db
    .selectFrom('act')
    .innerJoin('act_duty', (join) =>
      join
        .onRef('act_duty.commune_id', '=', 'act.commune_id')
        .onRef('act_duty.act_id', '=', 'act.id'),
    )
    .select('act.unit_id')
    .where('act.id', '=', actId)
    .where('act_duty.duty_id', '=', dutyId)
    .where('act.withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!act) throw occurrenceError('occurrence.act-elsewhere');
  requireCan(tx.actor, 'occurrence.tie', await reportingSubject(tx, act.unit_id));
  await getOccurrence(tx, dutyId, key);
  await decide(tx, dutyId, {
    kind: tie ? 'tied' : 'untied',
    key,
    reason: '',
    more: { act: actId },
  });
}

export interface StoredDecision {
  readonly id: string;
  readonly kind: string;
  readonly occurrence: string | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly decidedAt: string;
  /** Position of who decided; `null` for what the program did. */
  readonly by: string | null;
}

/** Everything that was decided about a duty, the latest first. */
export async function listDecisions(tx: Tx, dutyId: string): Promise<StoredDecision[]> {
  requireCan(tx.actor, 'plan.see', {});
  const rows = await tx.db
    .selectFrom('duty_decision')
    .leftJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'duty_decision.commune_id')
        .onRef('account.id', '=', 'duty_decision.decided_by'),
    )
    .selectAll('duty_decision')
    .select('account.name as by')
    .where('duty_decision.duty_id', '=', dutyId)
    .orderBy('duty_decision.decided_at', 'desc')
    .orderBy('duty_decision.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    occurrence: row.occurrence,
    content: JSON.parse(row.content) as Record<string, unknown>,
    reason: row.reason,
    decidedAt: row.decided_at,
    by: row.by,
  }));
}

async function getOccurrence(
  tx: Tx,
  dutyId: string,
  key: string,
): Promise<{ duty: DutyReading; found: Occurrence }> {
  const duty = await getDutyInTime(tx, dutyId);
  const found = duty.occurrences.find((one) => one.key === key);
  if (!found) throw occurrenceError('occurrence.unknown', { key });
  return { duty, found };
}

function requireUndone({ state }: Occurrence): void {
  if (state === 'done' || state === 'evidenced') {
    throw occurrenceError('occurrence.done-already');
  }
}

async function decide(
  tx: Tx,
  dutyId: string,
  given: {
    kind: Exclude<Kind, 'cadence' | 'target'>;
    key: string;
    reason: string;
    more: Pick<OccurrenceDecisionData, 'due' | 'unit' | 'act'>;
  },
): Promise<void> {
  const { kind, key, reason, more } = given;
  const decision = await keep(tx, dutyId, kind, key, more, reason);
  tx.record({
    kind: `occurrence.${kind}`,
    subject: { type: 'duty', id: dutyId },
    data: { decision, occurrence: key, ...more },
  });
}

async function keep(
  tx: Tx,
  dutyId: string,
  kind: Kind,
  occurrence: string | null,
  content: object,
  reason: string,
): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto('duty_decision')
    .values({
      commune_id: tx.communeId,
      id,
      duty_id: dutyId,
      kind,
      occurrence,
      content: JSON.stringify(content),
      reason,
      decided_by: accountOf(tx.actor),
      decided_at: tx.now,
    })
    .execute();
  return id;
}

function inWords({ from, to }: { from: PlainDate; to: PlainDate }) {
  return { from: formatDate(from), to: formatDate(to) };
}
