// Boards as everybody may know them: where they hang, what hangs there, and whether it still holds.
import type { Tx } from '#lib/platform/index.server.ts';
import { listProcedures } from '../versions/register.server.ts';
import { readPrintedTelephones, readSheets } from './boards.server.ts';
import { sheetState } from './board-state.ts';

export interface PublicBoard {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** What hangs there, by title. */
  readonly sheets: readonly {
    readonly code: string;
    readonly title: string;
    /** Still says what holds; one that doesn't waits to be changed. */
    readonly holds: boolean;
  }[];
}

/** Boards in use, in the order they were opened. A sheet of an abolished procedure has no page to lead to. */
export async function listPublicBoards(tx: Tx): Promise<PublicBoard[]> {
  const boards = await tx.db
    .selectFrom('board')
    .select(['id', 'name', 'place'])
    .where('ended_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  if (boards.length === 0) return [];
  const sheets = (await readSheets(tx)).filter(({ postedAt }) => postedAt !== null);
  const holdings = new Map((await listProcedures(tx)).map((one) => [one.code, one]));
  const telephoneOf = await readPrintedTelephones(tx);
  return boards.map((board) => ({
    ...board,
    sheets: sheets
      .flatMap((sheet) => {
        const holding = holdings.get(sheet.code);
        if (sheet.boardId !== board.id || !holding) return [];
        const { code, title } = holding;
        return [
          { code, title, holds: sheetState(sheet, holding, telephoneOf(code)) === 'current' },
        ];
      })
      .toSorted((one, other) => one.title.localeCompare(other.title, 'vi')),
  }));
}
