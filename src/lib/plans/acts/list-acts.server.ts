// Acts as lists show them: filtered by what a cell, a unit or a duty opens into, one page at a time.
import { sql, type ExpressionBuilder } from 'kysely';
import type { Database, Tx } from '#lib/platform/index.server.ts';
import { monthEnd, monthStart, toInstant, toMonthKey } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import type { Quantities } from './kinds.ts';

export interface ActFilter {
  readonly topicId?: string;
  readonly channel?: string;
  readonly kind?: string;
  /** YYYY-MM */
  readonly month?: string;
  /** First and last month, YYYY-MM. */
  readonly from?: string;
  readonly to?: string;
  readonly unitId?: string;
  readonly dutyId?: string;
  /** Only acts held in this village. */
  readonly villageId?: string;
  /** Only acts that serve a topic or duty of this plan. */
  readonly planId?: string;
  /** Only acts that something proves, or that nothing proves yet. */
  readonly evidence?: 'some' | 'none';
  readonly publicOnly?: boolean;
  /** Withdrawn acts instead of those that stand. */
  readonly withdrawn?: boolean;
  readonly ids?: readonly string[];
}

export interface ActSummary {
  readonly id: string;
  readonly slug: string;
  readonly kind: string;
  readonly channel: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly quantities: Quantities;
  readonly isPublic: boolean;
  readonly topics: readonly { id: string; number: string | null; label: string }[];
  /** Pieces of evidence that stand. */
  readonly evidence: number;
  /** When it was first recorded, and with that made public where it is; ISO UTC. */
  readonly recordedAt: string;
}

export interface ActList {
  readonly total: number;
  readonly acts: readonly ActSummary[];
}

/** Acts newest first. @throws LoaError `access.*` */
export async function listActs(
  tx: Tx,
  filter: ActFilter = {},
  page: { readonly size: number; readonly start: number } = { size: 50, start: 0 },
): Promise<ActList> {
  requireCan(tx.actor, 'act.see', {});
  return readActs(tx, filter, page);
}

/** The newest of them where nobody asks how many there are. @throws LoaError `access.*` */
export async function listNewestActs(
  tx: Tx,
  filter: Omit<ActFilter, 'ids'>,
  size: number,
): Promise<ActSummary[]> {
  requireCan(tx.actor, 'act.see', {});
  return readPage(tx, filter, { size, start: 0 });
}

/** Public acts, for pages everyone sees. */
export async function listPublicActs(
  tx: Tx,
  filter: Omit<ActFilter, 'publicOnly' | 'withdrawn'> = {},
  page: { readonly size: number; readonly start: number } = { size: 20, start: 0 },
): Promise<ActList> {
  return readActs(tx, { ...filter, publicOnly: true }, page);
}

async function readActs(
  tx: Tx,
  filter: ActFilter,
  page: { readonly size: number; readonly start: number },
): Promise<ActList> {
  if (filter.ids?.length === 0) return { total: 0, acts: [] };
  const counted = await selectMatching(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { total: counted.total, acts: await readPage(tx, filter, page) };
}

async function readPage(
  tx: Tx,
  filter: ActFilter,
  page: { readonly size: number; readonly start: number },
): Promise<ActSummary[]> {
  // Which acts they are is told by an index alone; only those shown are read whole.
  const shown = selectMatching(tx, filter)
    .select(['act.commune_id', 'act.id'])
    .orderBy('act.happened_on', 'desc')
    .orderBy('act.id', 'desc')
    .limit(page.size)
    .offset(page.start)
    .as('shown');
  const rows = await tx.db
    .selectFrom(shown)
    .innerJoin('act', (join) =>
      join.onRef('act.commune_id', '=', 'shown.commune_id').onRef('act.id', '=', 'shown.id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.commune_id', '=', 'act.commune_id').onRef('unit.id', '=', 'act.unit_id'),
    )
    .selectAll('act')
    .select('unit.name as unit_name')
    .select(sql<number>`(${standingEvidence(tx)})`.as('evidence'))
    .orderBy('act.happened_on', 'desc')
    .orderBy('act.id', 'desc')
    .execute();
  const topics = await readTopics(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    channel: row.channel,
    day: row.happened_on,
    title: row.title,
    summary: row.summary,
    place: row.place,
    unitId: row.unit_id,
    unitName: row.unit_name,
    quantities: quantitiesOfRow(row),
    isPublic: row.is_public,
    topics: topics.get(row.id) ?? [],
    evidence: row.evidence,
    recordedAt: toInstant(row.recorded_at),
  }));
}

