// Styles and numbering of the Word file: what an officer finds in Word's list of styles.
import {
  AlignmentType,
  LevelFormat,
  LineRuleType,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';
import type { DocumentLayout } from './layout.ts';
import { dashOf } from './list-items.ts';
import { MOST_DEPTH } from './official-document.ts';

/** What Word files name; Tinos, its metric twin, is for the PDF. */
export const DOCX_FONT = 'Times New Roman';

/** Lines grow with what stands in them; unsaid, LibreOffice takes the figure for a height and cuts. */
export const OF_LINES = LineRuleType.AUTO;

/** Millimetres in twentieths of a point, as Word measures paper. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** Points in half points, as Word measures letters. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Styles by the layout's measures; body text is the default. */
export function docxStyles(layout: DocumentLayout): IStylesOptions {
  const size = halfPoints(layout.letters.body.used);
  const after = layout.paragraphGap.used * 20;
  const spacing = { after, line: Math.round(layout.lineSpacing.used * 240), lineRule: OF_LINES };
  const firstLine = twips(layout.firstLine.used);
  const heading = (bold: boolean, italics = false) => ({
    run: { font: DOCX_FONT, size, bold, italics, color: '000000' },
    paragraph: { keepNext: true, spacing, indent: { left: 0, firstLine } },
  });
  const centre = (bold: boolean, letters: number, before = 0, gap = 0) => ({
    basedOn: 'Normal',
    run: { bold, size: halfPoints(letters) },
    paragraph: {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before, after: gap },
      indent: { firstLine: 0 },
    },
  });
  const { letters } = layout;
  return {
    default: {
      document: {
        run: { font: DOCX_FONT, size, language: { value: 'vi-VN' } },
        paragraph: { alignment: AlignmentType.BOTH, spacing, indent: { firstLine } },
      },
      heading1: heading(true),
      heading2: heading(true),
      heading3: heading(true, true),
    },
    paragraphStyles: [
      { id: 'TypeName', name: 'Tên loại', ...centre(true, letters.typeName.used, 240) },
      { id: 'About', name: 'Trích yếu', ...centre(true, letters.title.used, 0, 240) },
      { id: 'AppendixHead', name: 'Phụ lục', ...centre(true, letters.typeName.used) },
      { id: 'TableCaption', name: 'Tên bảng', ...centre(true, letters.body.used - 1, 120, 60) },
      { id: 'PageNumber', name: 'Số trang', ...centre(false, letters.pageNumber.used) },
      { id: 'Basis', name: 'Căn cứ', basedOn: 'Normal', run: { italics: true } },
      {
        id: 'Cell',
        name: 'Ô bảng',
        basedOn: 'Normal',
        run: { size: halfPoints(letters.table.used) },
        paragraph: {
          alignment: AlignmentType.LEFT,
          spacing: { before: 20, after: 20, line: 240, lineRule: OF_LINES },
          indent: { firstLine: 0 },
        },
      },
    ],
  };
}

/** Where an item of a list stands: its first line as that of a paragraph, one step in for every depth. */
export function listIndent({ firstLine }: DocumentLayout, depth: number) {
  return { left: twips(firstLine.used * depth), firstLine: twips(firstLine.used) };
}

/** Levels that Word itself counts; each part of the document (0 the text, 1… appendices) has its own. */
export function docxNumbering(parts: number, layout: DocumentLayout): INumberingOptions {
  const level = (at: number, format: string, text: string) => ({
    level: at,
    format: format as (typeof LevelFormat)[keyof typeof LevelFormat],
    text,
    alignment: AlignmentType.START,
    suffix: 'space' as const,
  });
  const headings = Array.from({ length: parts }, (_, part) => ({
    reference: `parts-${part}`,
    levels: [
      level(0, LevelFormat.UPPER_ROMAN, '%1.'),
      level(1, LevelFormat.DECIMAL, '%2.'),
      level(2, LevelFormat.LOWER_LETTER, '%3)'),
    ],
  }));
  // A scheme for every depth: Word begins one anew by itself only under a level of the same scheme.
  const lists = Array.from({ length: MOST_DEPTH + 1 }, (_, depth) => {
    const style = { paragraph: { indent: listIndent(layout, depth) } };
    const scheme = (name: string, format: string, text: string) => ({
      reference: `${name}-${String(depth)}`,
      levels: [{ ...level(0, format, text), style }],
    });
    return [
      scheme('dashes', LevelFormat.BULLET, dashOf(depth)),
      scheme('numbers', LevelFormat.DECIMAL, '%1.'),
    ];
  });
  return { config: [...headings, ...lists.flat()] };
}
