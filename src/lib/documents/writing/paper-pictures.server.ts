// Bytes of a document's photographs, as paper takes them.
import { makePaperPictures, readStoredFile } from '#lib/platform/index.server.ts';
import type { WrittenDocument } from './official-document.ts';
import { photographFile, photographsOf } from './pictures.ts';

/**
 * The photographs of a document by the names its writers know them by. One that is kept no longer, or is
 * no picture, is left out: the paper says so in its place.
 */
export async function readPaperPictures(
  communeId: string,
  document: WrittenDocument,
): Promise<Record<string, Uint8Array>> {
  const originals: Record<string, Uint8Array> = {};
  for (const picture of photographsOf(document)) {
    const bytes = await readStoredFile(communeId, picture).catch(() => undefined);
    if (bytes) originals[photographFile(picture)] = bytes;
  }
  return makePaperPictures(originals);
}
