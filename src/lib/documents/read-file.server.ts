// Reads a document from a file or from bytes: what it is, its text, its structure.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { sizeInWords } from '#lib/platform/index.ts';
import { cleanText } from './clean.ts';
import type { DocumentFormat, FileReading } from './document-reading.ts';
import { documentError } from './errors.ts';
import { docxText } from './formats/docx/docx.server.ts';
import { decodeText } from './formats/decode.ts';
import { htmlText } from './formats/html.ts';
import { pdfText } from './formats/pdf/pdf.server.ts';
import { extensionOf, sniff } from './formats/sniff.ts';
import { readDocumentText } from './reading.ts';

/** Files above this are refused unread. */
export const MOST_BYTES = 30 * 1024 * 1024;

/** Reads in this process; see `readDocumentFile` for the guarded way. Throws `document.*` errors. */
export async function readHere(
  input: string | Uint8Array,
  given: { name?: string } = {},
): Promise<FileReading> {
  const name = given.name ?? (typeof input === 'string' ? path.basename(input) : 'văn bản');
  const bytes = typeof input === 'string' ? await load(input, name) : input;
  if (bytes.length === 0) throw documentError('document.empty', { name });
  if (bytes.length > MOST_BYTES)
    throw documentError('document.too-large', { name, size: sizeInWords(bytes.length) });
  const { text, format, encoding } = await textOf(bytes, name);
  if (text.trim() === '') throw documentError('document.empty', { name });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { text, source: { file: name, format, encoding, sha256 }, read: readDocumentText(text) };
}

async function load(file: string, name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES)
      throw documentError('document.too-large', { name, size: sizeInWords(size) });
    return await readFile(file);
  } catch (error) {
    const { code } = error as { code?: string };
    const reason = {
      ENOENT: 'không có tệp này',
      EACCES: 'không được quyền đọc',
      EISDIR: 'đây là thư mục',
    }[code ?? ''];
    if (reason === undefined) throw error;
    throw documentError('document.not-found', { name, reason });
  }
}

interface FileText {
  text: string;
  format: DocumentFormat;
  encoding: string;
}

async function textOf(bytes: Uint8Array, name: string): Promise<FileText> {
  const kind = sniff(bytes, name);
  const extension = extensionOf(name);
  if (kind === 'pdf')
    return { text: cleanText(await pdfText(bytes, name)), format: 'pdf', encoding: 'utf-8' };
  if (kind === 'zip')
    return { text: cleanText(await docxText(bytes, name)), format: 'docx', encoding: 'utf-8' };
  if (kind === 'ole') throw oldOffice(bytes, name);
  if (kind === 'rtf') throw documentError('document.unknown-type', { name, type: 'RTF' });
  if (kind === 'binary')
    throw documentError('document.unknown-type', { name, type: 'không phải văn bản' });
  if (['docx', 'pdf', 'doc'].includes(extension)) {
    const type = kind === 'html' ? 'trang HTML' : 'văn bản thuần';
    throw documentError('document.type-mismatch', { name, extension, type });
  }
  const { text, encoding } = decodeText(bytes, name);
  return { text: cleanText(kind === 'html' ? htmlText(text) : text), format: kind, encoding };
}

/** A compound file: Word before 2007, or a new one that is sealed with a password. */
function oldOffice(bytes: Uint8Array, name: string): Error {
  const sealed = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(sealed)
    ? documentError('document.password', { name })
    : documentError('document.old-word', { name });
}
