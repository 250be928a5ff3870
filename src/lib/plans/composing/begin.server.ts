// Beginning next year's plan: the plan in force with its amendments, its bases looked up in the register, its
// units as they are today, what stayed undone.
import { findCited } from '#lib/documents/index.server.ts';
import { hasEnded, validityNames } from '#lib/documents/index.ts';
import {
  listUnitLinks,
  newId,
  readCommune,
  sha256Hex,
  takeTurns,
  type Tx,
} from '#lib/platform/index.server.ts';
import { accountOf, canonicalText, successorsOf } from '#lib/platform/index.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { draftError } from '../drafts/errors.ts';
import { currentDraft } from '../drafts/history.ts';
import { getPlanWithDuties } from '../drafts/list.server.ts';
import { getDraft, type StoredDraft } from '../drafts/read.server.ts';
import { listDutiesInTime } from '../occurrences/read-occurrences.server.ts';
import { unfinishedOf } from '../outputs/next-plan.ts';
import { requireCan } from '../permissions.ts';
import { beginComposition, type BeginFacts, type UnitToday } from './begin.ts';
import { BeginPlan } from './change.ts';
import type { Composition } from './composition.ts';

/**
 * Begins the plan of the year after; one that was begun for it stands.
 * @returns the composition's id
 * @throws LoaError `access.*`, `plan.not-found`, `plan.not-confirmed`
 */
export async function beginNextPlan(tx: Tx, planId: string, input: BeginPlan): Promise<string> {
  requireCan(tx.actor, 'plan.compose', {});
  const { clientKey } = BeginPlan.parse(input);
  // Two who begin at once: the second finds what the first began.
  await takeTurns(tx);
  const facts = await readBeginFacts(tx, planId);
  const content = beginComposition(facts);
  const begun = await findComposition(tx, planId, content.year);
  if (begun) return begun;
  const id = newId();
  await tx.db
    .insertInto('plan_composition')
    .values({
      commune_id: tx.communeId,
      id,
      client_key: clientKey,
      source_plan_id: planId,
      year: content.year,
      title: content.draft.title,
      status: 'draft',
      revision: 1,
      created_at: tx.now,
    })
    .execute();
  const digest = await insertRevision(tx, id, 1, content);
  tx.record({
    kind: 'composition.begun',
    subject: { type: 'composition', id },
    data: { plan: planId, year: content.year, digest },
  });
  return id;
}

/** What is being written, or was issued, for the year after this plan. */
export async function findComposition(
  tx: Tx,
  planId: string,
  year: number,
): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('plan_composition')
    .select('id')
    .where('source_plan_id', '=', planId)
    .where('year', '=', year)
    .where('status', '<>', 'discarded')
    .executeTakeFirst();
  return row?.id;
}

/** Keeps one revision. @returns its digest, for the event */
export async function insertRevision(
  tx: Tx,
  compositionId: string,
  revision: number,
  content: Composition,
): Promise<string> {
  const text = canonicalText(content);
  await tx.db
    .insertInto('plan_composition_revision')
    .values({
      commune_id: tx.communeId,
      composition_id: compositionId,
      revision,
      content: text,
      made_by: accountOf(tx.actor),
      made_at: tx.now,
    })
    .execute();
  return sha256Hex(text);
}

async function readBeginFacts(tx: Tx, planId: string): Promise<BeginFacts> {
  const stored = await getDraft(tx, planId);
  if (stored.status !== 'confirmed') throw draftError('plan.not-confirmed');
  const plan = await getPlanWithDuties(tx, planId);
  const duties = await listDutiesInTime(tx, { planId });
  const unitOf = new Map(duties.map(({ about }) => [about.id, about.unit]));
  return {
    commune: (await readCommune(tx)).name,
    plan,
    draft: currentDraft(stored.history, stored.text),
    year: Number((plan.from ?? tx.today).slice(0, 4)),
    bases: await readBases(tx, stored),
    units: await readUnits(tx),
    unfinished: unfinishedOf(duties).flatMap((duty) => {
      // What is still within its time may yet be done.
      const late = duty.occurrences.filter(({ state }) => state === 'overdue');
      if (late.length === 0) return [];
      return [{ ...duty, occurrences: late, unitId: unitOf.get(duty.id) ?? '' }];
    }),
  };
}

/** Each basis with what the register says against it. */
async function readBases(tx: Tx, { reading }: StoredDraft): Promise<BeginFacts['bases']> {
  const bases = reading.document.basis ?? [];
  const references = reading.references ?? [];
  const named = references.map(({ code, date, issuer }) => ({ code, issuedOn: date, issuer }));
  const known = await findCited(tx, named, tx.today);
  return bases.map(({ text, span }) => {
    const cited = references.flatMap((reference, at) =>
      span[0] <= reference.span[0] && reference.span[1] <= span[1]
        ? [{ code: reference.code, validity: known[at]?.validity ?? null }]
        : [],
    );
    const doubts = cited.flatMap(({ code, validity }) => {
      if (validity === null)
        return [`${code} chưa có trong sổ văn bản nên chưa xét được hiệu lực.`];
      if (!hasEnded(validity)) return [];
      const by = validity.endedBy === null ? '' : ` bởi ${validity.endedBy}`;
      return [`${code}: ${validityNames[validity.state].toLocaleLowerCase('vi')}${by}.`];
    });
    return { text: collapse(text), doubt: doubts.length > 0 ? doubts.join(' ') : null };
  });
}

async function readUnits(tx: Tx): Promise<UnitToday[]> {
  const links = await listUnitLinks(tx);
  const rows = await tx.db.selectFrom('unit').select(['id', 'name', 'valid_to']).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isOpen = (validTo: string | null) => validTo === null || validTo >= tx.today;
  return rows.map(({ id, name, valid_to }) => {
    const last = byId.get(successorsOf(links, id).at(-1) ?? '');
    const successor = last && isOpen(last.valid_to) ? last.name : null;
    // A unit that has a successor is over, whether or not its last day was written down.
    const isOver = last !== undefined || !isOpen(valid_to);
    return { id, name, isOver, endedOn: isOpen(valid_to) ? null : valid_to, successor };
  });
}