function selectMatching(tx: Tx, filter: ActFilter) {
  let query = tx.db
    .selectFrom('act')
    .where('act.withdrawn_at', filter.withdrawn ? 'is not' : 'is', null);
  if (filter.ids) query = query.where('act.id', 'in', [...filter.ids]);
  if (filter.channel) query = query.where('act.channel', '=', filter.channel);
  if (filter.kind) query = query.where('act.kind', '=', filter.kind);
  if (filter.unitId) query = query.where('act.unit_id', '=', filter.unitId);
  if (filter.villageId) query = query.where('act.village_id', '=', filter.villageId);
  if (filter.publicOnly) query = query.where('act.is_public', '=', true);
  if (filter.from) {
    query = query.where('act.happened_on', '>=', monthStart(toMonthKey(filter.from)));
  }
  if (filter.to) query = query.where('act.happened_on', '<=', monthEnd(toMonthKey(filter.to)));
  if (filter.month) {
    const month = toMonthKey(filter.month);
    query = query
      .where('act.happened_on', '>=', monthStart(month))
      .where('act.happened_on', '<=', monthEnd(month));
  }
  const { topicId, dutyId, planId } = filter;
  if (topicId) {
    query = query.where('act.id', 'in', (eb) =>
      eb.selectFrom('act_topic').select('act_id').where('topic_id', '=', topicId),
    );
  }
  if (dutyId) {
    query = query.where('act.id', 'in', (eb) =>
      eb.selectFrom('act_duty').select('act_id').where('duty_id', '=', dutyId),
    );
  }
  if (planId) query = query.where((eb) => eb.or(servesPlan(eb, planId)));
  if (filter.evidence) {
    const isAmong = sql.raw(filter.evidence === 'some' ? 'IN' : 'NOT IN');
    // Not tied to each act: the evidence is read once for the whole list.
    query = query.where(
      sql<boolean>`(act.commune_id, act.id) ${isAmong} (
        SELECT evidence.commune_id, evidence.act_id FROM evidence
         WHERE evidence.removed_at IS NULL)`,
    );
  }
  return query;
}

function servesPlan(eb: ExpressionBuilder<Database, 'act'>, planId: string) {
  return [
    eb(
      'act.id',
      'in',
      eb
        .selectFrom('act_topic')
        .innerJoin('plan_topic', (join) =>
          join
            .onRef('plan_topic.commune_id', '=', 'act_topic.commune_id')
            .onRef('plan_topic.id', '=', 'act_topic.topic_id'),
        )
        .select('act_topic.act_id')
        .where('plan_topic.plan_id', '=', planId),
    ),
    eb(
      'act.id',
      'in',
      eb
        .selectFrom('act_duty')
        .innerJoin('duty', (join) =>
          join
            .onRef('duty.commune_id', '=', 'act_duty.commune_id')
            .onRef('duty.id', '=', 'act_duty.duty_id'),
        )
        .select('act_duty.act_id')
        .where('duty.plan_id', '=', planId),
    ),
  ];
}

function standingEvidence(tx: Tx) {
  return tx.db
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .whereRef('evidence.commune_id', '=', 'act.commune_id' as never)
    .whereRef('evidence.act_id', '=', 'act.id' as never)
    .where('evidence.removed_at', 'is', null);
}

/** Topics of acts, in the order of their plans. */
export async function readTopics(
  tx: Tx,
  actIds: readonly string[],
): Promise<Map<string, { id: string; number: string | null; label: string }[]>> {
  const topics = new Map<string, { id: string; number: string | null; label: string }[]>();
  if (actIds.length === 0) return topics;
  const rows = await tx.db
    .selectFrom('act_topic')
    .innerJoin('plan_topic', (join) =>
      join
        .onRef('plan_topic.commune_id', '=', 'act_topic.commune_id')
        .onRef('plan_topic.id', '=', 'act_topic.topic_id'),
    )
    .select(['act_topic.act_id', 'plan_topic.id', 'plan_topic.number', 'plan_topic.label'])
    .where('act_topic.act_id', 'in', [...actIds])
    .orderBy('plan_topic.plan_id')
    .orderBy('plan_topic.position')
    .execute();
  for (const { act_id, ...topic } of rows) {
    topics.set(act_id, [...(topics.get(act_id) ?? []), topic]);
  }
  return topics;
}

/** Reported amounts of a row; what was not reported is left out. */
export function quantitiesOfRow(row: {
  items: number | null;
  airings: number | null;
  minutes: number | null;
  people: number | null;
  copies: number | null;
}): Quantities {
  const { items, airings, minutes, people, copies } = row;
  const all = Object.entries({ items, airings, minutes, people, copies });
  return Object.fromEntries(all.filter(([, amount]) => amount !== null)) as Quantities;
}
