// Acts that come from other rooms by themselves: an article was published, a sheet was hung, one of them was
// wrong. They count at once where the room named topics and a unit; what they serve a person confirms later.
import { newId, type Tx } from '#lib/platform/index.server.ts';
import { accountOf } from '#lib/platform/index.ts';
import { takeBackAct } from '../acts/record-act.server.ts';
import type { ArrivalData } from '../events.ts';
import type { Arrival } from './arrivals.ts';
import { growAct } from './grow.server.ts';
import { knownDuties, knownOf } from './known.server.ts';
import { findTwinOf, recordArrived } from './record.server.ts';
import { sourceOf } from './sources.ts';

/**
 * Takes what another room made public. A later edition of the same thing is no new act: it only completes
 * what was still missing, or lets an act that goes on count more. Whoever calls has asked for the permission
 * to make it public.
 */
export async function takeArrival(tx: Tx, arrival: Arrival): Promise<void> {
  const before = await lockArrival(tx, arrival);
  const { page, quantities = {}, photographs = [] } = arrival;
  const shown = {
    ...{ title: page.title, summary: page.summary, url: page.url, words_sha256: page.sha256 },
    ...{ quantities: JSON.stringify(quantities), photographs: [...photographs] },
  };
  if (before && (before.state !== 'waiting' || before.act_id !== null)) {
    const { grows } = sourceOf(arrival.source);
    if (grows === null || before.state === 'set-aside') return;
    await tx.db.updateTable('act_arrival').set(shown).where('id', '=', before.id).execute();
    await growAct(tx, before, { page, quantities, photographs, why: grows });
    return;
  }
  // It was done when it was first public, whichever edition told what it serves.
  const day = before?.happened_on ?? arrival.day;
  const known = await knownOf(tx, arrival, day);
  const { topics } = known;
  // Who began it is said by the first who belongs to a unit.
  const unitId = known.unitId ?? before?.unit_id ?? null;
  const id = before?.id ?? newId();
  const columns = { ...shown, unit_id: unitId, topics };
  if (before) await tx.db.updateTable('act_arrival').set(columns).where('id', '=', id).execute();
  else {
    const { source, of, part = '' } = arrival;
    const key = { commune_id: tx.communeId, id, source, source_id: of, part };
    await tx.db
      .insertInto('act_arrival')
      .values({ ...key, ...columns, happened_on: day, state: 'waiting', arrived_at: tx.now })
      .execute();
  }
  const named = new Set(arrival.duties);
  const duties = await knownDuties(tx, { duties: [...named], unitId, day });
  const act = await countAtOnce(tx, id, { ...arrival, day, unitId, topics, duties });
  if (before && act === null) return;
  const data: ArrivalData = { source: arrival.source, of: arrival.of, act };
  tx.record({ kind: 'arrival.came', subject: { type: 'arrival', id }, data: { ...data } });
  // A duty that was named and can't be meant is a person's to look at: the arrival goes on waiting.
  const isSaid = named.size > 0 && duties.length === named.size;
  if (act !== null && isSaid) await settleAtOnce(tx, id, act);
}

/** The unit said what it serves when it handed the matter over: nobody is asked again. */
async function settleAtOnce(tx: Tx, id: string, act: string): Promise<void> {
  await tx.db
    .updateTable('act_arrival')
    .set({ state: 'settled', settled_by: accountOf(tx.actor), settled_at: tx.now })
    .where('id', '=', id)
    .execute();
  tx.record({ kind: 'arrival.settled', subject: { type: 'arrival', id }, data: { act } });
}

/** The thing was wrong and is gone: the act it became is withdrawn for the same reason. */
export async function endArrival(
  tx: Tx,
  thing: Pick<Arrival, 'source' | 'of' | 'part'> & { readonly reason: string },
): Promise<void> {
  const before = await lockArrival(tx, thing);
  if (!before) return;
  await tx.db
    .updateTable('act_arrival')
    .set({ state: 'ended', settled_by: accountOf(tx.actor), settled_at: tx.now })
    .where('id', '=', before.id)
    .execute();
  tx.record({ kind: 'arrival.ended', subject: { type: 'arrival', id: before.id } });
  if (before.act_id === null) return;
  const act = await tx.db
    .selectFrom('act')
    .select('withdrawn_at')
    .where('id', '=', before.act_id)
    .executeTakeFirstOrThrow();
  if (act.withdrawn_at === null) await takeBackAct(tx, before.act_id, thing.reason);
}

/** What came of this thing before and wasn't ended; nobody else changes it meanwhile. */
function lockArrival(tx: Tx, { source, of, part = '' }: Pick<Arrival, 'source' | 'of' | 'part'>) {
  return tx.db
    .selectFrom('act_arrival')
    .selectAll()
    .where('source', '=', source)
    .where('source_id', '=', of)
    .where('part', '=', part)
    .where('state', '<>', 'ended')
    .forUpdate()
    .executeTakeFirst();
}

/** @returns the act; null where something is missing, or where it may stand already */
async function countAtOnce(tx: Tx, id: string, arrival: Arrival): Promise<string | null> {
  const { source, day, unitId, topics, duties = [], page } = arrival;
  if (unitId === null || topics.length === 0) return null;
  const twin = await findTwinOf(tx, { source, day, unitId, title: page.title });
  return twin ? null : recordArrived(tx, { ...arrival, id, unitId, duties });
}
