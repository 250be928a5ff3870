// The signed copies of an approved report, named once their files were kept and looked at.
import type { SignatureReport } from '#lib/platform/index.ts';
import type { SignedPage } from '#lib/documents/index.server.ts';
import { newId, registerFile, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import { reportError } from '../errors.ts';
import { SignReport } from '../periodic/change.ts';
import { getReportRow } from '../periodic/read.server.ts';
import { move } from '../periodic/steps.server.ts';
import { requireCan } from '../permissions.ts';

/**
 * Names a signed copy. The report is signed with the first; a later one stands in its place, such as
 * the scan that bears the number, and the earlier ones are kept.
 * @throws LoaError `access.*`, `report.*`
 */
export async function addSignedCopy(
  tx: Tx,
  id: string,
  input: SignReport,
  pages: readonly SignedPage[],
): Promise<void> {
  requireCan(tx.actor, 'report.sign', {});
  const { revision, signedOn } = SignReport.parse(input);
  if (signedOn > tx.today) throw reportError('report.signed-in-future', {}, 'signedOn');
  const { status } = await getReportRow(tx, id);
  if (status === 'approved') {
    await move(tx, id, revision, 'approved', { status: 'signed', signed_on: signedOn });
  } else if (status !== 'signed' && status !== 'issued') {
    throw reportError('report.not-approved');
  }
  const last = await tx.db
    .selectFrom('report_signed_copy')
    .select(({ fn }) => fn.max('copy').as('copy'))
    .where('report_id', '=', id)
    .executeTakeFirst();
  const copy = Number(last?.copy ?? 0) + 1;
  for (const [at, { file, signatures }] of pages.entries()) {
    await registerFile(tx, file);
    await tx.db
      .insertInto('report_signed_copy')
      .values({
        commune_id: tx.communeId,
        report_id: id,
        id: newId(),
        copy,
        page: at + 1,
        revision,
        sha256: file.sha256,
        signatures: JSON.stringify(signatures),
        added_at: tx.now,
      })
      .execute();
  }
  tx.record({
    kind: 'report.signed',
    subject: { type: 'report', id },
    data: {
      revision,
      files: pages.map(({ file }) => file.sha256),
      verdict: pages[0]?.signatures.verdict ?? 'unsigned',
    },
  });
}

export interface SignedCopy {
  readonly copy: number;
  readonly addedAt: string;
  readonly pages: readonly SignedPage[];
}

/** Signed copies of the report as it was last approved, the newest first. */
export async function listSignedCopies(tx: Tx, id: string): Promise<SignedCopy[]> {
  requireCan(tx.actor, 'report.see', {});
  const rows = await tx.db
    .selectFrom('report_signed_copy as page')
    .innerJoin('report', (join) =>
      join
        .onRef('report.commune_id', '=', 'page.commune_id')
        .onRef('report.id', '=', 'page.report_id'),
    )
    .innerJoin('stored_file as file', (join) =>
      join
        .onRef('file.commune_id', '=', 'page.commune_id')
        .onRef('file.sha256', '=', 'page.sha256'),
    )
    .select(['page.copy', 'page.page', 'page.added_at', 'page.signatures'])
    .select(['file.sha256', 'file.size', 'file.media_type', 'file.name'])
    .where('page.report_id', '=', id)
    .whereRef('page.revision', '=', 'report.revision')
    .whereRef('page.added_at', '>=', 'report.approved_at')
    .orderBy('page.copy', 'desc')
    .orderBy('page.page')
    .execute();
  const copies = new Map<number, SignedCopy & { pages: SignedPage[] }>();
  for (const row of rows) {
    const { sha256, size, name } = row;
    const copy = copies.get(row.copy) ?? { copy: row.copy, addedAt: row.added_at, pages: [] };
    copy.pages.push({
      file: { sha256, size, name, mediaType: row.media_type },
      signatures: JSON.parse(row.signatures) as SignatureReport,
    });
    copies.set(row.copy, copy);
  }
  return [...copies.values()];
}

/** A file of this report's signed copies. */
export async function findSignedFile(
  tx: Tx,
  id: string,
  sha256: string,
): Promise<StoredFile | undefined> {
  const copies = await listSignedCopies(tx, id);
  return copies.flatMap(({ pages }) => pages).find(({ file }) => file.sha256 === sha256)?.file;
}
