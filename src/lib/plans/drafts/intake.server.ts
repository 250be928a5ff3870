// A plan on its way in: bytes or pasted text are read and the file stored, before any transaction.
import { readDocumentFile, readHere } from '#lib/documents/index.server.ts';
import {
  findFile,
  readStoredFile,
  storeFile,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import { toPlanReading, type PlanReading } from '../reading/index.ts';
import { draftError } from './errors.ts';

/** Pasted text above this is no plan but a collection. */
const PASTE_LIMIT = 1_000_000;
const STORE_LIMIT = 32 * 1024 * 1024;
const PASTE_NAME = 'Văn bản dán vào';

/** What reading was able to read, by its bytes; legacy text files show as plain bytes. */
const READABLE = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
  'text/html',
  'application/xml',
  'application/octet-stream',
];

export interface Incoming {
  readonly reading: PlanReading;
  /** `null` for pasted text. */
  readonly file: StoredFile | null;
}

/** @throws LoaError `document.*` with what is wrong with the file, `file.*` */
export async function takeInFile(
  communeId: string,
  bytes: Uint8Array,
  name: string,
): Promise<Incoming> {
  const reading = toPlanReading(await readDocumentFile(bytes, { name }));
  const request = { name, maxBytes: STORE_LIMIT, allow: READABLE };
  return { reading, file: await storeFile(communeId, bytes, request) };
}

/** @throws LoaError `plan.nothing-given`, `plan.too-long`, `document.*` */
export async function takeInText(text: string): Promise<Incoming> {
  if (text.trim() === '') throw draftError('plan.nothing-given');
  if (text.length > PASTE_LIMIT) {
    throw draftError('plan.too-long', { length: text.length, limit: PASTE_LIMIT });
  }
  const bytes = new TextEncoder().encode(text);
  return { reading: toPlanReading(await readHere(bytes, { name: PASTE_NAME })), file: null };
}

/**
 * Takes in again a file that was stored a moment ago and then refused for want of a yes. Only bytes
 * that no row has come to name: a hash must not open the office's other files.
 * @param isRegistered asks the database, in a transaction of its own
 * @throws LoaError `plan.file-gone`
 */
export async function takeInHeld(
  communeId: string,
  held: { readonly sha256: string; readonly name: string },
  isRegistered: (work: (tx: Tx) => Promise<boolean>) => Promise<boolean>,
): Promise<Incoming> {
  if (!/^[0-9a-f]{64}$/u.test(held.sha256)) throw draftError('plan.file-gone');
  if (await isRegistered(async (tx) => (await findFile(tx, held.sha256)) !== undefined)) {
    throw draftError('plan.file-gone');
  }
  const bytes = await readStoredFile(communeId, held.sha256).catch(() => undefined);
  if (!bytes) throw draftError('plan.file-gone');
  return takeInFile(communeId, bytes, held.name);
}
