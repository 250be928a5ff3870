// The states in which one document reaches an office: its two columns one after the other, interleaved,
// flattened, torn; its lines wrapped; its letters of older habits. The words stay the same.

import { sure } from '#lib/documents/index.ts';

/** A document of our own, taken apart, with what a person reads in it (see `score.ts`). */
export interface Paper {
  name: string;
  left: string[];
  right: string[];
  /** `[TABLE]` stands for the table. */
  body: string;
  recipients: string[];
  signature: string[];
  attached?: string;
  table?: string[][];
}

export type PaperLayout = (paper: Paper) => string;

/** As it was typed: left column, right column, body, foot. */
export function columns(paper: Paper): string {
  return page(paper, [...paper.left, '', ...paper.right]);
}

/** The layouts as plain text, by name. */
export const TEXT_LAYOUTS: Readonly<Record<string, PaperLayout>> = {
  columns,
  'right column first': (paper) =>
    page(paper, [...paper.right, '', ...paper.left], [...paper.signature, '', ...sent(paper)]),
  interleaved: (paper) => page(paper, zip(paper.left, paper.right)),
  'side by side, tabs': (paper) =>
    page(paper, pairs(paper.left, paper.right), pairs(sent(paper), paper.signature)),
  'side by side, blanks': (paper) =>
    page(paper, padded(paper.left, paper.right), padded(sent(paper), paper.signature)),
  'each column on one line': (paper) =>
    page(paper, [paper.left.join(' '), '', paper.right.join(' ')]),
  'narrow columns, number torn': (paper) => page(paper, torn(paper)),
  'wrapped at the margin': (paper) =>
    page(
      { ...paper, body: wrapped(paper.body), attached: paper.attached && wrapped(paper.attached) },
      [...paper.left, ...paper.right],
    ),
  'older spelling, letters taken apart': (paper) => oldSpelling(columns(paper)).normalize('NFD'),
  'stray blanks': (paper) =>
    page(paper, [...paper.left.map(strayBlanks), '', ...paper.right.map(strayBlanks)]),
  'date over lines': (paper) =>
    page(paper, [
      ...paper.left,
      '',
      ...paper.right.map((line) => line.replace(/ (?=tháng|năm)/g, '\n')),
    ]),
  'page of a portal around it': (paper) =>
    `Trang chủ\nTin tức - Sự kiện\n25/11/2026 09:15:00\n\n${columns(paper)}\n\nCác tin khác\nBản quyền thuộc về cổng thông tin điện tử\nĐang truy cập: 12`,
  markdown: (paper) =>
    page(
      {
        ...paper,
        body: paper.body.replace(/^([IVX]+\..*)$/gm, '**$1**').replace(/^(\d+\.)/gm, '**$1**'),
      },
      [
        '| | |',
        '| --- | --- |',
        ...pairs(paper.left, paper.right).map((line) => `| **${line.replace('\t', '** | **')}** |`),
      ],
      [
        '| | |',
        '| --- | --- |',
        ...pairs(sent(paper), paper.signature).map((line) => `| ${line.replace('\t', ' | ')} |`),
      ],
      (table) => [
        `| ${sure(table[0]).join(' | ')} |`,
        `| ${sure(table[0])
          .map(() => '---')
          .join(' | ')} |`,
        ...table.slice(1).map((row) => `| ${row.join(' | ')} |`),
      ],
    ),
  'table cells one a line': (paper) =>
    page(paper, [...paper.left, '', ...paper.right], undefined, (table) => table.flat()),
};

/** "Nơi nhận:" and its entries, as the left column of the foot. */
export function sent({ recipients }: Paper): string[] {
  if (recipients.length === 0) return [];
  return [
    'Nơi nhận:',
    ...recipients.map((line, at) => `- ${line}${at + 1 < recipients.length ? ';' : '.'}`),
  ];
}

function page(
  paper: Paper,
  head: readonly string[],
  tail: readonly string[] = [
    ...sent(paper),
    '',
    ...paper.signature.slice(0, -1),
    '',
    paper.signature.at(-1) ?? '',
  ],
  table: (rows: string[][]) => string[] = (rows) => rows.map((row) => row.join('\t')),
): string {
  const filled = (text: string): string =>
    text.replace('[TABLE]', () => (paper.table ? table(paper.table).join('\n') : ''));
  const parts = [head.join('\n'), filled(paper.body), tail.join('\n')];
  if (paper.attached) parts.push(filled(paper.attached));
  return parts.map((part) => part.trim()).join('\n\n');
}

function zip(left: readonly string[], right: readonly string[]): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    left[at],
    right[at],
  ])
    .flat()
    .filter((line) => line !== undefined);
}

function pairs(left: readonly string[], right: readonly string[]): string[] {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, at) => `${left[at] ?? ''}\t${right[at] ?? ''}`,
  );
}

function padded(left: readonly string[], right: readonly string[]): string[] {
  const width = Math.max(...left.map((line) => line.length), 20) + 8;
  return pairs(left, right).map((line) => {
    const [first = '', second = ''] = line.split('\t');
    return `  ${first.padEnd(width)}${second}`.trimEnd();
  });
}

/** A left column so narrow that names break inside, the symbol under the motto of the other column. */
function torn({ left, right }: Paper): string[] {
  const head = left.flatMap((line) => {
    const number = /^(Số:\s*\S*?)\s*(\/.*)$/.exec(line);
    if (number) return [`${number[1]}`];
    return line.length > 16 && !/^V\/v/.test(line) ? wrapAt(line, 16) : [line];
  });
  const symbol = left.map((line) => /^Số:\s*\S*?\s*(\/.*)$/.exec(line)?.[1]).find(Boolean);
  const [motto = '', ...rest] = right;
  return [...head, '', motto, ...(symbol ? ['', symbol, ''] : []), ...rest];
}

/** Every paragraph broken at the margin, no empty lines between, as in the text of a PDF. */
function wrapped(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => (line === '[TABLE]' ? [line] : wrapAt(line, 84)))
    .join('\n');
}

function wrapAt(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + word.length + 1 > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function oldSpelling(text: string): string {
  return text
    .replace(/ỦY/g, 'UỶ')
    .replace(/Ủy/g, 'Uỷ')
    .replace(/HÒA/g, 'HOÀ')
    .replace(/Hòa/g, 'Hoà')
    .replace(/hóa/g, 'hoá')
    .replace(/thỏa/g, 'thoả');
}

function strayBlanks(line: string): string {
  // A title is kept as written, with whatever blanks it has.
  if (/^V\/v/.test(line)) return line;
  return line
    .replace(/^Số:\s*/, 'Số :  ')
    .replace(/(\d)\/(\p{Lu})/u, '$1 / $2')
    .replace(/(\p{Lu})-(\p{Lu})/u, '$1 – $2')
    .replace(/ngày (\d+) tháng (\d+) năm (\d+)/, 'ngày$1 tháng$2  năm $3')
    .replace('Độc lập - Tự do - Hạnh phúc', 'Độc  lập  -  Tự do -  Hạnh phúc');
}
