// Blocks of the body as Word's own paragraphs, lists and tables.
import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { sideBySide } from './docx-parts.server.ts';
import { listIndent, twips } from './docx-styles.server.ts';
import type { DocumentLayout } from './layout.ts';
import type { WrittenTable } from './official-document.ts';
import { pictureSize } from './picture-size.ts';
import { NO_PICTURE, type SetBlock, type SetRun } from './set-document.ts';

export interface DocxContext {
  layout: DocumentLayout;
  files: Record<string, Uint8Array>;
  /** 0 for the text itself, then its appendices: each counts its own headings. */
  part: number;
  /** How many lists were counted so far: each begins with 1 again. */
  counts: { lists: number };
  /** On paper turned wide. */
  landscape?: boolean;
  /** Stays on the page of what follows. */
  keepNext?: boolean;
}

/** Levels Word counts by itself, with the heading style they carry. */
const COUNTED = {
  roman: [0, HeadingLevel.HEADING_1],
  clause: [1, HeadingLevel.HEADING_2],
  point: [2, HeadingLevel.HEADING_3],
} as const;
const PLACES = {
  text: AlignmentType.LEFT,
  number: AlignmentType.RIGHT,
  percent: AlignmentType.RIGHT,
  date: AlignmentType.CENTER,
  ordinal: AlignmentType.CENTER,
} as const;

/** One block in Word's terms. */
export function docxBlock(block: SetBlock, context: DocxContext): (Paragraph | Table)[] {
  const { keepNext = false } = context;
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ keepNext, keepLines: keepNext, children: block.runs.map(run) })];
    case 'list':
      return listOf(block, context);
    case 'heading':
      return [heading(block, context.part)];
    case 'table':
      return tableOf(block, textWidth(context));
    case 'figure':
      return figureOf(block, context);
    case 'photographs':
      return block.rows.flatMap((row) => photographs(row, context));
  }
}

function run({ text, bold, italic }: SetRun): TextRun {
  return new TextRun({ text, bold, italics: italic });
}

/** Word counts numbers that begin with 1 and bears dashes; a list that goes on from another is written. */
function listOf(
  { items }: Extract<SetBlock, { kind: 'list' }>,
  { keepNext = false, layout, counts }: DocxContext,
): Paragraph[] {
  const reached = new Map<number, number>();
  let isCounted = true;
  return items.map(({ mark, depth, number, runs }) => {
    for (const deeper of reached.keys()) if (deeper > depth) reached.delete(deeper);
    const goesOn = number !== null && reached.get(depth) === number - 1;
    if (number === null) reached.delete(depth);
    else reached.set(depth, number);
    if (number !== null && !goesOn) isCounted = number === 1;
    if (number === 1) counts.lists += 1;
    const indent = listIndent(layout, depth);
    if (number !== null && !isCounted) {
      return new Paragraph({
        keepNext,
        indent,
        children: [new TextRun(`${mark} `), ...runs.map(run)],
      });
    }
    const reference = `${number === null ? 'dashes' : 'numbers'}-${String(depth)}`;
    const numbering = { reference, level: 0, instance: number === null ? 0 : counts.lists };
    return new Paragraph({ keepNext, indent, numbering, children: runs.map(run) });
  });
}

function heading(block: Extract<SetBlock, { kind: 'heading' }>, part: number): Paragraph {
  const counted = COUNTED[block.level as keyof typeof COUNTED] as
    (typeof COUNTED)[keyof typeof COUNTED] | undefined;
  // After "d" the Vietnamese alphabet goes on with đ and e, which Word can't count: these are written.
  if (counted && /^[a-d\dIVXLC]/u.test(block.mark)) {
    const [level, style] = counted;
    const numbering = { reference: `parts-${part}`, level };
    return new Paragraph({ heading: style, numbering, text: block.text });
  }
  const isCentred =
    block.level === 'part' || block.level === 'chapter' || block.level === 'section';
  return new Paragraph({
    heading: counted?.[1] ?? (isCentred ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2),
    ...(isCentred ? { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } : {}),
    children: [
      new TextRun(isCentred ? block.mark : `${block.mark} `),
      new TextRun({ text: block.text, ...(isCentred ? { break: 1 } : {}) }),
    ],
  });
}

