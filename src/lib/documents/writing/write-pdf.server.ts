// An official document as PDF.
import { renderPdf } from '#lib/platform/index.server.ts';
import { documentError } from '../errors.ts';
import { getDocumentLayout } from './layout.server.ts';
import { WrittenDocument } from './official-document.ts';
import { blocksOf, drawingsOf } from './pictures.ts';
import { setDocument } from './set-document.ts';

/** Some 400 pages: the engine holds every row until the last is set, a gigabyte for so many. */
const MOST_ROWS = 12_000;

/**
 * Writes a document as tagged PDF in the layout of Decree 30/2020/NĐ-CP.
 * @param files pictures its figures name, photographs as `readPaperPictures` gives them
 * @throws `print.*`, `document.too-long-to-print`
 */
export async function writePdf(
  document: WrittenDocument,
  files: Record<string, Uint8Array> = {},
): Promise<Uint8Array> {
  const whole = WrittenDocument.parse(document);
  const rows = blocksOf(whole).reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0),
    0,
  );
  if (rows > MOST_ROWS)
    throw documentError('document.too-long-to-print', { rows, limit: MOST_ROWS });
  const set = setDocument(whole, (name) => Object.hasOwn(files, name));
  const data = { document: set, layout: getDocumentLayout() };
  return renderPdf('official-document', data, { ...files, ...drawingsOf(whole) });
}
