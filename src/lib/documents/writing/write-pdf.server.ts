// An official document as PDF.
import { renderPdf } from '#lib/platform/index.server.ts';
import { getDocumentLayout } from './layout.server.ts';
import { WrittenDocument } from './official-document.ts';
import { setDocument } from './set-document.ts';

/**
 * Writes a document as tagged PDF in the layout of Decree 30/2020/NĐ-CP.
 * @param files pictures its figures name
 * @throws `print.*`
 */
export async function writePdf(
  document: WrittenDocument,
  files: Record<string, Uint8Array> = {},
): Promise<Uint8Array> {
  const set = setDocument(WrittenDocument.parse(document));
  return renderPdf('official-document', { document: set, layout: getDocumentLayout() }, files);
}
