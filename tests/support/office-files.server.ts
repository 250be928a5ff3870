// Word files and PDFs of a plan, made for tests from its text: as an office would set them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { sent, type Paper } from './paper-layouts.ts';

/** The pieces of the sample plan, as its text lays them out. */
export interface PlanPieces {
  left: string[];
  right: string[];
  title: string[];
  body: string[];
  recipients: string[];
  signature: string[];
}

/** Takes the sample plan's text apart; it opens with the left column and closes with the signature. */
export function planPieces(text: string): PlanPieces {
  const lines = text.split('\n').map((line) => line.trim());
  const at = (wanted: string | RegExp): number =>
    lines.findIndex((line) => (typeof wanted === 'string' ? line === wanted : wanted.test(line)));
  const motto = at(/^CỘNG H/);
  const type = at('KẾ HOẠCH');
  const sent = at(/^Nơi nhận/);
  const signed = at(/^TM\./);
  const bodyStart = lines.findIndex((line, index) => index > type && line.length > 120);
  const filled = (from: number, to?: number): string[] => lines.slice(from, to).filter(Boolean);
  return {
    left: filled(0, motto),
    right: filled(motto, type),
    title: filled(type, bodyStart),
    body: filled(bodyStart, sent),
    recipients: filled(sent, signed),
    signature: filled(signed),
  };
}

/** A Word file of plain paragraphs, everything one under the other. */
export async function plainDocx(pieces: PlanPieces): Promise<Uint8Array> {
  const lines = [
    ...pieces.left,
    ...pieces.right,
    ...pieces.title,
    ...pieces.body,
    ...pieces.recipients,
    ...pieces.signature,
  ];
  const children = lines.map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return packed(new Document({ sections: [{ children }] }));
}

/** A Word file with head and signature in tables of two columns and with automatic numbers. */
export async function laidOutDocx(pieces: PlanPieces): Promise<Uint8Array> {
  const children = [
    columns(pieces.left, pieces.right),
    ...pieces.title.map((line) => new Paragraph({ text: line, alignment: AlignmentType.CENTER })),
    ...pieces.body.map(numberedParagraph()),
    columns(pieces.recipients, pieces.signature),
  ];
  const level = (
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    at: number,
  ) => ({
    level: at,
    format,
    text,
    alignment: AlignmentType.START,
  });
  const config = [
    {
      reference: 'plan',
      levels: [
        level(LevelFormat.UPPER_ROMAN, '%1.', 0),
        level(LevelFormat.DECIMAL, '%2.', 1),
        level(LevelFormat.BULLET, '-', 2),
      ],
    },
  ];
  return packed(new Document({ numbering: { config }, sections: [{ children }] }));
}

/** A paper as a Word file: head and foot in tables without borders, tables as tables. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const body = (text: string): (Paragraph | Table)[] =>
    text
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) =>
        line === '[TABLE]' && paper.table
          ? gridOf(paper.table)
          : new Paragraph(
              isShouted(line) ? { text: line, alignment: AlignmentType.CENTER } : { text: line },
            ),
      );
  const children = [
    columns(paper.left, paper.right),
    ...body(paper.body),
    columns(sent(paper), paper.signature),
    ...body(paper.attached ?? ''),
  ];
  return packed(new Document({ sections: [{ children }] }));
}

function isShouted(line: string): boolean {
  return line === line.toUpperCase() && !/^[IVX]+[.-/]/.test(line);
}

function gridOf(table: string[][]): Table {
  const rows = table.map(
    (row) =>
      new TableRow({
        children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
      }),
  );
  return new Table({ rows });
}

function columns(left: string[], right: string[]): Table {
  const cell = (lines: string[]): TableCell =>
    new TableCell({
      width: { size: 50, type: WidthType.PERCENTAGE },
      children: lines.map((line) => new Paragraph({ text: line, alignment: AlignmentType.CENTER })),
    });
  return new Table({ rows: [new TableRow({ children: [cell(left), cell(right)] })] });
}

/** The mark of a line becomes an automatic number at its level. */
function numberedParagraph(): (line: string) => Paragraph {
  return (line) => {
    const mark = /^(?:([IVX]+)\.|(\d+)\.|(-))\s+/.exec(line);
    if (!mark) return new Paragraph(line);
    const level = mark[1] ? 0 : mark[2] ? 1 : 2;
    return new Paragraph({
      text: line.slice(mark[0].length),
      numbering: { reference: 'plan', level },
    });
  };
}

async function packed(document: Document): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(document));
}

const require = createRequire(import.meta.url);

/** A PDF with the head in two columns, justified body, recipients beside the signature. */
export function planPdf(pieces: PlanPieces): Promise<Uint8Array> {
  return typstPdf(template(pieces));
}

/** A PDF of a Typst source, set in Tinos. */
export async function typstPdf(source: string): Promise<Uint8Array> {
  const { createTypstCompiler, loadFonts } = await import('@myriaddreamin/typst.ts');
  const fonts = ['400Regular/Tinos_400Regular.ttf', '700Bold/Tinos_700Bold.ttf'].map(
    (file) =>
      new Uint8Array(readFileSync(path.join(packageFolder('@expo-google-fonts/tinos'), file))),
  );
  const wasm = require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm');
  const compiler = createTypstCompiler();
  await compiler.init({
    getModule: () => ({ module_or_path: readFileSync(wasm) }),
    beforeBuild: [loadFonts(fonts, { assets: false })],
  });
  compiler.addSource('/main.typ', source);
  // 1 is PDF; the word "pdf" silently gives another format.
  const { result, diagnostics } = await compiler.compile({
    mainFilePath: '/main.typ',
    format: 1,
    diagnostics: 'full',
  });
  if (!result) throw new Error(`no PDF: ${JSON.stringify(diagnostics)}`);
  return result;
}

function packageFolder(name: string): string {
  return path.dirname(require.resolve(`${name}/package.json`));
}

function template(pieces: PlanPieces): string {
  const text = (lines: string[]): string =>
    lines.map((line) => `#text(${JSON.stringify(line)})`).join(' \\\n');
  const paragraphs = (lines: string[]): string =>
    lines.map((line) => `#text(${JSON.stringify(line)})`).join('\n\n');
  return `
#set page(paper: "a4", margin: (top: 2cm, bottom: 2cm, left: 3cm, right: 2cm), numbering: "1")
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 1cm, all: true))
#grid(columns: (42%, 58%), align: center,
  [#set par(first-line-indent: 0cm)
#text(size: 12pt)[${text(pieces.left)}]],
  [#set par(first-line-indent: 0cm)
#text(size: 12pt)[${text(pieces.right)}]])
#align(center)[${text(pieces.title)}]

${paragraphs(pieces.body)}

#grid(columns: (50%, 50%),
  [#set par(first-line-indent: 0cm, justify: false)
#text(size: 11pt)[${text(pieces.recipients)}]],
  align(center)[${text(pieces.signature)}])
`;
}
