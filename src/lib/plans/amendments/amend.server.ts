// A decision amends a plan in force: topics and duties are added, changed or ended from a day on. Rows of
// duties are never rewritten; a changed one ends and another takes its place, so what was done keeps the
// sentence and the unit it was done under.
import { accountOf, findPersonalData, isId, personalDataNames } from '#lib/platform/index.ts';
import { listOwnContacts, newId, takeTurns, type Tx } from '#lib/platform/index.server.ts';
import { formatDate, toPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import { insertDuty } from './insert-duty.server.ts';
import { draftError } from '../drafts/errors.ts';
import { listOpenUnits } from '../drafts/confirm.server.ts';
import type { Cadence } from '../drafts/draft.ts';
import { getDutyInTime } from '../occurrences/read-occurrences.server.ts';
import { setCadence } from '../occurrences/decide.server.ts';
import { requireCan } from '../permissions.ts';
import { AmendPlan } from './amend.ts';
import { lastDayBefore, type DutyWords, type PlanChange, type TopicWords } from './changes.ts';
import { amendmentError } from './errors.ts';

type Given = ReturnType<typeof AmendPlan.parse>;

/** What an amendment would change, without changing it. @throws LoaError `access.*`, `amendment.*` */
export async function previewAmendment(tx: Tx, input: AmendPlan): Promise<PlanChange[]> {
  requireCan(tx.actor, 'plan.amend', {});
  const given = AmendPlan.parse(input);
  return findChanges(await getRunningPlan(tx, given.planId), given, tx.today);
}

/**
 * Amends a plan in force.
 * @returns the amendment's number within the plan
 * @throws LoaError `access.*`, `plan.not-found`, `plan.closed-already`, `amendment.*`
 */
export async function amendPlan(tx: Tx, input: AmendPlan): Promise<number> {
  requireCan(tx.actor, 'plan.amend', {});
  const given = AmendPlan.parse(input);
  // Two who amend at once: the second sees what the first changed.
  await takeTurns(tx);
  const plan = await getRunningPlan(tx, given.planId);
  const changes = findChanges(plan, given, tx.today);
  await requireOpenUnits(tx, changes);
  if (plan.published) await refusePersonal(tx, changes);
  const validFrom = toPlainDate(given.validFrom);
  for (const change of changes) await apply(tx, plan, change, validFrom);
  const id = newId();
  const number = plan.amendments + 1;
  await tx.db
    .insertInto('plan_amendment')
    .values({
      commune_id: tx.communeId,
      id,
      plan_id: plan.id,
      number,
      code: given.code,
      issued_on: given.issuedOn,
      valid_from: validFrom,
      reason: given.reason,
      changes: JSON.stringify(changes),
      made_by: accountOf(tx.actor),
      made_at: tx.now,
    })
    .execute();
  tx.record({
    kind: 'plan.amended',
    subject: { type: 'plan', id: plan.id },
    data: {
      amendment: id,
      number,
      from: validFrom,
      changes: changes.map((change) => ({ kind: change.kind, id: change.id })),
    },
  });
  if (plan.published) tx.deletePages();
  return number;
}

interface RunningPlan {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly published: boolean;
  readonly amendments: number;
  readonly lastFrom: string | null;
  readonly topics: readonly (TopicWords & { readonly id: string })[];
  readonly duties: readonly (DutyWords & {
    readonly id: string;
    readonly cadence: Cadence | null;
    readonly validFrom: string | null;
  })[];
}

async function getRunningPlan(tx: Tx, planId: string): Promise<RunningPlan> {
  if (!isId(planId)) throw draftError('plan.not-found');
  const plan = await tx.db
    .selectFrom('plan')
    .select(['id', 'status', 'period_from', 'period_to', 'published_at', 'closed_on'])
    .where('id', '=', planId)
    .executeTakeFirst();
  if (!plan) throw draftError('plan.not-found');
  if (plan.status !== 'confirmed') throw draftError('plan.not-confirmed');
  if (plan.closed_on !== null) {
    throw amendmentError('plan.closed-already', { day: formatDate(toPlainDate(plan.closed_on)) });
  }
  const amendments = await tx.db
    .selectFrom('plan_amendment')
    .select(['number', 'valid_from'])
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .execute();
  const topics = await tx.db
    .selectFrom('plan_topic')
    .select(['id', 'label', 'text'])
    .where('plan_id', '=', planId)
    .where('valid_to', 'is', null)
    .orderBy('position')
    .execute();
  const duties = await tx.db
    .selectFrom('duty')
    .select(['id', 'unit_id', 'text', 'due_on', 'cadence', 'valid_from'])
    .where('plan_id', '=', planId)
    .where('valid_to', 'is', null)
    .execute();
  return {
    id: plan.id,
    // A confirmed plan has its period (plan_confirmed_complete).
    from: plan.period_from ?? '',
    to: plan.period_to ?? '',
    published: plan.published_at !== null,
    amendments: amendments[0]?.number ?? 0,
    lastFrom: amendments[0]?.valid_from ?? null,
    topics,
    duties: duties.map((duty) => ({
      id: duty.id,
      unit: duty.unit_id,
      text: duty.text,
      dueOn: duty.due_on,
      cadence: JSON.parse(duty.cadence) as Cadence | null,
      validFrom: duty.valid_from,
    })),
  };
}

function findChanges(plan: RunningPlan, given: Given, today: string): PlanChange[] {
  requireDays(plan, given);
  const changes = [...topicChanges(plan, given), ...dutyChanges(plan, given)];
  if (changes.length === 0) throw amendmentError('amendment.nothing-changed');
  if (given.validFrom > today && changes.some(({ kind }) => kind === 'topic-reworded')) {
    const day = formatDate(toPlainDate(given.validFrom));
    throw amendmentError('amendment.reword-later', { day }, 'validFrom');
  }
  const left =
    plan.topics.length + changes.filter(({ kind }) => kind === 'topic-added').length >
    changes.filter(({ kind }) => kind === 'topic-ended').length;
  if (!left) throw amendmentError('amendment.no-topic-left');
  return changes;
}

function requireDays(plan: RunningPlan, { issuedOn, validFrom }: Given): void {
  const day = formatDate(toPlainDate(validFrom));
  if (validFrom < plan.from || validFrom > plan.to) {
    const [from, to] = [formatDate(toPlainDate(plan.from)), formatDate(toPlainDate(plan.to))];
    throw amendmentError('amendment.outside-plan', { day, from, to }, 'validFrom');
  }
  if (validFrom < issuedOn) {
    const issued = formatDate(toPlainDate(issuedOn));
    throw amendmentError('amendment.before-issue', { day, issued }, 'validFrom');
  }
  if (plan.lastFrom !== null && validFrom < plan.lastFrom) {
    const last = formatDate(toPlainDate(plan.lastFrom));
    throw amendmentError('amendment.not-in-order', { day: last }, 'validFrom');
  }
}

function topicChanges(plan: RunningPlan, given: Given): PlanChange[] {
  const edited = given.topics.flatMap((edit): PlanChange[] => {
    const now = plan.topics.find(({ id }) => id === edit.id);
    if (!now) throw amendmentError('amendment.changed-meanwhile');
    const before = { label: now.label, text: now.text };
    if (edit.ended) return [{ kind: 'topic-ended', id: now.id, before }];
    const after = { label: edit.label, text: sameLines(edit.text) };
    if (after.label === before.label && after.text === sameLines(before.text)) return [];
    return [{ kind: 'topic-reworded', id: now.id, before, after }];
  });
  const added = given.newTopics.map(({ label, text }): PlanChange => ({
    kind: 'topic-added',
    id: newId(),
    after: { label, text: sameLines(text) },
  }));
  return [...edited, ...added];
}

function dutyChanges(plan: RunningPlan, given: Given): PlanChange[] {
  const edited = given.duties.flatMap((edit): PlanChange[] => {
    const now = plan.duties.find(({ id }) => id === edit.id);
    if (!now) throw amendmentError('amendment.changed-meanwhile');
    const before = { unit: now.unit, text: now.text, dueOn: now.dueOn };
    if (edit.ended) return [{ kind: 'duty-ended', id: now.id, before }];
    const after = { unit: edit.unit, text: sameLines(edit.text), dueOn: edit.dueOn };
    const same =
      after.unit === before.unit &&
      after.dueOn === before.dueOn &&
      after.text === sameLines(before.text);
    return same ? [] : [{ kind: 'duty-changed', id: now.id, next: newId(), before, after }];
  });
  const added = given.newDuties.map(({ unit, text, dueOn }): PlanChange => ({
    kind: 'duty-added',
    id: newId(),
    after: { unit, text: sameLines(text), dueOn },
  }));
  return [...edited, ...added];
}

/** A browser sends line ends its own way; that alone is no change. */
function sameLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

async function apply(
  tx: Tx,
  plan: RunningPlan,
  change: PlanChange,
  validFrom: PlainDate,
): Promise<void> {
  const lastDay = lastDayBefore(validFrom);
  switch (change.kind) {
    case 'topic-added':
      return addTopic(tx, plan.id, change.id, change.after, validFrom);
    case 'topic-reworded':
      await tx.db.updateTable('plan_topic').set(change.after).where('id', '=', change.id).execute();
      return;
    case 'topic-ended':
      await tx.db
        .updateTable('plan_topic')
        .set({ valid_to: lastDay })
        .where('id', '=', change.id)
        .execute();
      return;
    case 'duty-added':
      await insertDuty(tx, plan.id, { id: change.id, ...change.after, validFrom });
      return;
    case 'duty-ended':
      return endDuty(tx, change.id, lastDay);
    case 'duty-changed': {
      const now = plan.duties.find(({ id }) => id === change.id);
      // Read before the old one ends.
      const rhythm = await setRhythm(tx, change.id);
      await endDuty(tx, change.id, lastDay);
      const next = { id: change.next, ...change.after, validFrom, follows: change.id };
      await insertDuty(tx, plan.id, { ...next, cadence: now?.cadence ?? null });
      if (rhythm) {
        await setCadence(tx, { dutyIds: [change.next], every: rhythm, from: validFrom });
      }
    }
  }
}

/** The rhythm the coordinator set for a duty; it goes on for the one that follows. */
async function setRhythm(tx: Tx, dutyId: string) {
  const { cadence, every } = await getDutyInTime(tx, dutyId);
  return cadence === 'coordinator' ? every : null;
}

async function endDuty(tx: Tx, dutyId: string, lastDay: PlainDate): Promise<void> {
  await tx.db.updateTable('duty').set({ valid_to: lastDay }).where('id', '=', dutyId).execute();
  tx.record({
    kind: 'duty.ended',
    subject: { type: 'duty', id: dutyId },
    data: { lastDay, because: 'amended' },
  });
}

async function addTopic(
  tx: Tx,
  planId: string,
  id: string,
  words: TopicWords,
  validFrom: PlainDate,
): Promise<void> {
  const last = await tx.db
    .selectFrom('plan_topic')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  await tx.db
    .insertInto('plan_topic')
    .values({
      commune_id: tx.communeId,
      id,
      plan_id: planId,
      position: (last?.position ?? 0) + 1,
      number: null,
      ...words,
      valid_from: validFrom,
    })
    .execute();
}

async function requireOpenUnits(tx: Tx, changes: readonly PlanChange[]): Promise<void> {
  const open = new Set((await listOpenUnits(tx)).map(({ id }) => id));
  for (const change of changes) {
    const given =
      change.kind === 'duty-added' ||
      (change.kind === 'duty-changed' && change.before.unit !== change.after.unit);
    if (given && !open.has(change.after.unit)) throw amendmentError('amendment.unit-gone');
  }
}

/** What an amendment says stands on the portal at once, so it passes the guard first. */
async function refusePersonal(tx: Tx, changes: readonly PlanChange[]): Promise<void> {
  const words = changes
    .flatMap((change) => ('after' in change ? Object.values(change.after) : []))
    .join('\n');
  const hits = findPersonalData(words, await listOwnContacts(tx));
  if (hits.length === 0) return;
  const kinds = [...new Set(hits.map(({ kind }) => personalDataNames[kind]))].join(', ');
  throw amendmentError('amendment.personal-data', { count: hits.length, kinds });
}
