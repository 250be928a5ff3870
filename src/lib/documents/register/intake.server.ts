// A document on its way in: bytes or pasted text are read and the file stored, before any transaction.
import type { StoredFile } from '#lib/platform/index.server.ts';
import { isLoaError } from '#lib/platform/index.ts';
import type { FileReading } from '../document-reading.ts';
import { documentError } from '../errors.ts';
import type { Encoding } from '../formats/decode.ts';
import { storeDocumentFile } from '../held-file.server.ts';
import { readDocumentFile } from '../reader.server.ts';

/** Pasted text above this is no document but a collection. */
const PASTE_LIMIT = 1_000_000;
const PASTE_NAME = 'Văn bản dán vào';

export interface IncomingDocument {
  /** `null` for a scan: pages without letters, to be entered by hand beside them. */
  readonly reading: FileReading | null;
  readonly file: StoredFile;
}

/**
 * Reads and stores a file.
 * @param given.encoding chosen by a person where the guess was wrong
 * @param given.ocr recognise the letters of a scan
 * @param given.scans keep a scan without text instead of refusing it
 * @throws LoaError `document.*` with what is wrong with the file, `file.*`
 */
export async function takeInDocument(
  communeId: string,
  bytes: Uint8Array,
  name: string,
  given: { encoding?: Encoding; scans?: boolean; ocr?: boolean } = {},
): Promise<IncomingDocument> {
  const { encoding, ocr } = given;
  const reading = await readDocumentFile(bytes, { name, encoding, ocr }).catch((error: unknown) => {
    if (given.scans && isLoaError(error) && error.code === 'document.scanned') return null;
    throw error;
  });
  const file = await storeDocumentFile(communeId, bytes, name);
  return { reading, file };
}

/** Pasted text, kept as a file of its own so that it can be read again. @throws LoaError `document.*` */
export async function takeInPasted(communeId: string, text: string): Promise<IncomingDocument> {
  if (text.trim() === '') throw documentError('document.nothing-given');
  if (text.length > PASTE_LIMIT) {
    throw documentError('document.too-long', { length: text.length, limit: PASTE_LIMIT });
  }
  return takeInDocument(communeId, new TextEncoder().encode(text), PASTE_NAME);
}
