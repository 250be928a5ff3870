// The days on which something was done at a board, for its minutes.
import type { Tx } from '#lib/platform/index.server.ts';
import { isPlainDate, vietnamDate } from '#lib/vietnam/index.ts';
import { procedureError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import type { PostedLine, PostingDay } from './minutes.ts';

interface DoneLine extends PostedLine {
  readonly postedOn: string | null;
  readonly removedOn: string | null;
}

export interface DoneDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly posted: number;
  readonly removed: number;
}

/** Days with sheets hung or taken down, the latest first. */
export async function listPostingDays(tx: Tx, boardId: string): Promise<DoneDay[]> {
  requireCan(tx.actor, 'board.see', {});
  const lines = await readLines(tx, boardId);
  const days = new Set(
    lines.flatMap(({ postedOn, removedOn }) => [postedOn ?? [], removedOn ?? []].flat()),
  );
  return [...days]
    .toSorted((one, other) => (one < other ? 1 : -1))
    .map((day) => ({
      day,
      posted: lines.filter(({ postedOn }) => postedOn === day).length,
      removed: lines.filter(({ removedOn }) => removedOn === day).length,
    }));
}

/** @throws LoaError `board.unknown`, `board.nothing-done` */
export async function readPostingDay(tx: Tx, boardId: string, day: string): Promise<PostingDay> {
  const posting = await findPostingDay(tx, boardId, day);
  if (!posting) throw procedureError('board.nothing-done');
  return posting;
}

/** Nothing where nothing was hung or taken down that day. @throws LoaError `board.unknown` */
export async function findPostingDay(
  tx: Tx,
  boardId: string,
  day: string,
): Promise<PostingDay | undefined> {
  requireCan(tx.actor, 'board.see', {});
  const board = await tx.db
    .selectFrom('board')
    .select(['name', 'place'])
    .where('id', '=', boardId)
    .executeTakeFirst();
  if (!board) throw procedureError('board.unknown');
  const lines = await readLines(tx, boardId);
  const posted = lines.filter(({ postedOn }) => postedOn === day);
  const removed = lines.filter(({ removedOn }) => removedOn === day);
  if (!isPlainDate(day) || posted.length + removed.length === 0) return undefined;
  return { board: board.name, place: board.place, day, posted, removed };
}

/** Digests of the photographs of what was hung that day, each once. */
export async function readPhotographs(tx: Tx, boardId: string, day: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('board_sheet')
    .select(['posted_at', 'photo_sha256'])
    .where('board_id', '=', boardId)
    .where('posted_at', 'is not', null)
    .where('photo_sha256', 'is not', null)
    .orderBy('posted_at')
    .orderBy('id')
    .execute();
  const taken = rows.filter(({ posted_at }) => posted_at && vietnamDate(posted_at) === day);
  return [...new Set(taken.flatMap(({ photo_sha256 }) => photo_sha256 ?? []))];
}

/** Sheets of the board that hung at some time. */
async function readLines(tx: Tx, boardId: string): Promise<DoneLine[]> {
  const rows = await tx.db
    .selectFrom('board_sheet as sheet')
    .innerJoin('procedure_version as version', (join) =>
      join
        .onRef('version.commune_id', '=', 'sheet.commune_id')
        .onRef('version.code', '=', 'sheet.code')
        .onRef('version.number', '=', 'sheet.version'),
    )
    .select(['sheet.short_code', 'sheet.posted_at', 'sheet.removed_at', 'sheet.photo_sha256'])
    .select(['version.title', 'version.code', 'version.decision', 'version.effective_from'])
    .where('sheet.board_id', '=', boardId)
    .where('sheet.posted_at', 'is not', null)
    .orderBy('version.title')
    .orderBy('sheet.id')
    .execute();
  return rows.map((row) => ({
    shortCode: row.short_code,
    title: row.title,
    code: row.code,
    decision: row.decision,
    effectiveFrom: row.effective_from,
    hasPhoto: row.photo_sha256 !== null,
    postedOn: row.posted_at && vietnamDate(row.posted_at),
    removedOn: row.removed_at && vietnamDate(row.removed_at),
  }));
}
