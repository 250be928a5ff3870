// Writing into the cells of a form that nobody counts: who wrote what stays beside it.
import { z } from 'zod';
import type { Tx } from '#lib/platform/index.server.ts';
import { accountOf } from '#lib/platform/index.ts';
import { reportError } from '../errors.ts';
import type { ReportPeriod } from '../period.ts';
import { requireCan } from '../permissions.ts';
import { readQuestionnaire } from './read.server.ts';

const WriteCells = z.object({
  /** When somebody last wrote, as the page had it. */
  seen: z.string(),
  cells: z.array(
    z.object({
      row: z.int().nonnegative(),
      column: z.int().nonnegative(),
      text: z.string().trim().max(200, 'Ô dài quá 200 chữ cái; hãy rút gọn.'),
    }),
  ),
});
export type WriteCells = z.input<typeof WriteCells>;

/**
 * Keeps what was written for a period; an emptied cell is empty again. Cells that say the same as before
 * keep the name of who wrote them first. @throws LoaError `access.*`, `questionnaire.*`
 */
export async function writeCells(
  tx: Tx,
  slug: string,
  period: ReportPeriod,
  input: WriteCells,
): Promise<void> {
  requireCan(tx.actor, 'questionnaire.fill', {});
  const { seen, cells } = WriteCells.parse(input);
  const { id, version, filled, seen: now } = await readQuestionnaire(tx, slug, period);
  if (seen !== now) throw reportError('questionnaire.changed-meanwhile');
  const changed = cells.filter(({ row, column, text }) => {
    const cell = filled.rows[row]?.cells[column];
    if (cell?.kind !== 'written') throw reportError('questionnaire.not-by-hand');
    return cell.text !== text;
  });
  const place = {
    commune_id: tx.communeId,
    questionnaire_id: id,
    version: version.version,
    first_day: period.from,
    last_day: period.to,
  };
  const by = { written_by: accountOf(tx.actor), written_at: tx.now };
  for (const { row, column, text } of changed) {
    // An emptied cell keeps who emptied it: the page's next visitor sees that something changed.
    await tx.db
      .insertInto('questionnaire_cell')
      .values({ ...place, row_at: row, column_at: column, text, ...by })
      .onConflict((conflict) =>
        conflict
          .columns([
            'commune_id',
            'questionnaire_id',
            'version',
            'first_day',
            'last_day',
            'row_at',
            'column_at',
          ])
          .doUpdateSet({ text, ...by }),
      )
      .execute();
  }
  if (changed.length === 0) return;
  tx.record({
    kind: 'questionnaire.filled',
    occurredOn: period.to,
    subject: { type: 'questionnaire', id },
    data: {
      version: version.version,
      from: period.from,
      to: period.to,
      cells: changed.map(({ row, column }) => [row, column]),
    },
  });
}
