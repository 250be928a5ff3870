// Keeps documents as they were read. A text is kept once: the same words in another file are the
// same document.
import { newId, sha256Hex, type StoredFile, type Tx } from '#lib/platform/index.server.ts';

/** What is kept of a reading as columns; the whole of it is kept as JSON beside. */
export interface RegisterableReading {
  readonly text: string;
  readonly source: { readonly file: string };
  readonly document: {
    readonly type: string | null;
    readonly number: string | null;
    readonly symbol: string | null;
    readonly code: string | null;
    readonly agency: string | null;
    readonly place: string | null;
    readonly date: string | null;
    readonly title: string | null;
  };
}

export interface RegisteredDocument {
  readonly id: string;
  readonly textSha256: string;
}

/**
 * Keeps a document and names its file; call `findDocumentByText` first.
 * @param file the stored file it was read from, `null` for pasted text
 * @returns `undefined` when somebody else kept the same text in this very moment
 */
export async function registerDocument(
  tx: Tx,
  reading: RegisterableReading,
  file: StoredFile | null,
): Promise<RegisteredDocument | undefined> {
  const { document } = reading;
  const id = newId();
  const textSha256 = sha256Hex(reading.text);
  const kept = await tx.db
    .insertInto('document')
    .values({
      commune_id: tx.communeId,
      id,
      source_sha256: file?.sha256 ?? null,
      source_name: file?.name ?? reading.source.file,
      text_sha256: textSha256,
      text: reading.text,
      reading: JSON.stringify(reading),
      type: document.type,
      number: document.number,
      symbol: document.symbol,
      code: document.code,
      agency: document.agency,
      place: document.place,
      issued_on: document.date,
      title: document.title,
      received_at: tx.now,
    })
    .onConflict((conflict) => conflict.constraint('document_text_unique').doNothing())
    .returning('id')
    .executeTakeFirst();
  return kept && { id, textSha256 };
}

export async function findDocumentByText(
  tx: Tx,
  text: string,
): Promise<RegisteredDocument | undefined> {
  const textSha256 = sha256Hex(text);
  const row = await tx.db
    .selectFrom('document')
    .select('id')
    .where('text_sha256', '=', textSha256)
    .executeTakeFirst();
  return row && { id: row.id, textSha256 };
}

/** Documents with this number and day, for finding a second rendering of one document. */
export async function listDocumentsByCode(
  tx: Tx,
  code: string,
  date: string,
): Promise<{ id: string; agency: string | null }[]> {
  return tx.db
    .selectFrom('document')
    .select(['id', 'agency'])
    .where('code', '=', code)
    .where('issued_on', '=', date)
    .orderBy('id')
    .execute();
}
