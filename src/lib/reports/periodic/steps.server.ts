// A report's way from draft to approval: checked by one, approved by another, sent back with a reason.
import { accountOf, canonicalText } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { reportError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import { OnRevision, ReturnReport } from './change.ts';
import { openJudgements } from './content.ts';
import { getReportRow, readReport, type ReportReading, type ReportStatus } from './read.server.ts';

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
  refuseChanges(report);
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
  const report = await readReport(tx, id);
  refuseChanges(report);
  const { written } = report;
  await move(tx, id, revision, 'checked', {
    status: 'approved',
    // From here on the paper stands as it is, whatever is renamed or recorded later.
    paper: canonicalText({ ...written, draft: false }),
    approved_by: accountOf(tx.actor),
    approved_at: tx.now,
  });
  tx.record({ kind: 'report.approved', subject: { type: 'report', id }, data: { revision } });
}

/** What stands on paper is what stands in the register of acts, or a person has seen the difference. */
function refuseChanges({ changes, appendixChanges }: ReportReading): void {
  if (changes.length > 0) throw reportError('report.figures-changed', { count: changes.length });
  const [first] = appendixChanges;
  if (first) {
    const place = first.of === 'words' ? 'Mục' : 'Phụ lục';
    throw reportError('report.appendix-changed', { place, title: first.title });
  }
}

/** Sends a report that was not issued yet back to its drafters. @throws LoaError `report.*` */
export async function returnReport(tx: Tx, id: string, input: ReturnReport): Promise<void> {
  requireCan(tx.actor, 'report.return', {});
  const { revision, reason } = ReturnReport.parse(input);
  const { status } = await getReportRow(tx, id);
  if (status === 'draft') throw reportError('report.not-checked');
  if (status === 'issued') throw reportError('report.issued');
  await move(tx, id, revision, status, { ...BACK_TO_DRAFT, returned_reason: reason });
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

/** Everything that stands on a text which is open again. */
export const BACK_TO_DRAFT = {
  status: 'draft',
  checked_by: null,
  checked_at: null,
  approved_by: null,
  approved_at: null,
  paper: null,
  signed_on: null,
} as const satisfies Moved;

type Moved = Partial<Record<ReportColumn, string | null>> & { readonly status: ReportStatus };
type ReportColumn =
  | 'checked_by'
  | 'checked_at'
  | 'approved_by'
  | 'approved_at'
  | 'returned_reason'
  | 'paper'
  | 'signed_on'
  | 'outgoing_id'
  | 'register_entry_id'
  | 'issued_at'
  | 'published_at'
  | 'public_paper';

/** What to say to somebody who thinks the report stands at this step. */
const WRONG_STEP = {
  draft: 'report.not-draft',
  checked: 'report.not-checked',
  approved: 'report.not-approved',
  signed: 'report.not-signed',
  issued: 'report.not-issued',
  discarded: 'report.not-found',
} as const;

/** One step on the way, refused where the report stands elsewhere or was saved meanwhile. */
export async function move(
  tx: Tx,
  id: string,
  revision: number,
  from: ReportStatus,
  to: Moved,
): Promise<void> {
  const { status } = await getReportRow(tx, id);
  if (status !== from) throw reportError(WRONG_STEP[from]);
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
