// Head and signature of the Word file: two columns in a table without borders.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { halfPoints, OF_LINES, twips } from './docx-styles.server.ts';
import type { DocumentLayout } from './layout.ts';
import type { SetDocument, SetSignatory } from './set-document.ts';

interface Look {
  /** Half points. */
  size: number;
  bold?: boolean;
  italics?: boolean;
  /** A line below the last of the lines: as long as its words, or a part of them. */
  underlined?: 'whole' | 'part';
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
}

/** Lines one under the other, centred unless said otherwise. */
export function stacked(lines: readonly string[], look: Look): Paragraph[] {
  const { underlined, alignment = AlignmentType.CENTER, ...run } = look;
  const spacing = { after: 0, line: 240, lineRule: OF_LINES };
  const words = lines.map(
    (text) =>
      new Paragraph({
        alignment,
        spacing,
        indent: { firstLine: 0 },
        children: [new TextRun({ text, ...run })],
      }),
  );
  return underlined === undefined ? words : [...words, rule(underlined === 'part' ? 20 : 17)];
}

/** A rule of its own, so that its length takes no room from the words above. */
function rule(side: number): Paragraph {
  return new Paragraph({
    spacing: { after: 120, line: 40, lineRule: LineRuleType.EXACT },
    indent: { left: twips(side), right: twips(side), firstLine: 0 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [new TextRun({ text: '', size: 2 })],
  });
}

/** Two columns; `share` is the left one's part of the text's width. Never torn over pages. */
export function sideBySide(
  left: Paragraph[],
  right: Paragraph[],
  share: number,
  { paper, margins }: DocumentLayout,
): Table {
  const width = twips(paper.width - margins.left.used - margins.right.used);
  const widths = [Math.round(width * share), width - Math.round(width * share)];
  const cell = (children: Paragraph[], at: number): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children: children.length > 0 ? children : [new Paragraph('')],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: TableBorders.NONE,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 0), cell(right, 1)] })],
  });
}

/** Recipients and signature, or the two signatures of minutes. */
export function signatures(set: SetDocument, layout: DocumentLayout): Table {
  const { letters } = layout;
  const signed = sign(set.signatory, halfPoints(letters.signature.used));
  if (set.coSignatory) {
    return sideBySide(
      sign(set.coSignatory, halfPoints(letters.signature.used)),
      signed,
      0.5,
      layout,
    );
  }
  const start = AlignmentType.LEFT;
  const recipients = [
    ...stacked(['Nơi nhận:'], {
      size: halfPoints(letters.recipientsHead.used),
      bold: true,
      italics: true,
      alignment: start,
    }),
    ...stacked(set.recipients, { size: halfPoints(letters.recipients.used), alignment: start }),
  ];
  return sideBySide(recipients, signed, 0.46, layout);
}

/** Room for a signature stands between title and name. */
function sign(signatory: SetSignatory, size: number): Paragraph[] {
  const room = Array.from({ length: 4 }, () => '');
  return stacked([...signatory.lines, ...room, signatory.name], { size, bold: true });
}
