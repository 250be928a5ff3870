// A plan on its way in: bytes or pasted text are read and the file stored, before any transaction.
import {
  readDocumentFile,
  readHeldFile,
  readHere,
  storeDocumentFile,
  type HeldFile,
} from '#lib/documents/index.server.ts';
import type { StoredFile, Tx } from '#lib/platform/index.server.ts';
import { toPlanReading, type PlanReading } from '../reading/index.ts';
import { draftError } from './errors.ts';

/** Pasted text above this is no plan but a collection. */
const PASTE_LIMIT = 1_000_000;
const PASTE_NAME = 'Văn bản dán vào';

export interface Incoming {
  readonly reading: PlanReading;
  /** `null` for pasted text. */
  readonly file: StoredFile | null;
}

/**
 * @param given.ocr recognise the letters of a scan
 * @throws LoaError `document.*` with what is wrong with the file, `file.*`
 */
export async function takeInFile(
  communeId: string,
  bytes: Uint8Array,
  name: string,
  given: { ocr?: boolean } = {},
): Promise<Incoming> {
  const reading = toPlanReading(await readDocumentFile(bytes, { name, ocr: given.ocr }));
  return { reading, file: await storeDocumentFile(communeId, bytes, name) };
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
 * Takes in again a file that was stored a moment ago and then refused for want of a yes.
 * @param isRegistered asks the database, in a transaction of its own
 * @throws LoaError `document.file-gone`
 */
export async function takeInHeld(
  communeId: string,
  held: HeldFile,
  isRegistered: (work: (tx: Tx) => Promise<boolean>) => Promise<boolean>,
  given: { ocr?: boolean } = {},
): Promise<Incoming> {
  const bytes = await readHeldFile(communeId, held, isRegistered);
  return takeInFile(communeId, bytes, held.name, given);
}
