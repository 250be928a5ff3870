// Keeping the registry of commendations and shortcomings: every entry checked against the office and
// against who may decide on the day; a person's name is sealed and leaves by itself.
import { accountOf } from '#lib/platform/index.ts';
import { newId, seal, type Tx } from '#lib/platform/index.server.ts';
import { addMonths, formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import {
  NAME_YEARS,
  RecordCommendation,
  RemedyShortcoming,
  WithdrawCommendation,
  type CommendationFacts,
} from './commendation.ts';
import { commendationError } from './errors.ts';
import { getCommendationForms } from './forms.server.ts';
import { competenceOn } from './forms.ts';

/** Records an entry; sending twice records once. @throws LoaError `commendation.*`, `access.*` */
export async function recordCommendation(tx: Tx, input: RecordCommendation): Promise<string> {
  requireCan(tx.actor, 'commendation.record', {});
  const facts = RecordCommendation.parse(input);
  const known = await tx.db
    .selectFrom('commendation')
    .select('id')
    .where('client_key', '=', facts.clientKey)
    .executeTakeFirst();
  if (known) return known.id;
  await check(tx, facts);
  const id = newId();
  await tx.db
    .insertInto('commendation')
    .values({
      commune_id: tx.communeId,
      id,
      client_key: facts.clientKey,
      ...rowOf(tx, id, facts),
      recorded_by: accountOf(tx.actor),
      recorded_at: tx.now,
    })
    .execute();
  tx.record({
    kind: 'commendation.recorded',
    occurredOn: facts.day,
    subject: { type: 'commendation', id },
    data: { kind: facts.kind, about: facts.about, form: facts.form, unit: facts.unitId },
  });
  return id;
}

/**
 * Replaces what an entry says. What went public is taken off: the new words have to pass the guard.
 * @throws LoaError `commendation.*`, `access.*`
 */
export async function correctCommendation(
  tx: Tx,
  id: string,
  input: RecordCommendation,
): Promise<void> {
  requireCan(tx.actor, 'commendation.record', {});
  const facts = RecordCommendation.parse(input);
  const { version, published_at } = await getStanding(tx, id);
  await check(tx, facts);
  await tx.db
    .updateTable('commendation')
    .set({ ...rowOf(tx, id, facts), ...NOT_PUBLIC, version: version + 1 })
    .where('id', '=', id)
    .execute();
  if (published_at) tx.deletePages();
  tx.record({
    kind: 'commendation.corrected',
    occurredOn: facts.day,
    subject: { type: 'commendation', id },
    data: { version: version + 1, kind: facts.kind, form: facts.form, unit: facts.unitId },
  });
}

/** Says what was done about a shortcoming. @throws LoaError `commendation.*`, `access.*` */
export async function remedyShortcoming(tx: Tx, input: RemedyShortcoming): Promise<void> {
  requireCan(tx.actor, 'commendation.record', {});
  const { id, remedy, day } = RemedyShortcoming.parse(input);
  const { kind } = await getStanding(tx, id);
  if (kind !== 'shortcoming') throw commendationError('commendation.not-shortcoming');
  refuseFuture(tx, day, 'day');
  await tx.db
    .updateTable('commendation')
    .set({ remedy, remedied_on: day })
    .where('id', '=', id)
    .execute();
  tx.record({
    kind: 'commendation.remedied',
    occurredOn: day,
    subject: { type: 'commendation', id },
  });
}

/** Takes an entry out of the registry and off the portal; it stays readable with the reason. */
export async function withdrawCommendation(tx: Tx, input: WithdrawCommendation): Promise<void> {
  requireCan(tx.actor, 'commendation.record', {});
  const { id, reason } = WithdrawCommendation.parse(input);
  const { published_at } = await getStanding(tx, id);
  await tx.db
    .updateTable('commendation')
    .set({ withdrawn_at: tx.now, withdrawn_reason: reason, ...NOT_PUBLIC })
    .where('id', '=', id)
    .execute();
  if (published_at) tx.deletePages();
  tx.record({ kind: 'commendation.withdrawn', subject: { type: 'commendation', id } });
}

/** Erases the name of the person an entry is about; the position stays. */
export async function eraseCommendedName(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'commendation.record', {});
  const erased = await tx.db
    .updateTable('commendation')
    .set({ person_name: null, name_until: null })
    .where('id', '=', id)
    .where('person_name', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (!erased) throw commendationError('commendation.not-found');
  tx.record({ kind: 'commendation.name-erased', subject: { type: 'commendation', id } });
}

/** Erases the names whose day has come. */
export async function sweepCommendedNames(tx: Tx): Promise<void> {
  const due = await tx.db
    .selectFrom('commendation')
    .select('id')
    .where('name_until', '<', tx.today)
    .execute();
  for (const { id } of due) await eraseCommendedName(tx, id);
}

/** An entry that was not withdrawn, locked. @throws LoaError `commendation.not-found`, `.withdrawn` */
export async function getStanding(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('commendation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw commendationError('commendation.not-found');
  if (row.withdrawn_at !== null) throw commendationError('commendation.withdrawn');
  return row;
}

/** What an entry that nobody outside sees has in its public columns. */
export const NOT_PUBLIC = {
  public_title: null,
  public_reason: null,
  public_who: null,
  published_at: null,
} as const;

async function check(tx: Tx, facts: CommendationFacts): Promise<void> {
  refuseFuture(tx, facts.day, 'day');
  if (facts.about === 'collective' && facts.personName !== '') {
    throw commendationError('commendation.name-of-collective', {}, 'personName');
  }
  if (facts.kind === 'praise') checkForm(tx, facts);
  if (facts.unitId && !(await hasRow(tx, 'unit', facts.unitId))) {
    throw commendationError('commendation.unknown-unit', {}, 'unitId');
  }
  if (facts.actId && !(await hasRow(tx, 'act', facts.actId))) {
    throw commendationError('commendation.unknown-act', {}, 'actId');
  }
}

function checkForm(tx: Tx, { form, decidedBy, decisionCode, decidedOn }: CommendationFacts): void {
  const table = getCommendationForms();
  const entry = table.forms.find(({ id }) => id === form);
  if (!entry) throw commendationError('commendation.unknown-form', {}, 'form');
  if (decidedOn) refuseFuture(tx, decidedOn, 'decidedOn');
  if (!entry.needs_decision) return;
  if (!decidedBy || !decisionCode || !decidedOn) {
    const field = !decidedBy ? 'decidedBy' : !decisionCode ? 'decisionCode' : 'decidedOn';
    throw commendationError('commendation.decision-missing', { form: entry.name }, field);
  }
  const { chairman, from } = competenceOn(table, entry.id, decidedOn);
  if (decidedBy === 'chairman' && !chairman) {
    const words = {
      form: entry.name,
      day: formatDate(toPlainDate(decidedOn)),
      from: from ? `Thẩm quyền này có từ ${formatDate(toPlainDate(from))}. ` : '',
    };
    throw commendationError('commendation.not-competent', words, 'decidedBy');
  }
}

function refuseFuture(tx: Tx, day: string, field: string): void {
  if (day <= tx.today) return;
  const words = { day: formatDate(toPlainDate(day)) };
  throw commendationError('commendation.in-future', words, field);
}

async function hasRow(tx: Tx, table: 'unit' | 'act', id: string): Promise<boolean> {
  const rows = tx.db.selectFrom(table).select('id').where('id', '=', id);
  return (await rows.executeTakeFirst()) !== undefined;
}

function rowOf(tx: Tx, id: string, facts: CommendationFacts) {
  const praise = facts.kind === 'praise';
  const named = facts.personName !== '';
  return {
    kind: facts.kind,
    about: facts.about,
    who: facts.who,
    unit_id: facts.unitId,
    person_name: named
      ? seal('commended-names', Buffer.from(facts.personName), nameContext(tx, id))
      : null,
    name_until: named ? addMonths(toPlainDate(facts.day), 12 * NAME_YEARS) : null,
    title: facts.title,
    reason: facts.reason,
    happened_on: facts.day,
    form: praise ? facts.form : null,
    decided_by: praise ? facts.decidedBy : null,
    decision_code: praise ? facts.decisionCode : '',
    decided_on: praise ? facts.decidedOn : null,
    act_id: facts.actId,
    evidence_url: facts.evidenceUrl,
  };
}

/** A sealed name opens only beside its own entry. */
export function nameContext(tx: Tx, id: string): string {
  return `${tx.communeId} commendation ${id}`;
}
