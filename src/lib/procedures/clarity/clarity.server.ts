// Answers to "was this clear?", counted by day. Like visits they are counters, not events: nobody stands
// behind them, and a thousand taps must not make a thousand links of the chain (ruling 19).
import { sql } from 'kysely';
import type { Tx } from '#lib/platform/index.server.ts';
import { addDays } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { getProcedure } from '../versions/register.server.ts';
import { clarityOf, type Clarity, type ClarityAnswer } from './clarity.ts';

/** What was found unclear long ago may have been put right since. */
const DAYS = 90;

/** Counts one answer to the procedure as it holds today. Public. @throws LoaError `procedure.unknown` */
export async function countAnswer(tx: Tx, code: string, answer: ClarityAnswer): Promise<void> {
  const { version } = await getProcedure(tx, code);
  await tx.db
    .insertInto('procedure_answer')
    .values({
      commune_id: tx.communeId,
      code,
      version: version.number,
      day: tx.today,
      answer,
      times: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['commune_id', 'code', 'version', 'day', 'answer'])
        .doUpdateSet({ times: sql<number>`procedure_answer.times + 1` }),
    )
    .execute();
}

/** What people answered in the last {@link DAYS} days, the unclear first; of one procedure or of all. */
export async function readClarity(tx: Tx, code?: string): Promise<Clarity[]> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  let query = tx.db
    .selectFrom('procedure_answer')
    .select((eb) => ['code', 'answer', eb.fn.sum<string>('times').as('times')])
    .where('day', '>', addDays(tx.today, -DAYS));
  if (code !== undefined) query = query.where('code', '=', code);
  const rows = await query.groupBy(['code', 'answer']).execute();
  return clarityOf(
    rows.map((row) => ({
      code: row.code,
      answer: row.answer as ClarityAnswer,
      times: Number(row.times),
    })),
  );
}
