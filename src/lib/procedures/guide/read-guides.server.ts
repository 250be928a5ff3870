// Guides as pages read them: what holds for every procedure on a day, and all editions of one for the desk.
import { onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { guideOn, type GuideEdition, type GuideStatus } from './guide-editions.ts';
import { ProcedureGuide } from './guide.ts';

/**
 * The guide of each procedure that has one today, by code. Shared and kept until something happens in the
 * commune: nobody may change it.
 */
export function readCurrentGuides(tx: Tx): Promise<ReadonlyMap<string, ProcedureGuide>> {
  return onceUntilNextEvent(tx, 'procedure-guides', '', async () => {
    const rows = await tx.db
      .selectFrom('procedure_guide_edition')
      .select(['code', 'number', 'guide', 'effective_from'])
      .where('status', '=', 'approved')
      .execute();
    return new Map(
      [...Map.groupBy(rows, ({ code }) => code)].flatMap(([code, own]) => {
        const held = guideOn(own.map(editionOf), tx.today);
        return held ? [[code, held.guide] as const] : [];
      }),
    );
  });
}

export interface DeskGuide extends GuideEdition {
  readonly code: string;
  readonly status: GuideStatus;
  readonly writtenAt: string;
  /** Accounts; null for what a job or an older version wrote. */
  readonly writtenBy: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly isForced: boolean;
}

/** Every edition of a procedure's guide, the latest first. For those who work here. */
export async function listGuideEditions(tx: Tx, code: string): Promise<DeskGuide[]> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  return selectEditions(tx, { code });
}

/** Editions that wait for somebody to look them over, the longest first. */
export async function listWaitingGuides(tx: Tx): Promise<DeskGuide[]> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  const waiting = await selectEditions(tx, { status: 'submitted' });
  return waiting.toSorted((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1));
}

async function selectEditions(
  tx: Tx,
  { code, status }: { readonly code?: string; readonly status?: GuideStatus },
): Promise<DeskGuide[]> {
  let query = tx.db.selectFrom('procedure_guide_edition').selectAll();
  if (code !== undefined) query = query.where('code', '=', code);
  if (status !== undefined) query = query.where('status', '=', status);
  const rows = await query.orderBy('number', 'desc').execute();
  return rows.map((row) => ({
    ...editionOf(row),
    code: row.code,
    status: row.status as GuideStatus,
    writtenAt: new Date(row.written_at).toISOString(),
    writtenBy: row.written_by,
    decidedAt: row.decided_at && new Date(row.decided_at).toISOString(),
    decidedBy: row.decided_by,
    reason: row.reason,
    isForced: row.forced,
  }));
}

/** An edition as its row keeps it. */
export function editionOf(row: {
  readonly number: number;
  readonly guide: string;
  readonly effective_from: string;
}): GuideEdition {
  return {
    number: row.number,
    guide: ProcedureGuide.parse(JSON.parse(row.guide)),
    effectiveFrom: row.effective_from,
  };
}
