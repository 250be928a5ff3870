// Periods of posting as rows: set for a board and a field, given up again.
import { sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { readLawfulDays } from '../deadlines/publication.server.ts';
import { procedureError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import { listProcedures } from '../versions/register.server.ts';
import type { PostingPeriod } from './posting-period.ts';

/** Periods by board. */
export async function readPostingPeriods(tx: Tx): Promise<Map<string, PostingPeriod[]>> {
  requireCan(tx.actor, 'board.see', {});
  const rows = await tx.db.selectFrom('board_period').selectAll().orderBy('field').execute();
  const periods = rows.map((row) => ({
    boardId: row.board_id,
    field: row.field,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    withinDays: row.within_days,
  }));
  return new Map(
    [...Map.groupBy(periods, ({ boardId }) => boardId)].map(([boardId, own]) => [
      boardId,
      own.map(({ boardId: _board, ...period }) => period),
    ]),
  );
}

/**
 * Sets the period of a field on a board, in place of the one before.
 * @throws LoaError `board.unknown`, `board.field-foreign`, `board.term-too-long`
 */
export async function setPostingPeriod(
  tx: Tx,
  boardId: string,
  period: PostingPeriod,
): Promise<void> {
  requireCan(tx.actor, 'board.manage', {});
  const board = await requireBoard(tx, boardId);
  if (period.field !== '' && !(await fieldsOf(tx, board.fields)).has(period.field)) {
    throw procedureError('board.field-foreign', { field: period.field }, 'linh-vuc');
  }
  const lawful = readLawfulDays(tx.today);
  if (period.withinDays !== null && lawful !== undefined && period.withinDays > lawful) {
    throw procedureError('board.term-too-long', { days: lawful }, 'so-ngay');
  }
  const values = {
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    within_days: period.withinDays,
  };
  await tx.db
    .insertInto('board_period')
    .values({ commune_id: tx.communeId, board_id: boardId, field: period.field, ...values })
    .onConflict((conflict) =>
      conflict.columns(['commune_id', 'board_id', 'field']).doUpdateSet(values),
    )
    .execute();
  const { startsOn, endsOn, withinDays } = period;
  tx.record({
    kind: 'board.period-set',
    subject: { type: 'board', id: boardId },
    data: { digest: sha256Hex(period.field), startsOn, endsOn, withinDays },
  });
}

/** Gives a period up: the law's term counts again. @throws LoaError `board.unknown` */
export async function dropPostingPeriod(tx: Tx, boardId: string, field: string): Promise<void> {
  requireCan(tx.actor, 'board.manage', {});
  await requireBoard(tx, boardId);
  const done = await tx.db
    .deleteFrom('board_period')
    .where('board_id', '=', boardId)
    .where('field', '=', field)
    .executeTakeFirst();
  // Twice given up is given up.
  if (done.numDeletedRows === 0n) return;
  tx.record({
    kind: 'board.period-dropped',
    subject: { type: 'board', id: boardId },
    data: { digest: sha256Hex(field) },
  });
}

/** Fields a board carries: its own, or every field of the register. */
async function fieldsOf(tx: Tx, kept: string): Promise<ReadonlySet<string>> {
  const own = JSON.parse(kept) as string[];
  return new Set(own.length > 0 ? own : (await listProcedures(tx)).map(({ field }) => field));
}

async function requireBoard(tx: Tx, id: string) {
  const board = await tx.db
    .selectFrom('board')
    .select('fields')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!board) throw procedureError('board.unknown');
  return board;
}
