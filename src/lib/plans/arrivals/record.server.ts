// The act of an arrival: recorded with what it brings along, or looked for where somebody wrote it by hand.
import type { Tx } from '#lib/platform/index.server.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { settleContent } from '../acts/content.server.ts';
import { attachOwnPage, attachOwnPhotographs } from '../acts/own-evidence.server.ts';
import { findTwin, storeAct } from '../acts/record-act.server.ts';
import type { ActContent } from '../acts/record-act.ts';
import type { Arrival } from './arrivals.ts';
import { traitsOf, type ArrivalSource } from './sources.ts';

/** What a person or the room said, so that an act can be made of it. */
export interface KnownArrival extends Omit<Arrival, 'of' | 'part' | 'unitId'> {
  readonly id: string;
  readonly unitId: string;
  readonly duties: readonly string[];
}

/** Records the act of an arrival. @throws LoaError `act.*` where a topic, duty or unit can't be meant */
export async function recordArrived(tx: Tx, arrival: KnownArrival): Promise<string> {
  const answers = { personalData: 'confirm', outsidePlan: true, lateForPeriod: true } as const;
  const content = await settleContent(tx, contentOf(arrival), answers);
  const { id } = await storeAct(tx, arrival.id, content);
  await proveAct(tx, id, arrival);
  return id;
}

/** Gives an act what the arrival brings along as evidence, and remembers that it is its act. */
export async function proveAct(
  tx: Tx,
  actId: string,
  arrival: Pick<KnownArrival, 'id' | 'page' | 'photographs'>,
): Promise<void> {
  await attachOwnPage(tx, actId, arrival.page);
  await attachOwnPhotographs(tx, actId, arrival.photographs ?? []);
  await tx.db
    .updateTable('act_arrival')
    .set({ act_id: actId })
    .where('id', '=', arrival.id)
    .execute();
}

/** Looks for what may be the same thing, written down by hand. */
export function findTwinOf(
  tx: Tx,
  arrival: { source: ArrivalSource; day: string; unitId: string; title: string },
) {
  const { day, unitId, title } = arrival;
  const traits = { ...traitsOf(arrival.source), day, unitId, title, villageId: null };
  return findTwin(tx, traits, { byHand: true });
}

function contentOf(arrival: KnownArrival): ActContent {
  return {
    ...traitsOf(arrival.source),
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
    quantities: { ...arrival.quantities },
    // Its page is the thing's own; a second one would say the same.
    isPublic: false,
  };
}
