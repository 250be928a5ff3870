// A report's way from draft to approval: checked by one, approved by another, sent back with a reason.
import { accountOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { reportError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import { OnRevision, ReturnReport } from './change.ts';
import { openJudgements } from './content.ts';
import { getReportRow, readReport, type ReportStatus } from './read.server.ts';

/**
 * Confirms that words and figures were checked.
 * @throws LoaError `report.judgement-missing`, `report.figures-changed`, `report.*`
 */
export async function checkReport(tx: Tx, id: string, input: OnRevision): Promise<void> {
  requireCan(tx.actor, 'report.check', {});
  const { revision } = OnRevision.parse(input);
  const report = await readReport(tx, id);
  const [asked] = openJudgements(report.content);
  if (asked !== undefined) throw reportError('report.judgement-missing', { asks: asked });
  if (report.changes.length > 0) {
    throw reportError('report.figures-changed', { count: report.changes.length });
  }
  await move(tx, id, revision, 'draft', {
    status: 'checked',
    checked_by: accountOf(tx.actor),
    checked_at: tx.now,
    returned_reason: null,
  });
  tx.record({ kind: 'report.checked', subject: { type: 'report', id }, data: { revision } });
}

/** Approves a checked report; none of those who wrote or checked it may. @throws LoaError `report.*` */
export async function approveReport(tx: Tx, id: string, input: OnRevision): Promise<void> {
  const { revision } = OnRevision.parse(input);
  requireCan(tx.actor, 'report.approve', { handIds: await handsOf(tx, id) });
  const { changes } = await readReport(tx, id);
  if (changes.length > 0) throw reportError('report.figures-changed', { count: changes.length });
  await move(tx, id, revision, 'checked', {
    status: 'approved',
    approved_by: accountOf(tx.actor),
    approved_at: tx.now,
  });
  tx.record({ kind: 'report.approved', subject: { type: 'report', id }, data: { revision } });
}

/** Sends a checked or approved report back to its drafters. @throws LoaError `report.*` */
export async function returnReport(tx: Tx, id: string, input: ReturnReport): Promise<void> {
  requireCan(tx.actor, 'report.return', {});
  const { revision, reason } = ReturnReport.parse(input);
  const { status } = await getReportRow(tx, id);
  if (status === 'draft') throw reportError('report.not-checked');
  await move(tx, id, revision, status, {
    status: 'draft',
    checked_by: null,
    checked_at: null,
    approved_by: null,
    approved_at: null,
    returned_reason: reason,
  });
  tx.record({ kind: 'report.returned', subject: { type: 'report', id }, data: { revision } });
}

/** Throws a draft away; it stays in the record. @throws LoaError `report.*` */
export async function discardReport(tx: Tx, id: string, input: OnRevision): Promise<void> {
  requireCan(tx.actor, 'report.discard', {});
  const { revision } = OnRevision.parse(input);
  await move(tx, id, revision, 'draft', { status: 'discarded' });
  tx.record({ kind: 'report.discarded', subject: { type: 'report', id }, data: { revision } });
}

/** Accounts that wrote a revision of the report or checked it. */
export async function handsOf(tx: Tx, id: string): Promise<string[]> {
  const { checkedBy } = await getReportRow(tx, id);
  const rows = await tx.db
    .selectFrom('report_revision')
    .select('made_by')
    .distinct()
    .where('report_id', '=', id)
    .execute();
  return [...rows.map(({ made_by }) => made_by), checkedBy].filter((one) => one !== null);
}

interface Moved {
  readonly status: ReportStatus;
  readonly checked_by?: string | null;
  readonly checked_at?: string | null;
  readonly approved_by?: string | null;
  readonly approved_at?: string | null;
  readonly returned_reason?: string | null;
}

async function move(
  tx: Tx,
  id: string,
  revision: number,
  from: ReportStatus,
  to: Moved,
): Promise<void> {
  const { status } = await getReportRow(tx, id);
  if (status !== from)
    throw reportError(from === 'draft' ? 'report.not-draft' : 'report.not-checked');
  const moved = await tx.db
    .updateTable('report')
    .set(to)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('status', '=', from)
    .returning('id')
    .executeTakeFirst();
  if (!moved) throw reportError('report.changed-meanwhile');
}
