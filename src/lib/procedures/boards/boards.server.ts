// Boards and the sheets on them: opened, printed for, hung with a photograph as proof, taken down. Each
// step is an event; what is stale is found by the fold, never marked.
import { accountOf } from '#lib/platform/index.ts';
import { randomInt } from 'node:crypto';
import {
  listHotlines,
  newId,
  registerFile,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import { vietnamDate } from '#lib/vietnam/index.ts';
import { readPublicationRule } from '../deadlines/publication.server.ts';
import { procedureError } from '../errors.ts';
import { readCurrentGuides } from '../guide/read-guides.server.ts';
import type { SheetUnpostedData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { getProcedure, listProcedures, type PublicProcedure } from '../versions/register.server.ts';
import type { BoardForm } from './board-form.ts';
import {
  boardItems,
  isToPrint,
  sheetState,
  type Board,
  type BoardItem,
  type Sheet,
  type SheetState,
} from './board-state.ts';
import { periodOf, phaseOn, type PostingPeriod } from './posting-period.ts';
import { readPostingPeriods } from './posting-periods.server.ts';
import { makeSheetCode, readSheetCode } from './sheet-code.ts';

/** Opens a board. @returns its id; @throws LoaError `access.denied` */
export async function openBoard(tx: Tx, form: BoardForm): Promise<string> {
  requireCan(tx.actor, 'board.manage', {});
  const id = newId();
  await tx.db
    .insertInto('board')
    .values({
      commune_id: tx.communeId,
      id,
      name: form.ten,
      place: form.noi,
      fields: JSON.stringify(form['linh-vuc']),
      opened_at: tx.now,
    })
    .execute();
  tx.record({ kind: 'board.opened', subject: { type: 'board', id }, data: {} });
  return id;
}

/** Gives a board up; its sheets count as taken down. @throws LoaError `board.unknown` */
export async function endBoard(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'board.manage', {});
  const done = await tx.db
    .updateTable('board')
    .set({ ended_at: tx.now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw procedureError('board.unknown');
  await tx.db
    .updateTable('board_sheet')
    .set({ removed_at: tx.now, removed_by: accountOf(tx.actor) })
    .where('board_id', '=', id)
    .where('removed_at', 'is', null)
    .execute();
  tx.record({ kind: 'board.ended', subject: { type: 'board', id }, data: {} });
}

/** An item with the days it hangs for: posting is part of making public and has the same term. */
export interface DatedItem extends BoardItem {
  /** The day its words are in force from; null for an abolished procedure. */
  readonly from: string | null;
  /** The day other words take their place, where that is known already. */
  readonly until: string | null;
  /** The last day it must hang, where the commune set one. */
  readonly endsOn: string | null;
  /** The last day to hang it, while it doesn't hang as it should. */
  readonly due: string | null;
  /** How that day came about; empty where there is none. */
  readonly why: string;
  readonly isOverdue: boolean;
}

export interface BoardView {
  readonly board: Board;
  readonly items: readonly DatedItem[];
  /** When what must hang, where the commune set it. */
  readonly periods: readonly PostingPeriod[];
}

/** Every board in use with what hangs there, in the order they were opened. */
export async function listBoards(tx: Tx): Promise<BoardView[]> {
  requireCan(tx.actor, 'board.see', {});
  const boards = await tx.db
    .selectFrom('board')
    .select(['id', 'name', 'place', 'fields', 'opened_at'])
    .where('ended_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  const sheets = await readSheets(tx);
  const holdings = await listProcedures(tx);
  const telephoneOf = await readPrintedTelephones(tx);
  const byCode = new Map(holdings.map((one) => [one.code, one]));
  const until = await readNextDays(tx);
  const periodsOf = await readPostingPeriods(tx);
  const rule = await readPublicationRule(tx);
  return boards.map(({ id, name, place, fields, opened_at: openedAt }) => {
    const board = { id, name, place, fields: JSON.parse(fields) as string[] };
    const periods = periodsOf.get(id) ?? [];
    const phaseOf = (field: string) => phaseOn(periodOf(periods, field), tx.today);
    const items = boardItems(board, sheets, holdings, telephoneOf, phaseOf).map(
      (item): DatedItem => {
        const holding = byCode.get(item.code);
        const period = holding && periodOf(periods, holding.field);
        const { due, state, why } = rule({
          // A board that was hung up later, or is to carry it later, is behind with nothing from before.
          decidedOn: latest(
            holding && (holding.decidedOn ?? holding.effectiveFrom),
            holding && vietnamDate(openedAt),
            period?.startsOn,
          ),
          doneOn: null,
          ownDays: period?.withinDays ?? null,
        });
        const isWanting = item.state !== 'current' && item.reason !== 'ended';
        return {
          ...item,
          from: latest(holding?.effectiveFrom, period?.startsOn),
          until: until.get(item.code) ?? null,
          endsOn: period?.endsOn ?? null,
          due: isWanting ? due : null,
          why: isWanting && due !== null ? why : '',
          isOverdue: isWanting && state === 'overdue',
        };
      },
    );
    return { board, items, periods };
  });
}

/** The last of the days there are; null where there is none. */
function latest(...days: readonly (string | null | undefined)[]): string | null {
  return (
    days
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

/** When other words are known to take the place of what holds today, by code. */
async function readNextDays(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('procedure_version')
    .select((eb) => ['code', eb.fn.min('effective_from').as('day')])
    .where('effective_from', '>', tx.today)
    .where('undone_at', 'is', null)
    .groupBy('code')
    .execute();
  return new Map(rows.map(({ code, day }) => [code, day]));
}

/** @throws LoaError `board.unknown` */
export async function getBoard(tx: Tx, id: string): Promise<BoardView> {
  const found = (await listBoards(tx)).find(({ board }) => board.id === id);
  if (!found) throw procedureError('board.unknown');
  return found;
}

/**
 * Makes a sheet for everything that is missing or stale on a board and not printed yet.
 * @returns how many
 */
export async function printSheets(tx: Tx, boardId: string): Promise<number> {
  requireCan(tx.actor, 'board.manage', {});
  const { items } = await getBoard(tx, boardId);
  const telephoneOf = await readPrintedTelephones(tx);
  const holdings = new Map((await listProcedures(tx)).map((one) => [one.code, one]));
  const wanted = items.filter((item) => isToPrint(item) && holdings.has(item.code));
  if (wanted.length === 0) throw procedureError('board.nothing-to-print');
  await tx.db
    .insertInto('board_sheet')
    .values(
      wanted.flatMap(({ code }) => {
        const holding = holdings.get(code);
        return holding
          ? [
              {
                commune_id: tx.communeId,
                id: newId(),
                board_id: boardId,
                short_code: makeSheetCode(randomInt),
                code,
                version: holding.number,
                record_sha256: holding.recordSha256,
                telephone: telephoneOf(code),
                printed_at: tx.now,
              },
            ]
          : [];
      }),
    )
    .execute();
  tx.record({
    kind: 'sheet.printed',
    subject: { type: 'board', id: boardId },
    data: { sheets: wanted.length },
  });
  return wanted.length;
}

/**
 * Makes a sheet for everything that is missing or stale on any board, for one printing.
 * @returns how many
 * @throws LoaError `board.nothing-to-print`
 */
export async function printAllSheets(tx: Tx): Promise<number> {
  requireCan(tx.actor, 'board.manage', {});
  const wanting = (await listBoards(tx)).filter(({ items }) => items.some(isToPrint));
  if (wanting.length === 0) throw procedureError('board.nothing-to-print-anywhere');
  let made = 0;
  for (const { board } of wanting) made += await printSheets(tx, board.id);
  return made;
}

/**
 * Hangs a printed sheet; what hung there of the same procedure is taken down with it.
 * @param photo proof, where there is one
 * @throws LoaError `sheet.unknown`
 */
export async function postSheet(tx: Tx, sheetId: string, photo: StoredFile | null): Promise<void> {
  requireCan(tx.actor, 'board.post', {});
  if (photo) await registerFile(tx, photo);
  const posted = await tx.db
    .updateTable('board_sheet')
    .set({ posted_at: tx.now, posted_by: accountOf(tx.actor), photo_sha256: photo?.sha256 ?? null })
    .where('id', '=', sheetId)
    .where('posted_at', 'is', null)
    .where('removed_at', 'is', null)
    .returning(['board_id', 'code'])
    .executeTakeFirst();
  if (!posted) throw procedureError('sheet.settled');
  await tx.db
    .updateTable('board_sheet')
    .set({ removed_at: tx.now, removed_by: accountOf(tx.actor) })
    .where('board_id', '=', posted.board_id)
    .where('code', '=', posted.code)
    .where('id', '<>', sheetId)
    .where('removed_at', 'is', null)
    .execute();
  tx.record({
    kind: 'sheet.posted',
    subject: { type: 'sheet', id: sheetId },
    data: { board: posted.board_id, procedure: posted.code, photo: photo?.sha256 ?? null },
  });
}

/**
 * Says that a sheet doesn't hang and never did: it waits again, and what was taken down for it hangs again.
 * @throws LoaError `sheet.settled`
 */
export async function unpostSheet(tx: Tx, sheetId: string): Promise<void> {
  requireCan(tx.actor, 'board.post', {});
  const posted = await tx.db
    .selectFrom('board_sheet')
    .select(['board_id', 'code', 'posted_at'])
    .where('id', '=', sheetId)
    .where('posted_at', 'is not', null)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!posted) throw procedureError('sheet.settled');
  const { board_id: board, code: procedure } = posted;
  await tx.db
    .updateTable('board_sheet')
    .set({ removed_at: null, removed_by: null })
    .where('board_id', '=', board)
    .where('code', '=', procedure)
    // What was taken down in its favour has its instant.
    .where('removed_at', '=', (query) =>
      query.selectFrom('board_sheet as wrong').select('wrong.posted_at').where('id', '=', sheetId),
    )
    .execute();
  await tx.db
    .updateTable('board_sheet')
    .set({ posted_at: null, posted_by: null, photo_sha256: null })
    .where('id', '=', sheetId)
    .execute();
  tx.record({
    kind: 'sheet.unposted',
    subject: { type: 'sheet', id: sheetId },
    data: {
      ...{ board, procedure },
      day: vietnamDate(posted.posted_at ?? tx.now),
    } satisfies SheetUnpostedData,
  });
}

/** Takes a sheet down. @throws LoaError `sheet.settled` */
export async function removeSheet(tx: Tx, sheetId: string): Promise<void> {
  requireCan(tx.actor, 'board.post', {});
  const removed = await tx.db
    .updateTable('board_sheet')
    .set({ removed_at: tx.now, removed_by: accountOf(tx.actor) })
    .where('id', '=', sheetId)
    .where('removed_at', 'is', null)
    .returning(['board_id', 'code'])
    .executeTakeFirst();
  if (!removed) throw procedureError('sheet.settled');
  tx.record({
    kind: 'sheet.removed',
    subject: { type: 'sheet', id: sheetId },
    data: { board: removed.board_id, procedure: removed.code },
  });
}

export interface ScannedSheet {
  readonly sheet: Sheet;
  readonly state: SheetState;
  readonly procedure: PublicProcedure;
}

/**
 * What a scanned or typed code means. Public.
 * @throws LoaError `sheet.malformed`, `sheet.unknown`
 */
export async function findSheet(tx: Tx, given: string): Promise<ScannedSheet> {
  const shortCode = readSheetCode(given);
  if (shortCode === undefined)
    throw procedureError('sheet.malformed', { code: given.slice(0, 20) });
  const sheet = (await readSheets(tx, shortCode))[0];
  if (!sheet) throw procedureError('sheet.unknown', { code: shortCode });
  const holding = (await listProcedures(tx)).find(({ code }) => code === sheet.code);
  const telephoneOf = await readPrintedTelephones(tx);
  const state = sheetState(sheet, holding, telephoneOf(sheet.code));
  return { sheet, state, procedure: await getProcedure(tx, sheet.code) };
}

/** The number printed on the sheets of a procedure: that of its guide, else the first of the office's hotlines. */
export async function readPrintedTelephones(tx: Tx): Promise<(code: string) => string> {
  const hotlines = await listHotlines(tx);
  const guides = await readCurrentGuides(tx);
  const numbers = new Map(hotlines.map(({ id, number }) => [id, number]));
  const first = hotlines[0]?.number ?? '';
  return (code) => numbers.get(guides.get(code)?.hotline ?? '') ?? first;
}

/** Sheets that aren't taken down, or the one of a short code, whatever became of it. */
export async function readSheets(tx: Tx, shortCode?: string): Promise<Sheet[]> {
  let query = tx.db
    .selectFrom('board_sheet')
    .select([
      'id',
      'board_id',
      'short_code',
      'code',
      'version',
      'record_sha256',
      'telephone',
      'printed_at',
      'posted_at',
      'posted_by',
      'photo_sha256',
      'removed_at',
    ]);
  query =
    shortCode === undefined
      ? query.where('removed_at', 'is', null)
      : query.where('short_code', '=', shortCode);
  const rows = await query.orderBy('printed_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    boardId: row.board_id,
    shortCode: row.short_code,
    code: row.code,
    version: row.version,
    recordSha256: row.record_sha256,
    telephone: row.telephone,
    printedAt: new Date(row.printed_at).toISOString(),
    postedAt: row.posted_at && new Date(row.posted_at).toISOString(),
    postedBy: row.posted_by,
    photoSha256: row.photo_sha256,
    removedAt: row.removed_at && new Date(row.removed_at).toISOString(),
  }));
}
