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
import { twips } from './docx-styles.server.ts';
import type { DocumentLayout } from './layout.ts';
import type { WrittenTable } from './official-document.ts';
import { pictureSize } from './picture-size.ts';
import type { SetBlock, SetRun } from './set-document.ts';

export interface DocxContext {
  layout: DocumentLayout;
  files: Record<string, Uint8Array>;
  /** 0 for the text itself, then its appendices: each counts its own headings. */
  part: number;
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
      return block.items.map(
        (item) => new Paragraph({ keepNext, children: [new TextRun('- '), ...item.map(run)] }),
      );
    case 'heading':
      return [heading(block, context.part)];
    case 'table':
      return tableOf(block, context.layout);
    case 'figure':
      return figureOf(block, context);
  }
}

function run({ text, bold, italic }: SetRun): TextRun {
  return new TextRun({ text, bold, italics: italic });
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

function tableOf(table: WrittenTable, { paper, margins }: DocumentLayout): (Paragraph | Table)[] {
  const width = twips(paper.width - margins.left.used - margins.right.used);
  const shares = table.columns.map((column) => column.width ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.round((width * share) / whole));
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

function figureOf(
  figure: Extract<SetBlock, { kind: 'figure' }>,
  { files, layout }: DocxContext,
): Paragraph[] {
  const data = files[figure.file];
  const size = data && pictureSize(data);
  if (!data || !size) throw new Error(`no picture ${figure.file} that Word can show`);
  const { paper, margins } = layout;
  // Word's pictures are measured in pixels of 1/96 inch.
  const room = ((paper.width - margins.left.used - margins.right.used) / 25.4) * 96;
  const width = Math.round(room * (figure.width ?? 1));
  const height = Math.round((width * size.height) / size.width);
  const centre = { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } };
  const picture = new ImageRun({
    type: size.type,
    data,
    transformation: { width, height },
    altText: { name: figure.file, description: figure.alt, title: figure.alt },
  });
  return [
    new Paragraph({ ...centre, keepNext: figure.caption !== undefined, children: [picture] }),
    ...(figure.caption
      ? [
          new Paragraph({
            ...centre,
            children: [new TextRun({ text: figure.caption, italics: true })],
          }),
        ]
      : []),
  ];
}
