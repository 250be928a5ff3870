// Text of a Word file by our own walk of its parts: tables of the head in columns, automatic numbers.
import { documentError } from '../../errors.ts';
import { layOut } from '../blocks.ts';
import { readLayout, type PageLayout } from './layout.ts';
import { unpackParts } from './archive.server.ts';
import { readBody } from './body.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

const PARTS = new Set([
  'word/document.xml',
  'word/numbering.xml',
  'word/styles.xml',
  '[Content_Types].xml',
]);

/** The text of a .docx and how its pages are laid out. Throws `document.*` errors. */
export async function readDocx(
  bytes: Uint8Array,
  name: string,
): Promise<{ text: string; layout: PageLayout }> {
  const parts = await unpackParts(bytes, (part) => PARTS.has(part), name);
  const body = parts.get('word/document.xml');
  if (body === undefined) {
    const type = parts.has('[Content_Types].xml')
      ? 'tệp Office khác (Excel, PowerPoint)'
      : 'tệp nén';
    throw documentError('document.unknown-type', { name, type });
  }
  try {
    const numbering = readNumbering(parts.get('word/numbering.xml'));
    const styles = parts.get('word/styles.xml');
    const text = layOut(readBody(body, numbering, readStyles(styles)));
    return { text, layout: readLayout(body, styles) };
  } catch {
    throw documentError('document.damaged', { name, reason: 'nội dung XML không đúng' });
  }
}
