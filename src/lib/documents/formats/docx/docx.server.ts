// Text of a Word file by our own walk of its parts: tables of the head in columns, automatic numbers.
import { documentError } from '../../errors.ts';
import { layOut } from '../blocks.ts';
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

/** The text of a .docx. Throws `document.*` errors. */
export async function docxText(bytes: Uint8Array, name: string): Promise<string> {
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
    return layOut(readBody(body, numbering, readStyles(parts.get('word/styles.xml'))));
  } catch {
    throw documentError('document.damaged', { name, reason: 'nội dung XML không đúng' });
  }
}
