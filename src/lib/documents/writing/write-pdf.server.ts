// An official document as PDF.
import { renderPdf } from '#lib/platform/index.server.ts';
import { getDocumentLayout } from './layout.server.ts';
import { WrittenDocument } from './official-document.ts';
import { drawingsOf } from './pictures.ts';
import { setDocument } from './set-document.ts';

/**
 * Writes a document as tagged PDF in the layout of Decree 30/2020/NĐ-CP.
 * @param files pictures its figures name, photographs as `readPaperPictures` gives them
 * @throws `print.*`
 */
export async function writePdf(
  document: WrittenDocument,
  files: Record<string, Uint8Array> = {},
): Promise<Uint8Array> {
  const whole = WrittenDocument.parse(document);
  const set = setDocument(whole, (name) => Object.hasOwn(files, name));
  const data = { document: set, layout: getDocumentLayout() };
  return renderPdf('official-document', data, { ...files, ...drawingsOf(whole) });
}
