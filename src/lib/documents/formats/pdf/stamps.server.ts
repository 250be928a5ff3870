// Number and day that a registry stamps onto a signed PDF: they aren't text of the page but the look
// of signature fields, so a text layer leaves them out ("Số: … /KH-UBND", "ngày … tháng 7").
import { sure } from '../../sure.ts';
import { getResolvedPDFJS } from 'unpdf';
import type { Piece } from './pieces.ts';

/** The part of a page of the PDF library that is used here. */
export interface StampedPage {
  getAnnotations(): Promise<{ subtype?: string }[]>;
  getOperatorList(options: {
    annotationMode: number;
  }): Promise<{ fnArray: number[]; argsArray: unknown[][] }>;
}

/** A figure or two letters; longer texts are captions of signatures and no part of the document. */
const STAMP = /^\d{1,6}(?:[/.-]\d{1,4}){0,2}$/;

/** The figures stamped on a page, at the places of their fields. */
export async function stampsOn(page: StampedPage, pageHeight: number): Promise<Piece[]> {
  const fields = await page.getAnnotations();
  if (
    !fields.some(
      ({ subtype }) => subtype === 'Widget' || subtype === 'FreeText' || subtype === 'Stamp',
    )
  )
    return [];
  const { OPS, AnnotationMode } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList({
    annotationMode: AnnotationMode.ENABLE,
  });
  const stamps: Piece[] = [];
  let rect: number[] | undefined;
  let words = '';
  fnArray.forEach((operation, at) => {
    if (operation === OPS.beginAnnotation) {
      rect = sure(argsArray[at])[1] as number[];
      words = '';
    } else if (operation === OPS.showText && rect) {
      words += glyphs(sure(argsArray[at])[0]);
    } else if (operation === OPS.endAnnotation && rect) {
      if (STAMP.test(words.trim())) stamps.push(pieceAt(words.trim(), rect, pageHeight));
      rect = undefined;
    }
  });
  return stamps;
}

function glyphs(list: unknown): string {
  if (!Array.isArray(list)) return '';
  return list
    .map((glyph: { unicode?: string } | number | null) =>
      typeof glyph === 'object' ? (glyph?.unicode ?? '') : '',
    )
    .join('');
}

/** A figure stands in the middle of its field, a little below it on the base line. */
function pieceAt(text: string, rect: number[], pageHeight: number): Piece {
  const [left, bottom, right, top] = rect as [number, number, number, number];
  const height = 13;
  return {
    text: ` ${text} `,
    x: left,
    y: pageHeight - ((bottom + top) / 2 - height * 0.3),
    width: right - left,
    height,
  };
}
