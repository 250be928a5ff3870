// Reads a document from a file or from bytes: what it is, its text, its structure.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { findFileKind, sizeInWords } from '#lib/platform/index.ts';
import { sha256Hex } from '#lib/platform/index.server.ts';
import { cleanText } from './clean.ts';
import type { DocumentFormat, FileReading, Recognition } from './document-reading.ts';
import { documentError } from './errors.ts';
import { readDocx } from './formats/docx/docx.server.ts';
import type { PageLayout } from './formats/docx/layout.ts';
import { convertText, decodeText, type Decoded, type Encoding } from './formats/decode.ts';
import { htmlText } from './formats/html.ts';
import { recognise } from './formats/ocr/ocr.server.ts';
import { pdfText } from './formats/pdf/pdf.server.ts';
import { extensionOf, sniff } from './formats/sniff.ts';
import { readDocumentText } from './reading.ts';

/** Files above this are refused unread. */
export const MOST_BYTES = 30 * 1024 * 1024;

/** What a person knows better than the file tells. */
export interface ReadOptions {
  /** Shown in messages and kept as the file's name. */
  name?: string;
  /** Recognise the letters of pages that are pictures. */
  ocr?: boolean;
  /** The encoding, where the guess was wrong. */
  encoding?: Encoding;
}

/** Reads in this process; see `readDocumentFile` for the guarded way. Throws `document.*` errors. */
export async function readHere(
  input: string | Uint8Array,
  given: ReadOptions = {},
): Promise<FileReading> {
  const name = given.name ?? (typeof input === 'string' ? path.basename(input) : 'văn bản');
  const bytes = typeof input === 'string' ? await loadFile(input, name) : input;
  if (bytes.length === 0) throw documentError('document.empty', { name });
  if (bytes.length > MOST_BYTES)
    throw documentError('document.too-large', { name, size: sizeInWords(bytes.length) });
  const { text, format, encoding, confidence, layout, recognition } = await textOf(
    bytes,
    name,
    given,
  );
  if (text.trim() === '') throw documentError('document.empty', { name });
  const sha256 = sha256Hex(bytes);
  return {
    text,
    source: { file: name, format, encoding, confidence, sha256, recognition: recognition ?? null },
    read: readDocumentText(text),
    ...(layout && { layout }),
  };
}

/** The bytes of a file. Throws `document.not-found`, `document.too-large`. */
export async function loadFile(file: string, name: string): Promise<Uint8Array> {
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
  confidence: number;
  layout?: PageLayout;
  recognition?: Recognition;
}

async function textOf(
  bytes: Uint8Array,
  name: string,
  { ocr, encoding }: ReadOptions,
): Promise<FileText> {
  if (await isPicture(bytes)) {
    if (ocr) return recognised(bytes, name, 'picture');
    if (/^(?:png|jpe?g|tiff?)$/.test(extensionOf(name)))
      throw documentError('document.scanned', { name, pages: 1 });
  }
  await refuseOtherTypes(bytes, name);
  const kind = sniff(bytes, name);
  const extension = extensionOf(name);
  if (kind === 'pdf') {
    const text = await pdfText(bytes, name, ocr ?? false);
    if (text === undefined) return recognised(bytes, name, 'pdf');
    return { ...cleaned(convertText(text, encoding)), format: 'pdf' };
  }
  if (kind === 'zip') {
    const { text, layout } = await readDocx(bytes, name);
    return { ...cleaned(convertText(text, encoding)), format: 'docx', layout };
  }
  if (kind === 'ole') throw oldOffice(bytes, name);
  if (kind === 'rtf') throw documentError('document.unknown-type', { name, type: 'RTF' });
  if (kind === 'binary') {
    throw documentError('document.unknown-type', { name, type: 'không phải văn bản' });
  }
  if (['docx', 'pdf', 'doc'].includes(extension)) {
    const type = kind === 'html' ? 'trang HTML' : 'văn bản thuần';
    throw documentError('document.type-mismatch', { name, extension, type });
  }
  const decoded = decodeText(bytes, name, encoding);
  const text = kind === 'html' ? htmlText(decoded.text) : decoded.text;
  return { ...cleaned({ ...decoded, text }), format: kind };
}

/** Whether it is the picture of a page that may be recognised. */
async function isPicture(bytes: Uint8Array): Promise<boolean> {
  const type = await fileTypeFromBuffer(bytes);
  return type !== undefined && ['image/png', 'image/jpeg', 'image/tiff'].includes(type.mime);
}

async function recognised(
  bytes: Uint8Array,
  name: string,
  kind: 'pdf' | 'picture',
): Promise<FileText> {
  const { text, recognition } = await recognise(bytes, name, kind);
  const { confidence } = recognition;
  const format = kind === 'pdf' ? 'pdf' : 'image';
  return { text, format, encoding: 'utf-8', confidence, recognition };
}

/** Pictures, sound, programs: known by their first bytes, never documents. */
async function refuseOtherTypes(bytes: Uint8Array, name: string): Promise<void> {
  // The mark of UTF-16 text opens some sound files too.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return;
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !/^(?:image|audio|video|font)\/|executable|msdownload|x-elf/.test(type.mime)) return;
  const known = findFileKind(type.mime)?.name ?? typeInWords(type.mime);
  throw documentError('document.unknown-type', { name, type: known });
}

/** For types Loa keeps no file of: nobody at an office speaks in media types. */
function typeInWords(mediaType: string): string {
  const families: Record<string, string> = {
    image: 'ảnh',
    audio: 'âm thanh',
    video: 'phim',
    font: 'phông chữ',
  };
  return families[mediaType.split('/')[0] ?? ''] ?? 'chương trình máy tính';
}

function cleaned(decoded: Decoded): Decoded {
  return { ...decoded, text: cleanText(decoded.text) };
}

/** A compound file: Word before 2007, or a new one that is sealed with a password. */
function oldOffice(bytes: Uint8Array, name: string): Error {
  const sealed = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(sealed)
    ? documentError('document.password', { name })
    : documentError('document.old-word', { name });
}
