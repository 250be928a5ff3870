// Where a number of the office is in use: what has to be made anew when it changes.
import { listHotlines, type Tx } from '#lib/platform/index.server.ts';
import { readCurrentGuides } from '../guide/read-guides.server.ts';
import { requireCan } from '../permissions.ts';
import { readSheets } from './boards.server.ts';

export interface HotlineUse {
  /** Sheets printed or hung that carry the number; once it changes they are stale. */
  readonly sheets: number;
  /** Procedures whose guide names the hotline; they follow by themselves. */
  readonly guides: readonly string[];
}

/** Uses by the hotline's id. */
export async function readHotlineUses(tx: Tx): Promise<Map<string, HotlineUse>> {
  requireCan(tx.actor, 'board.see', {});
  const hotlines = await listHotlines(tx);
  const sheets = await readSheets(tx);
  const guides = await readCurrentGuides(tx);
  return new Map(
    hotlines.map(({ id, number }) => [
      id,
      {
        sheets: sheets.filter(({ telephone }) => telephone === number).length,
        guides: [...guides].flatMap(([code, { hotline }]) => (hotline === id ? [code] : [])),
      },
    ]),
  );
}
