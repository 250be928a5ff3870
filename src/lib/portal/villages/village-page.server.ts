// What concerns one village: what is held there, who answers for it, what hangs on its boards, news that
// names it. Put together from the rooms, so that nobody has to write it twice.
import { listArticlesHolding } from '#lib/newsroom/index.server.ts';
import {
  listVillages,
  type EditionSummary,
  type Tx,
  type Village,
} from '#lib/platform/index.server.ts';
import { listVillageHeads, listPublicActs, type ActSummary } from '#lib/plans/index.server.ts';
import { listPublicBoards, type PublicBoard } from '#lib/procedures/index.server.ts';
import { namesPlace } from '#lib/vietnam/index.ts';

const MOST_ACTS = 6;
const MOST_NEWS = 6;
/** A small page: of a full board the first so many sheets, and how many more. */
const MOST_SHEETS = 8;

export interface VillagePage {
  /** Positions, never people. */
  readonly heads: readonly string[];
  readonly news: readonly EditionSummary[];
  /** Meetings and other acts held there, newest first. */
  readonly acts: readonly ActSummary[];
  readonly boards: readonly (PublicBoard & { readonly more: number })[];
}

/** @param village that goes on or has ended; what it had stays readable */
export async function readVillagePage(tx: Tx, village: Village): Promise<VillagePage> {
  const { acts } = await listPublicActs(
    tx,
    { villageId: village.id },
    { size: MOST_ACTS, start: 0 },
  );
  const names = (await listVillages(tx)).map(({ name }) => name);
  const news = (await listArticlesHolding(tx, village.name))
    .filter(({ text }) => namesPlace(text, village.name, names))
    .slice(0, MOST_NEWS)
    .map(({ edition }) => edition);
  const boards = (await listPublicBoards(tx))
    .filter(({ name, place }) => namesPlace(`${name} ${place}`, village.name, names))
    .map((board) => ({
      ...board,
      sheets: board.sheets.slice(0, MOST_SHEETS),
      more: Math.max(0, board.sheets.length - MOST_SHEETS),
    }));
  return { heads: await listVillageHeads(tx, village.id), news, acts, boards };
}