/** Millimetres between the margins. */
function textWidth({ layout: { paper, margins }, landscape = false }: DocxContext): number {
  const width = landscape ? paper.height : paper.width;
  return width - margins.left.used - margins.right.used;
}

/** Millimetres below which "TT" and a number of two digits are torn. */
const LEAST_COLUMN = 11;

function tableOf(table: WrittenTable, millimetres: number): (Paragraph | Table)[] {
  const width = twips(millimetres);
  const shares = table.columns.map((column) => column.width ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const wanted = shares.map((share) => Math.max((millimetres * share) / whole, LEAST_COLUMN));
  const fit = millimetres / wanted.reduce((sum, one) => sum + one, 0);
  const columnWidths = wanted.map((one) => twips(one * fit));
  const row = (cells: readonly string[], look: 'head' | 'row' | 'total'): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: look === 'head',
      children: cells.map((text, at) => {
        const kind = table.columns[at]?.kind ?? 'text';
        return new TableCell({
          width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          children: [
            new Paragraph({
              style: 'Cell',
              alignment: look === 'head' ? AlignmentType.CENTER : PLACES[kind],
              children: [new TextRun({ text, bold: look !== 'row' })],
            }),
          ],
        });
      }),
    });
  const rows = [
    row(
      table.columns.map((column) => column.head),
      'head',
    ),
    ...table.rows.map((cells) => row(cells, 'row')),
    ...(table.total ? [row(table.total, 'total')] : []),
  ];
  const unit = new TextRun({ text: `Đơn vị tính: ${table.unit ?? ''}`, italics: true });
  return [
    ...(table.caption ? [new Paragraph({ style: 'TableCaption', text: table.caption })] : []),
    ...(table.unit
      ? [
          new Paragraph({
            style: 'Cell',
            alignment: AlignmentType.RIGHT,
            keepNext: true,
            children: [unit],
          }),
        ]
      : []),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths,
      rows,
    }),
    new Paragraph({ style: 'Cell', text: '' }),
  ];
}

const CENTRE = { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } };
/** Word's pictures are measured in pixels of 1/96 inch. */
const pixels = (millimetres: number): number => (millimetres / 25.4) * 96;

function figureOf(
  figure: Extract<SetBlock, { kind: 'figure' }>,
  context: DocxContext,
): Paragraph[] {
  const room = pixels(textWidth(context)) * (figure.width ?? 1);
  const picture = imageOf(context.files, figure, room);
  return [
    new Paragraph({ ...CENTRE, keepNext: figure.caption !== undefined, children: [picture] }),
    ...captionOf(figure.caption),
  ];
}

/** Most of a photograph's width and height, in millimetres: as in the PDF. */
const PHOTOGRAPH = { width: 76, height: 57 };

/** Two photographs side by side, each over its words. */
function photographs(
  row: Extract<SetBlock, { kind: 'photographs' }>['rows'][number],
  { files, layout }: DocxContext,
): (Paragraph | Table)[] {
  const [left, right] = row.map(({ file, caption }) => {
    if (file === null) return [...captionOf(NO_PICTURE), ...captionOf(caption)];
    const picture = imageOf(
      files,
      { file, alt: caption },
      pixels(PHOTOGRAPH.width),
      pixels(PHOTOGRAPH.height),
    );
    return [
      new Paragraph({ ...CENTRE, keepNext: true, children: [picture] }),
      ...captionOf(caption),
    ];
  });
  return [
    sideBySide(left ?? [], right ?? [], 0.5, layout),
    new Paragraph({ style: 'Cell', text: '' }),
  ];
}

/** A picture as wide as its room, unless that makes it higher than it may be. */
function imageOf(
  files: DocxContext['files'],
  { file, alt }: { file: string; alt: string },
  room: number,
  most = Infinity,
): ImageRun {
  const data = files[file];
  const size = data && pictureSize(data);
  if (!data || !size) throw new Error(`no picture ${file} that Word can show`);
  const scale = Math.min(room / size.width, most / size.height);
  return new ImageRun({
    type: size.type,
    data,
    transformation: {
      width: Math.round(size.width * scale),
      height: Math.round(size.height * scale),
    },
    altText: { name: file, description: alt, title: alt },
  });
}

function captionOf(caption: string | undefined): Paragraph[] {
  if (!caption) return [];
  return [new Paragraph({ ...CENTRE, children: [new TextRun({ text: caption, italics: true })] })];
}
