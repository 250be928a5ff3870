// An official document as a Word file with real styles, automatic numbers and fields, to be changed in
// Word or LibreOffice. The words are those of the PDF; the measures come from the same layout.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { makePaperPictures } from '#lib/platform/index.server.ts';
import { docxBlock, type DocxContext } from './docx-blocks.server.ts';
import { DOCX_FONT, docxNumbering, docxStyles, halfPoints, twips } from './docx-styles.server.ts';
import { sideBySide, signatures, stacked } from './docx-parts.server.ts';
import type { DocumentLayout } from './layout.ts';
import { getDocumentLayout } from './layout.server.ts';
import { WrittenDocument } from './official-document.ts';
import { drawingsOf } from './pictures.ts';
import { setDocument, type SetDocument } from './set-document.ts';

/**
 * Writes a document as .docx in the layout of Decree 30/2020/NĐ-CP.
 * @param given pictures its figures name (png or jpg), photographs as `readPaperPictures` gives them
 */
export async function writeDocx(
  document: WrittenDocument,
  given: Record<string, Uint8Array> = {},
): Promise<Uint8Array> {
  const whole = WrittenDocument.parse(document);
  const set = setDocument(whole, (name) => Object.hasOwn(given, name));
  // Older Words draw no svg, newer ones not every hatching: charts are pictures of dots here.
  const files = { ...given, ...(await makePaperPictures(drawingsOf(whole))) };
  const layout = getDocumentLayout();
  const counts = { lists: 0 };
  const word = new Document({
    title: set.title,
    creator: set.issuer.join(' '),
    styles: docxStyles(layout),
    numbering: docxNumbering(1 + set.appendices.length, layout),
    sections: [
      section(set, layout, mainPart(set, { layout, files, counts, part: 0 }), false),
      ...set.appendices.map((appendix, at) =>
        section(
          set,
          layout,
          [
            new Paragraph({ style: 'AppendixHead', text: appendix.head }),
            new Paragraph({ style: 'AppendixHead', text: appendix.title }),
            centred([new TextRun({ text: appendix.belongsTo, italics: true })]),
            ...appendix.blocks.flatMap((block) =>
              docxBlock(block, {
                layout,
                files,
                counts,
                part: at + 1,
                landscape: appendix.landscape,
              }),
            ),
          ],
          appendix.landscape,
        ),
      ),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(word));
}

function mainPart(set: SetDocument, context: DocxContext): ISectionOptions['children'] {
  const { layout } = context;
  const size = (name: keyof DocumentLayout['letters']): number =>
    halfPoints(layout.letters[name].used);
  const left = [
    ...stacked(set.superior, { size: size('superior') }),
    ...stacked(set.issuer, { size: size('issuer'), bold: true, underlined: 'part' }),
    ...stacked([set.number], { size: size('number') }),
    ...(set.typeName === null ? stacked([set.about], { size: size('about') }) : []),
    ...(set.urgency ? stacked([set.urgency], { size: size('mark'), bold: true }) : []),
  ];
  const right = [
    ...stacked(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], { size: size('nation'), bold: true }),
    ...stacked(['Độc lập - Tự do - Hạnh phúc'], {
      size: size('motto'),
      bold: true,
      underlined: 'whole',
    }),
    ...stacked([set.placeAndDate], { size: size('placeAndDate'), italics: true }),
    ...(set.circulation ? stacked([set.circulation], { size: size('mark'), bold: true }) : []),
  ];
  const { headColumns } = layout;
  return [
    sideBySide(left, right, headColumns.left, layout),
    ...title(set),
    ...addressed(set),
    ...set.bases.map((text) => new Paragraph({ style: 'Basis', text })),
    ...set.blocks.flatMap((block, at) =>
      docxBlock(block, { ...context, keepNext: at === set.blocks.length - 1 }),
    ),
    signatures(set, layout),
  ];
}

function title(set: SetDocument): Paragraph[] {
  if (set.typeName === null) return [];
  return [
    new Paragraph({ style: 'TypeName', text: set.typeName }),
    new Paragraph({ style: 'About', text: set.about }),
  ];
}

function addressed({ to }: SetDocument): Paragraph[] {
  if (to.length === 0) return [];
  if (to.length === 1) return [centred([new TextRun(`Kính gửi: ${to[0] ?? ''}`)])];
  const indent = { left: twips(40), firstLine: 0 };
  return ['Kính gửi:', ...to].map((text) => new Paragraph({ text, indent }));
}

function centred(children: TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, indent: { firstLine: 0 }, children });
}

/** A part with its own paper and its own page numbers, none on its first page. */
function section(
  set: SetDocument,
  layout: DocumentLayout,
  children: ISectionOptions['children'],
  landscape: boolean,
): ISectionOptions {
  const { paper, margins } = layout;
  const number = new Paragraph({
    style: 'PageNumber',
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  const first = set.draft
    ? [
        centred([
          new TextRun({ text: 'DỰ THẢO', bold: true, border: { style: BorderStyle.SINGLE } }),
        ]),
      ]
    : [new Paragraph('')];
  const foot = new Footer({
    children: set.demonstration
      ? [
          centred([
            new TextRun({ text: 'Dữ liệu minh họa', italics: true, size: 20, font: DOCX_FONT }),
          ]),
        ]
      : [new Paragraph('')],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        pageNumbers: { start: 1 },
        size: {
          width: twips(paper.width),
          height: twips(paper.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top.used),
          bottom: twips(margins.bottom.used),
          left: twips(margins.left.used),
          right: twips(margins.right.used),
          header: twips(margins.top.used / 2),
          footer: twips(margins.bottom.used / 2),
        },
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      first: new Header({ children: first }),
    },
    footers: { default: foot, first: foot },
    children,
  };
}
