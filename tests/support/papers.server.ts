// The documents of our own under tests/papers, and the files an office would get them in.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readHere } from '#lib/documents/index.server.ts';
import { sure, type FileReading } from '#lib/documents/index.ts';
import { encodeLegacy } from './legacy-bytes.ts';
import { paperDocx } from './office-files.server.ts';
import { columns, sent, TEXT_LAYOUTS, type Paper } from './paper-layouts.ts';
import type { Expected } from './score.ts';

const FOLDER = path.resolve(import.meta.dirname, '../papers');

/** Every paper with its expected answer, by name. */
export function loadPapers(): { paper: Paper; expected: Expected }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const { expected, ...paper } = parse(
        readFileSync(path.join(FOLDER, file), 'utf8'),
      ) as Paper & {
        expected: Expected;
      };
      const name = path.basename(file, '.yaml');
      return { paper: { ...paper, name }, expected: { ...expected, file: name } };
    });
}

type Made = (
  paper: Paper,
) => { bytes: Uint8Array; name: string } | Promise<{ bytes: Uint8Array; name: string }>;

const FILE_LAYOUTS: Readonly<Record<string, Made>> = {
  'web page': (paper) => ({ bytes: Buffer.from(webPage(paper)), name: 'trang.html' }),
  'Word file': async (paper) => ({ bytes: await paperDocx(paper), name: 'van-ban.docx' }),
  TCVN3: (paper) => ({
    bytes: encodeLegacy(columns(paper), 'tcvn3'),
    name: 'cu.txt',
  }),
  VNI: (paper) => ({ bytes: encodeLegacy(columns(paper), 'vni'), name: 'cu.txt' }),
  'UTF-16': (paper) => ({
    bytes: Buffer.from(`\ufeff${columns(paper)}`, 'utf16le'),
    name: 'u16.txt',
  }),
};

/** Names of all layouts: as text first, then as files. */
export const LAYOUT_NAMES: readonly string[] = [
  ...Object.keys(TEXT_LAYOUTS),
  ...Object.keys(FILE_LAYOUTS),
];

/** Reads a paper as it reaches the office in a layout. */
export async function readPaper(paper: Paper, layout: string): Promise<FileReading> {
  const text = TEXT_LAYOUTS[layout];
  const name = layout === 'markdown' ? 'van-ban.md' : 'van-ban.txt';
  if (text) return readHere(Buffer.from(text(paper)), { name });
  const made = await sure(FILE_LAYOUTS[layout])(paper);
  return readHere(made.bytes, { name: made.name });
}

function webPage(paper: Paper): string {
  const lines = (list: readonly string[]): string =>
    list.map((line) => `<p>${escape(line)}</p>`).join('');
  const table = (paper.table ?? [])
    .map((row) => `<tr>${row.map((cell) => `<td><p>${escape(cell)}</p></td>`).join('')}</tr>`)
    .join('');
  const body = (text: string): string =>
    text
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => (line === '[TABLE]' ? `<table>${table}</table>` : `<p>${escape(line)}</p>`))
      .join('\n');
  const beside = (left: readonly string[], right: readonly string[]): string =>
    `<table><tr><td>${lines(left)}</td><td>${lines(right)}</td></tr></table>`;
  return `<!doctype html><html><head><title>Văn bản</title></head><body>${beside(paper.left, paper.right)}${body(paper.body)}${beside(sent(paper), paper.signature)}${body(paper.attached ?? '')}</body></html>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
