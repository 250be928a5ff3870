// Text of a PDF from the places of its letters. One without letters is a scan.
import { getDocumentProxy } from 'unpdf';
import { documentError } from '../../errors.ts';
import { stampsOn, type StampedPage } from './stamps.server.ts';
import type { Page, Piece } from './pieces.ts';
import { textOfPages } from './rows.ts';

const MOST_PAGES = 1000;
/** Fewer letters a page than this, and the pages are pictures. */
const FEWEST_LETTERS = 30;

/**
 * The text of a PDF; undefined for a scan where that `mayBeScanned`. Throws `document.password`,
 * `.scanned`, `.damaged`.
 */
export async function pdfText(
  bytes: Uint8Array,
  name: string,
  mayBeScanned = false,
): Promise<string | undefined> {
  const pages = await pagesOf(bytes, name);
  const letters = pages.reduce((sum, page) => sum + lettersOn(page), 0);
  if (letters < FEWEST_LETTERS * Math.min(pages.length, 3)) {
    if (mayBeScanned) return undefined;
    throw documentError('document.scanned', { name, pages: pages.length });
  }
  return textOfPages(pages);
}

async function pagesOf(bytes: Uint8Array, name: string): Promise<Page[]> {
  try {
    // A copy: the parser takes the buffer over.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
    });
    try {
      const pages: Page[] = [];
      for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
        const page = await pdf.getPage(number);
        const { width, height } = page.getViewport({ scale: 1 });
        const content = await page.getTextContent();
        // Only a first page has the number and the day of the document.
        const stamps = number === 1 ? await stampsOn(page as unknown as StampedPage, height) : [];
        pages.push({
          width,
          height,
          pieces: [...stamps, ...content.items.flatMap((item) => pieceOf(item, height))],
        });
        page.cleanup();
      }
      return pages;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    const kind = error instanceof Error ? error.name : '';
    if (kind === 'PasswordException') throw documentError('document.password', { name });
    throw documentError('document.damaged', { name, reason: 'cấu trúc PDF không đúng' });
  }
}

function pieceOf(item: object, pageHeight: number): Piece[] {
  if (!('str' in item) || !('transform' in item)) return [];
  const { str, transform, width, height } = item as {
    str: string;
    transform: number[];
    width: number;
    height: number;
  };
  const size = height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0) || 10;
  return [
    { text: str, x: transform[4] ?? 0, y: pageHeight - (transform[5] ?? 0), width, height: size },
  ];
}

function lettersOn({ pieces }: Page): number {
  return pieces.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}
