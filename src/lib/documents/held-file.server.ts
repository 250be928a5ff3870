// A file that was stored a moment ago and waits for a yes: it isn't asked for again.
import { findFile, readStoredFile, storeFile, type Tx } from '#lib/platform/index.server.ts';
import { documentError } from './errors.ts';

/** A stored file that no row names yet. */
export interface HeldFile {
  readonly sha256: string;
  readonly name: string;
}

const STORE_LIMIT = 32 * 1024 * 1024;

/** What reading was able to read, by its bytes; legacy text files show as plain bytes. */
export const READABLE = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
  'text/html',
  'application/xml',
  'application/octet-stream',
  'image/jpeg',
  'image/png',
];

/** Keeps the bytes of a document or of its scan. @throws LoaError `file.*` */
export function storeDocumentFile(communeId: string, bytes: Uint8Array, name: string) {
  return storeFile(communeId, bytes, { name, maxBytes: STORE_LIMIT, allow: READABLE });
}

/**
 * The bytes of a held file. Only of one that no row has come to name: a hash must not open the office's
 * other files.
 * @param isRegistered asks the database, in a transaction of its own
 * @throws LoaError `document.file-gone`
 */
export async function readHeldFile(
  communeId: string,
  { sha256 }: HeldFile,
  isRegistered: (work: (tx: Tx) => Promise<boolean>) => Promise<boolean>,
): Promise<Uint8Array> {
  const gone = (): Error => documentError('document.file-gone');
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw gone();
  if (await isRegistered(async (tx) => (await findFile(tx, sha256)) !== undefined)) throw gone();
  const bytes = await readStoredFile(communeId, sha256).catch(() => undefined);
  if (!bytes) throw gone();
  return bytes;
}
