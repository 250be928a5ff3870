// Issuing a signed report: its number, its place in the register of documents, its recall.
import { canonicalText } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { authorityLines, paperToNumber, type WrittenDocument } from '#lib/documents/index.ts';
import {
  cancelNumber,
  endIssued,
  linkToRegister,
  refuseUnproven,
  registerIssued,
  takeNumber,
  type IssuedDocument,
} from '#lib/documents/index.server.ts';
import { sha256Hex } from '#lib/platform/index.server.ts';
import { reportError } from '../errors.ts';
import { IssueReport, ReturnReport } from '../periodic/change.ts';
import { getReportRow, readReport } from '../periodic/read.server.ts';
import { BACK_TO_DRAFT, move } from '../periodic/steps.server.ts';
import { requireCan } from '../permissions.ts';
import { listSignedCopies } from './signed-copy.server.ts';

/**
 * Gives a signed report its number and puts it into the register. It goes out as it was approved: what
 * changed since, or a signature that proves nobody, needs a person's word.
 * @returns its number and symbol
 * @throws LoaError `access.*`, `report.*`, `outgoing.*`
 */
export async function issueReport(tx: Tx, id: string, input: IssueReport): Promise<string> {
  requireCan(tx.actor, 'report.issue', {});
  const { revision, issuedOn, changesSeen, signatureSeen } = IssueReport.parse(input);
  const report = await readReport(tx, id);
  const { paper, signedOn } = report;
  const changed = report.changes.length + report.appendixChanges.length;
  const [copy] = await listSignedCopies(tx, id);
  const [page] = copy?.pages ?? [];
  if (report.status !== 'signed' || !paper || signedOn === null || !page) {
    throw reportError(report.status === 'issued' ? 'report.issued' : 'report.not-signed');
  }
  if (issuedOn < signedOn) throw reportError('report.issued-before-signing', {}, 'issuedOn');
  if (changed > 0 && !changesSeen) {
    throw reportError('report.changed-since-approval', { count: changed }, 'changesSeen');
  }
  if (!signatureSeen) refuseUnproven(page);
  const number = await takeNumber(tx, paperToNumber(paper, issuedOn), { type: 'report', id });
  const issued: WrittenDocument = { ...paper, code: number.code, date: issuedOn };
  const entryId = await registerIssued(tx, {
    ...inRegister(issued),
    code: number.code,
    references: await referencesOf(tx, report.planIds),
    file: copy?.pages.length === 1 ? page.file : null,
  });
  await linkToRegister(tx, number.id, entryId);
  await move(tx, id, revision, 'signed', {
    status: 'issued',
    paper: canonicalText(issued),
    outgoing_id: number.id,
    register_entry_id: entryId,
    issued_at: tx.now,
  });
  tx.record({
    kind: 'report.issued',
    occurredOn: report.period.to,
    subject: { type: 'report', id },
    data: {
      revision,
      code: number.code,
      entry: entryId,
      digest: sha256Hex(canonicalText(issued)),
      changedSince: changed,
    },
  });
  return number.code;
}

/**
 * Takes an issued report back: its number is cancelled with the reason and stays in the register, it
 * leaves the portal, and its text is open again.
 * @throws LoaError `access.*`, `report.*`
 */
export async function recallReport(tx: Tx, id: string, input: ReturnReport): Promise<void> {
  requireCan(tx.actor, 'report.issue', {});
  const { revision, reason } = ReturnReport.parse(input);
  const { status, outgoingId, registerEntryId, publishedAt } = await getReportRow(tx, id);
  if (status !== 'issued' || outgoingId === null || registerEntryId === null) {
    throw reportError('report.not-issued');
  }
  await move(tx, id, revision, 'issued', {
    ...BACK_TO_DRAFT,
    outgoing_id: null,
    register_entry_id: null,
    issued_at: null,
    published_at: null,
    public_paper: null,
    returned_reason: reason,
  });
  await cancelNumber(tx, outgoingId, { reason }, { type: 'report', id });
  await endIssued(tx, registerEntryId);
  if (publishedAt !== null) tx.deletePages();
  tx.record({ kind: 'report.recalled', subject: { type: 'report', id }, data: { revision } });
}

function inRegister(paper: WrittenDocument): Pick<IssuedDocument, 'facts' | 'field'> {
  const { signatory } = paper;
  return {
    field: 'Thông tin, tuyên truyền',
    facts: {
      agencyParent: paper.superior ?? null,
      agency: paper.issuer,
      place: paper.place,
      date: paper.date,
      type: paper.type,
      title: paper.about,
      signerAuthority: authorityLines(signatory).join('; ') || null,
      signerTitle: signatory.title,
      signerName: signatory.name ?? null,
      recipients: paper.recipients.join('\n'),
    },
  };
}

/** The plans it reports on, as documents it carries out. */
async function referencesOf(
  tx: Tx,
  planIds: readonly string[],
): Promise<IssuedDocument['references']> {
  if (planIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('plan')
    .innerJoin('document', (join) =>
      join
        .onRef('document.commune_id', '=', 'plan.commune_id')
        .onRef('document.id', '=', 'plan.document_id'),
    )
    .select(['document.type', 'document.code', 'document.issued_on', 'document.agency'])
    .where('plan.id', 'in', planIds)
    .orderBy('plan.period_from')
    .execute();
  return rows.flatMap(({ type, code, issued_on, agency }) =>
    code === null
      ? []
      : [{ type, code, date: issued_on, issuer: agency, relation: 'implements' as const }],
  );
}
