// Issuing a plan that was written in Loa: its number, its place in the register, and the plan under review that
// it goes on as. Nothing is read back from a file: the words are the paper's own.
import {
  cancelNumber,
  endIssued,
  getOutgoing,
  linkToRegister,
  refuseUnproven,
  registerConfirmed,
  takeNumber,
  type SignedPage,
} from '#lib/documents/index.server.ts';
import {
  paperText,
  paperToNumber,
  readDocumentText,
  type FileReading,
  type WrittenDocument,
} from '#lib/documents/index.ts';
import { canonicalText } from '#lib/platform/index.ts';
import { registerFile, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { discardPlan } from '../drafts/discard.server.ts';
import { getDraft } from '../drafts/read.server.ts';
import { keepAsDraft } from '../drafts/receive.server.ts';
import { requireCan } from '../permissions.ts';
import { toPlanReading } from '../reading/index.ts';
import { IssueComposition, ReturnComposition } from './change.ts';
import { composingError } from './errors.ts';
import { placeDraft } from './placed.ts';
import { getCompositionRow, readComposition } from './read.server.ts';
import { BACK_TO_DRAFT, move } from './steps.server.ts';

export interface IssuedPlan {
  readonly code: string;
  /** The plan under review. */
  readonly planId: string;
}

/**
 * Gives an approved plan its number, puts it into the register and opens it for review.
 * @param copy the signed copy, kept and looked at before
 * @throws LoaError `access.*`, `composition.*`, `outgoing.*`
 */
export async function issueComposition(
  tx: Tx,
  id: string,
  input: IssueComposition,
  copy: readonly SignedPage[],
): Promise<IssuedPlan> {
  requireCan(tx.actor, 'plan.issue', {});
  const { revision, issuedOn, signatureSeen } = IssueComposition.parse(input);
  const { status, paper, content, year } = await readComposition(tx, id);
  if (status !== 'approved' || !paper) throw composingError('composition.not-approved');
  const [page] = copy;
  if (!page || copy.length > 1) throw composingError('composition.one-file', {}, 'files');
  if (!signatureSeen) refuseUnproven(page);
  const subject = { type: 'composition', id };
  const number = await takeNumber(tx, paperToNumber(paper, issuedOn), subject);
  const issued: WrittenDocument = { ...paper, code: number.code, date: issuedOn };
  await registerFile(tx, page.file);
  const file = readOwn(issued, page);
  const { planId, documentId } = await keepAsDraft(tx, {
    reading: toPlanReading(file),
    draft: placeDraft(content.draft, file.text),
    file: page.file,
  });
  const entryId = await registerConfirmed(tx, documentId, 'own');
  await linkToRegister(tx, number.id, entryId);
  await move(tx, id, revision, 'approved', {
    status: 'issued',
    paper: canonicalText(issued),
    outgoing_id: number.id,
    plan_id: planId,
    issued_at: tx.now,
  });
  tx.record({
    kind: 'composition.issued',
    occurredOn: issuedOn,
    subject,
    data: {
      revision,
      year,
      code: number.code,
      plan: planId,
      digest: sha256Hex(canonicalText(issued)),
      copy: page.file.sha256,
    },
  });
  return { code: number.code, planId };
}

/**
 * Takes an issued plan back before its duties begin: the number is cancelled with the reason and stays in the
 * register, the draft under review is set aside, the text is open again.
 * @throws LoaError `access.*`, `composition.not-issued`, `composition.in-force`
 */
export async function recallComposition(
  tx: Tx,
  id: string,
  input: ReturnComposition,
): Promise<void> {
  requireCan(tx.actor, 'plan.issue', {});
  const { revision, reason } = ReturnComposition.parse(input);
  const { status, outgoingId, planId } = await getCompositionRow(tx, id);
  if (status !== 'issued' || outgoingId === null || planId === null) {
    throw composingError('composition.not-issued');
  }
  const plan = await getDraft(tx, planId);
  if (plan.status === 'confirmed') throw composingError('composition.in-force');
  if (plan.status === 'draft') await discardPlan(tx, planId);
  const { registerEntryId } = await getOutgoing(tx, outgoingId);
  await move(tx, id, revision, 'issued', {
    ...BACK_TO_DRAFT,
    outgoing_id: null,
    plan_id: null,
    issued_at: null,
    returned_reason: reason,
  });
  const subject = { type: 'composition', id };
  await cancelNumber(tx, outgoingId, { reason }, subject);
  if (registerEntryId !== null) await endIssued(tx, registerEntryId);
  tx.record({ kind: 'composition.recalled', subject, data: { revision, plan: planId } });
}

/** The paper as if it had been read from the file that was signed. */
function readOwn(paper: WrittenDocument, { file }: SignedPage): FileReading {
  const text = paperText(paper);
  return {
    text,
    source: {
      file: file.name,
      format: 'pdf',
      encoding: 'utf-8',
      confidence: 1,
      sha256: file.sha256,
      recognition: null,
    },
    read: readDocumentText(text),
  };
}
