// Acts that come from other rooms by themselves: an article was published, an article was wrong. They count
// at once where the room named topics and a unit; what they serve a person confirms later.
import { newId, type Tx } from '#lib/platform/index.server.ts';
import { accountOf } from '#lib/platform/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { settleContent } from '../acts/content.server.ts';
import { attachOwnPage, type OwnPage } from '../acts/evidence.server.ts';
import { findTwin, storeAct, takeBackAct } from '../acts/record-act.server.ts';
import type { ActContent } from '../acts/record-act.ts';
import type { ArrivalData } from '../events.ts';

export interface Arrival {
  readonly source: 'article';
  /** Id of the thing in its room. */
  readonly of: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly unitId: string | null;
  /** Topics of plans that were chosen in the room. */
  readonly topics: readonly string[];
  readonly page: OwnPage;
}

/** What each source is as an act. */
const KINDS = { article: { kind: 'article', channel: 'portal' } } as const;

/**
 * Takes what another room made public. A later edition of the same thing is no new act; it only completes
 * what was still missing. Whoever calls has asked for the permission to make it public.
 */
export async function takeArrival(tx: Tx, arrival: Arrival): Promise<void> {
  const before = await tx.db
    .selectFrom('act_arrival')
    .select(['id', 'act_id', 'state', 'happened_on'])
    .where('source', '=', arrival.source)
    .where('source_id', '=', arrival.of)
    .where('state', '<>', 'ended')
    .forUpdate()
    .executeTakeFirst();
  if (before && (before.state !== 'waiting' || before.act_id !== null)) return;
  // It was done when it was first public, whichever edition told what it serves.
  const day = before?.happened_on ?? arrival.day;
  const { unitId, topics } = await knownOf(tx, arrival, day);
  const id = before?.id ?? newId();
  const { title, summary, url, sha256 } = arrival.page;
  const columns = { unit_id: unitId, title, summary, topics, url, words_sha256: sha256 };
  if (before) await tx.db.updateTable('act_arrival').set(columns).where('id', '=', id).execute();
  else {
    const key = { commune_id: tx.communeId, id, source: arrival.source, source_id: arrival.of };
    await tx.db
      .insertInto('act_arrival')
      .values({ ...key, ...columns, happened_on: day, state: 'waiting', arrived_at: tx.now })
      .execute();
  }
  const act = await countAtOnce(tx, id, { ...arrival, day, unitId, topics });
  if (before && act === null) return;
  const data: ArrivalData = { source: arrival.source, of: arrival.of, act };
  tx.record({ kind: 'arrival.came', subject: { type: 'arrival', id }, data: { ...data } });
}

/** The thing was wrong and is gone: the act it became is withdrawn for the same reason. */
export async function endArrival(
  tx: Tx,
  thing: Pick<Arrival, 'source' | 'of'> & { readonly reason: string },
): Promise<void> {
  const arrival = await tx.db
    .updateTable('act_arrival')
    .set({ state: 'ended', settled_by: accountOf(tx.actor), settled_at: tx.now })
    .where('source', '=', thing.source)
    .where('source_id', '=', thing.of)
    .where('state', '<>', 'ended')
    .returning(['id', 'act_id'])
    .executeTakeFirst();
  if (!arrival) return;
  tx.record({ kind: 'arrival.ended', subject: { type: 'arrival', id: arrival.id } });
  if (arrival.act_id === null) return;
  const act = await tx.db
    .selectFrom('act')
    .select('withdrawn_at')
    .where('id', '=', arrival.act_id)
    .executeTakeFirstOrThrow();
  if (act.withdrawn_at === null) await takeBackAct(tx, arrival.act_id, thing.reason);
}

/** Records the act of an arrival. @throws LoaError `act.*` where a topic, duty or unit can't be meant */
export async function recordArrived(
  tx: Tx,
  arrival: Omit<Arrival, 'of' | 'unitId'> & {
    readonly id: string;
    readonly unitId: string;
    readonly duties: readonly string[];
  },
): Promise<string> {
  const answers = { personalData: 'confirm', outsidePlan: true, lateForPeriod: true } as const;
  const content = await settleContent(tx, contentOf(arrival), answers);
  const { id } = await storeAct(tx, arrival.id, content);
  await attachOwnPage(tx, id, arrival.page);
  await tieAct(tx, arrival.id, id);
  return id;
}

export async function tieAct(tx: Tx, arrivalId: string, actId: string): Promise<void> {
  await tx.db
    .updateTable('act_arrival')
    .set({ act_id: actId })
    .where('id', '=', arrivalId)
    .execute();
}

/** Looks for what may be the same thing, written down by hand. */
export function findTwinOf(
  tx: Tx,
  arrival: { source: Arrival['source']; day: string; unitId: string; title: string },
) {
  const { day, unitId, title } = arrival;
  const traits = { ...KINDS[arrival.source], day, unitId, title, villageId: null };
  return findTwin(tx, traits, { byHand: true });
}

export function kindOf(source: Arrival['source']): { kind: string; channel: string } {
  return KINDS[source];
}

/** @returns the act; null where something is missing, or where it may stand already */
async function countAtOnce(
  tx: Tx,
  id: string,
  arrival: Arrival & { readonly topics: readonly string[] },
): Promise<string | null> {
  const { source, day, unitId, page } = arrival;
  if (unitId === null || arrival.topics.length === 0) return null;
  const twin = await findTwinOf(tx, { source, day, unitId, title: page.title });
  return twin ? null : recordArrived(tx, { ...arrival, id, unitId, duties: [] });
}

function contentOf(
  arrival: Omit<Arrival, 'of' | 'unitId'> & {
    readonly unitId: string;
    readonly duties: readonly string[];
  },
): ActContent {
  return {
    ...KINDS[arrival.source],
    day: toPlainDate(arrival.day),
    unitId: arrival.unitId,
    title: arrival.page.title,
    summary: arrival.page.summary,
    body: '',
    audience: [],
    place: '',
    villageId: null,
    topics: [...arrival.topics].sort(),
    duties: [...arrival.duties].sort(),
    quantities: {},
    // Its page is the thing's own; a second one would say the same.
    isPublic: false,
  };
}

/** Of what the room named, that which still stands: a plan may have been withdrawn meanwhile. */
async function knownOf(
  tx: Tx,
  { unitId, topics }: Arrival,
  day: string,
): Promise<{ unitId: string | null; topics: string[] }> {
  const unit =
    unitId === null
      ? undefined
      : await tx.db
          .selectFrom('unit')
          .select('id')
          .where('id', '=', unitId)
          .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
          .executeTakeFirst();
  if (topics.length === 0) return { unitId: unit?.id ?? null, topics: [] };
  const known = await tx.db
    .selectFrom('plan_topic')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.commune_id', '=', 'plan_topic.commune_id')
        .onRef('plan.id', '=', 'plan_topic.plan_id'),
    )
    .select('plan_topic.id')
    .where('plan_topic.id', 'in', [...topics])
    .where('plan.status', '=', 'confirmed')
    .orderBy('plan_topic.id')
    .execute();
  return { unitId: unit?.id ?? null, topics: known.map(({ id }) => id) };
}
