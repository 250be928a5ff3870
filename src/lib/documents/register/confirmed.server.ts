// Documents that another room has read and a person confirmed there, such as plans: they come into the
// register without a second review.
import type { Tx } from '#lib/platform/index.server.ts';
import type { DocumentReading } from '../document-reading.ts';
import { documentError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import { readDocumentText } from '../reading.ts';
import { isSameDocument } from './codes.ts';
import { draftOf, type DocumentDraft } from './draft.ts';
import {
  columnsOf,
  getEntry,
  insertEntry,
  putIntoRegister,
  registerEntry,
} from './entries.server.ts';
import type { Direction } from './entry.ts';

/**
 * Puts a document that another room has confirmed into the register, with its links. One that is there
 * stays as it is; one under review is confirmed as it stands; an entry by hand that
 * means it gets its text. One that was read without a number and a title stays under review.
 * @param documentId the document as it was kept by `registerDocument`
 * @returns the entry's id
 * @throws LoaError `document.no-entry`
 */
export async function registerConfirmed(
  tx: Tx,
  documentId: string,
  direction: Direction,
): Promise<string> {
  requireCan(tx.actor, 'document.register', {});
  const document = await tx.db
    .selectFrom('document')
    .select(['id', 'text', 'text_sha256', 'reading', 'source_sha256', 'source_name'])
    .where('id', '=', documentId)
    .executeTakeFirst();
  if (!document) throw documentError('document.no-entry');
  const known = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'status'])
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  if (known?.status === 'registered') return known.id;
  const { findings } = JSON.parse(document.reading) as Pick<DocumentReading, 'findings'>;
  const draft = draftOf({ text: document.text, read: readDocumentText(document.text) }, findings);
  const file =
    document.source_sha256 === null
      ? null
      : { sha256: document.source_sha256, name: document.source_name };
  const id =
    known?.id ??
    (await giveText(tx, { documentId, draft, file, direction })) ??
    (await insertEntry(tx, {
      draft,
      document: { id: document.id, textSha256: document.text_sha256 },
      file,
    }));
  const entry = await getEntry(tx, id);
  if (entry.status === 'registered') {
    await putIntoRegister(tx, id, 'document.amended');
    return id;
  }
  if (entry.status === 'discarded') {
    await tx.db
      .updateTable('register_entry')
      .set({ status: 'draft', draft: JSON.stringify(draft), ...columnsOf(draft) })
      .where('id', '=', id)
      .execute();
  }
  if (entry.title === '' && entry.code === null) return id;
  // Whoever confirmed it has already said that a second document of one number is meant.
  const { arrivedOn, field, inForceOn, expiresOn, replacedBy, version } = entry;
  const facts = { direction, arrivedOn, field, inForceOn, expiresOn, replacedBy };
  await registerEntry(tx, { id, version, facts, again: true });
  return id;
}

/** Those of these documents that have no entry in the register, not even one under review. */
export async function documentsOutsideRegister(
  tx: Tx,
  documentIds: readonly string[],
): Promise<Set<string>> {
  const outside = new Set(documentIds);
  if (outside.size === 0) return outside;
  const entries = await tx.db
    .selectFrom('register_entry')
    .select('document_id')
    .where('document_id', 'in', [...outside])
    .execute();
  for (const { document_id: id } of entries) if (id !== null) outside.delete(id);
  return outside;
}

/** The registered entry without text or scan that means this document gets its words. */
async function giveText(
  tx: Tx,
  given: {
    readonly documentId: string;
    readonly draft: DocumentDraft;
    readonly file: { sha256: string; name: string } | null;
    readonly direction: Direction;
  },
): Promise<string | undefined> {
  const columns = columnsOf(given.draft);
  const { code, issued_on: issuedOn, agency: issuer } = columns;
  if (code === null || issuedOn === null) return undefined;
  const entries = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'code', 'issued_on', 'agency'])
    .where('code_key', '=', columns.code_key)
    .where('status', '=', 'registered')
    .where('document_id', 'is', null)
    .where('source_sha256', 'is', null)
    .orderBy('id')
    .execute();
  const byHand = entries.find((entry) =>
    isSameDocument(
      { code, issuedOn, issuer },
      { code: entry.code ?? '', issuedOn: entry.issued_on, issuer: entry.agency },
    ),
  );
  if (!byHand) return undefined;
  await tx.db
    .updateTable('register_entry')
    .set((eb) => ({
      document_id: given.documentId,
      source_sha256: given.file?.sha256 ?? null,
      source_name: given.file?.name ?? null,
      draft: JSON.stringify(given.draft),
      draft_version: eb('draft_version', '+', 1),
      direction: given.direction,
      ...columns,
    }))
    .where('id', '=', byHand.id)
    .execute();
  return byHand.id;
}
