// How much was done by unit and for duty, counted where the acts lie: a commune of fifty thousand acts
// costs one grouped read. The fold over events is the oracle; a test holds both side by side (ruling 13).
import { sql } from 'kysely';
import type { Tx } from '#lib/platform/index.server.ts';

export interface Progress {
  readonly acts: number;
  readonly withoutEvidence: number;
  /** Day of the last act, YYYY-MM-DD; null when there was none: "không phát sinh". */
  readonly lastDay: string | null;
}

/** What stands where nothing was done. */
export const NO_PROGRESS: Progress = { acts: 0, withoutEvidence: 0, lastDay: null };

// Asked without a tie to each act, so that the commune's evidence is read once, not once an act.
const unproven = sql<number>`count(*) FILTER (WHERE (act.commune_id, act.id) NOT IN (
  SELECT evidence.commune_id, evidence.act_id FROM evidence
   WHERE evidence.removed_at IS NULL))::integer`;
const counted = sql<number>`count(*)::integer`;

/** Acts that stand, by the unit that did them; of one unit where its id is given. */
export async function progressByUnit(tx: Tx, unitId?: string): Promise<Map<string, Progress>> {
  let query = tx.db
    .selectFrom('act')
    .select(['act.unit_id as id', counted.as('acts'), unproven.as('withoutEvidence')])
    .select(({ fn }) => fn.max('act.happened_on').as('lastDay'))
    .where('act.withdrawn_at', 'is', null)
    .groupBy('act.unit_id');
  if (unitId !== undefined) query = query.where('act.unit_id', '=', unitId);
  return byId(await query.execute());
}

/** Acts that stand, by the duty they fulfil. Duties nobody did anything for are absent. */
export async function progressByDuty(
  tx: Tx,
  dutyIds: readonly string[],
): Promise<Map<string, Progress>> {
  if (dutyIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('act_duty')
    .innerJoin('act', (join) =>
      join
        .onRef('act.commune_id', '=', 'act_duty.commune_id')
        .onRef('act.id', '=', 'act_duty.act_id'),
    )
    .select(['act_duty.duty_id as id', counted.as('acts'), unproven.as('withoutEvidence')])
    .select(({ fn }) => fn.max('act.happened_on').as('lastDay'))
    .where('act_duty.duty_id', 'in', [...dutyIds])
    .where('act.withdrawn_at', 'is', null)
    .groupBy('act_duty.duty_id')
    .execute();
  return byId(rows);
}

function byId(rows: readonly (Progress & { readonly id: string })[]): Map<string, Progress> {
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}
