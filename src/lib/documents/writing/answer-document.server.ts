// A document as a file to download: PDF or Word, by the ending of its address.
import type { WrittenDocument } from './official-document.ts';
import { writeDocx } from './write-docx.server.ts';
import { writePdf } from './write-pdf.server.ts';

const KINDS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type PaperFormat = keyof typeof KINDS;

/** "thong-bao.docx" as the document's name and its format; undefined for any other ending. */
export function paperFileOf(file: string): { name: string; format: PaperFormat } | undefined {
  const found = /^([a-z0-9-]+)\.(pdf|docx)$/.exec(file);
  return found?.[1] ? { name: found[1], format: found[2] as PaperFormat } : undefined;
}

/**
 * The answer that lets a browser save the document.
 * @param name of the file, without its ending
 * @param files pictures its figures name
 * @throws `print.*`
 */
export async function answerDocument(
  document: WrittenDocument,
  { name, format }: { name: string; format: PaperFormat },
  files: Record<string, Uint8Array> = {},
): Promise<Response> {
  const write = format === 'pdf' ? writePdf : writeDocx;
  return new Response((await write(document, files)).slice(), {
    headers: {
      'content-type': KINDS[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      // Made from what stands now; the next one may say something else.
      'cache-control': 'private, no-store',
    },
  });
}
