// Arrivals that wait for a person, each with what may be meant.
import { listUnitLinks, type Tx } from '#lib/platform/index.server.ts';
import { isId, platformError, predecessorsOf, successorsOf } from '#lib/platform/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { getEntryForm, type EntryForm } from '../acts/entry-form.server.ts';
import { readStandingActs } from '../coverage/standing-acts.server.ts';
import { listDutiesInTime } from '../occurrences/read-occurrences.server.ts';
import { can, requireCan } from '../permissions.ts';
import { arrivalError } from './errors.ts';
import { suggestDuty, suggestTopics, type DutyClue } from './suggest.ts';
import { findTwinOf } from './record.server.ts';
import { sourceOf, traitsOf, type ArrivalSource } from './sources.ts';

export interface WaitingArrival {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** Its page: on the portal, or at the desk where everybody reads it elsewhere, as on a board. */
  readonly url: string;
  readonly isOnPortal: boolean;
  readonly kind: string;
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** The act it is already; null while nothing counts. */
  readonly actId: string | null;
  /** What was chosen where it was made; where nothing was, what its words are like. */
  readonly topics: readonly string[];
  readonly topicsChosen: boolean;
  /** Duties of its unit, the one proposed among them. */
  readonly duties: readonly { readonly id: string; readonly text: string }[];
  readonly suggestion: { readonly duty: string; readonly why: readonly DutyClue[] } | null;
  readonly twin: { readonly id: string; readonly title: string } | null;
  readonly maySettle: boolean;
}

const MOST = 100;

/** What waits, the newest first. @throws LoaError `access.*` */
export async function listArrivals(tx: Tx): Promise<WaitingArrival[]> {
  requireCan(tx.actor, 'act.see', {});
  const rows = await selectNamed(tx)
    .where('act_arrival.state', '=', 'waiting')
    .orderBy('act_arrival.happened_on', 'desc')
    .orderBy('act_arrival.id')
    .limit(MOST)
    .execute();
  if (rows.length === 0) return [];
  const office = await readOffice(tx);
  const views: WaitingArrival[] = [];
  for (const row of rows) views.push(await viewOf(tx, row, office));
  return views;
}

/**
 * One that waits, as if `unitId` had done it where the room named no unit.
 * @throws LoaError `access.*`, `record.not-found`, `arrival.settled-already`
 */
export async function getArrival(
  tx: Tx,
  id: string,
  unitId?: string,
): Promise<{ readonly arrival: WaitingArrival; readonly entry: EntryForm }> {
  requireCan(tx.actor, 'act.see', {});
  const row = isId(id)
    ? await selectNamed(tx).where('act_arrival.id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw platformError('record.not-found', { what: 'việc này' });
  if (row.state !== 'waiting') throw arrivalError('arrival.settled-already');
  const office = await readOffice(tx);
  const unit = office.entry.units.find((one) => one.id === unitId);
  const done = row.unit_id === null && unit ? { unit_id: unit.id, unit_name: unit.name } : {};
  return { arrival: await viewOf(tx, { ...row, ...done }, office), entry: office.entry };
}

/** What proposals are made from. */
async function readOffice(tx: Tx) {
  return {
    entry: await getEntryForm(tx),
    links: await listUnitLinks(tx),
    duties: await listDutiesInTime(tx),
    acts: await readStandingActs(tx),
  };
}

type Row = Awaited<ReturnType<ReturnType<typeof selectNamed>['executeTakeFirstOrThrow']>>;

async function viewOf(
  tx: Tx,
  row: Row,
  { entry, links, duties, acts }: Awaited<ReturnType<typeof readOffice>>,
): Promise<WaitingArrival> {
  const { id, title, summary, happened_on: day, url, act_id: actId, unit_id: unitId } = row;
  const source = row.source as ArrivalSource;
  const { kind, channel } = traitsOf(source);
  const line = unitId === null ? [] : [unitId, ...predecessorsOf(links, unitId)];
  const own = duties
    .filter(({ about }) => line.includes(about.unit) && about.period.from <= day)
    .map(({ about, occurrences }) => ({ id: about.id, text: about.text, occurrences }));
  const words = `${title}. ${summary}`;
  const done = { kind, channel, day: toPlainDate(day), topics: row.topics, words };
  const before = acts.filter(({ unit }) => line.includes(unit));
  const sought = actId === null && unitId !== null;
  const twin = sought ? await findTwinOf(tx, { source, day, unitId, title }) : undefined;
  const successorIds = unitId === null ? [] : successorsOf(links, unitId);
  return {
    ...{ id, title, summary, day, url, kind, actId },
    isOnPortal: sourceOf(source).isPublic,
    unit: unitId === null ? null : { id: unitId, name: row.unit_name ?? '' },
    topics: row.topics.length > 0 ? row.topics : suggestTopics(done, topicsOf(entry), before),
    topicsChosen: row.topics.length > 0,
    duties: own.map(({ id: dutyId, text }) => ({ id: dutyId, text })),
    suggestion: suggestDuty(done, own, before) ?? null,
    twin: twin ? { id: twin.id, title: twin.title } : null,
    maySettle:
      unitId === null
        ? entry.units.length > 0
        : can(tx.actor, 'act.correct', { unitId, successorIds }),
  };
}

function topicsOf(entry: EntryForm) {
  return entry.plans.flatMap((plan) => plan.topics.map(({ id, label }) => ({ id, words: label })));
}

/** How many wait, of these units or of the whole office. */
export async function countArrivals(tx: Tx, unitIds?: readonly string[]): Promise<number> {
  requireCan(tx.actor, 'act.see', {});
  if (unitIds?.length === 0) return 0;
  let query = tx.db
    .selectFrom('act_arrival')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('state', '=', 'waiting');
  if (unitIds) query = query.where('unit_id', 'in', [...unitIds]);
  return (await query.executeTakeFirstOrThrow()).waiting;
}

/** What an act came from, where it came by itself. */
export async function findArrivalOf(
  tx: Tx,
  actId: string,
): Promise<{ readonly url: string; readonly waits: boolean; readonly said: string } | undefined> {
  requireCan(tx.actor, 'act.see', {});
  const row = await tx.db
    .selectFrom('act_arrival')
    .select(['url', 'state', 'source'])
    .where('act_id', '=', actId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { said } = sourceOf(row.source as ArrivalSource);
  return { url: row.url, waits: row.state === 'waiting', said };
}

function selectNamed(tx: Tx) {
  return tx.db
    .selectFrom('act_arrival')
    .leftJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'act_arrival.commune_id')
        .onRef('unit.id', '=', 'act_arrival.unit_id'),
    )
    .selectAll('act_arrival')
    .select('unit.name as unit_name');
}
