// Tables of PDFs come back as whole rows, wherever their cells stand and however many pages they take.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sure } from '../../sure.ts';
import type { Page, Piece } from './pieces.ts';
import { textOfPages } from './rows.ts';

type Align = 'top' | 'middle';
type Cells = readonly (readonly string[])[];

const LEFTS = [90, 120, 320, 440];
const LEADING = 15;

const HEAD: Cells = [['TT'], ['Nội dung'], ['Đơn vị', 'chủ trì'], ['Thời hạn']];
const FIRST: Cells = [
  ['1'],
  ['Phát thanh về một cửa', 'trên loa của các thôn', 'mỗi tuần một bài'],
  ['Đài phát thanh', 'xã'],
  ['tháng 3'],
];
const SECOND: Cells = [['2'], ['Niêm yết thủ tục'], ['Bộ phận', 'Một cửa,', 'Văn phòng', 'xã'], []];
const THIRD: Cells = [['3'], ['Họp dân'], ['Các thôn'], ['quý IV']];

/** The rows of a table as pieces, and where it ends. */
function drawn(
  rows: readonly Cells[],
  from: number,
  align: Align,
): { pieces: Piece[]; to: number } {
  let top = from;
  const pieces: Piece[] = [];
  for (const cells of rows) {
    const tall = Math.max(...cells.map((lines) => lines.length));
    cells.forEach((lines, column) => {
      const first = align === 'top' ? 0 : (tall - lines.length) / 2;
      lines.forEach((text, line) => {
        pieces.push(piece(text, sure(LEFTS[column]), top + (first + line) * LEADING));
      });
    });
    top += tall * LEADING + 4;
  }
  return { pieces, to: top };
}

function piece(text: string, x: number, y: number): Piece {
  return { text, x, y, width: text.length * 5, height: 12 };
}

function page(...pieces: readonly Piece[]): Page {
  return { width: 595, height: 842, pieces: [...pieces] };
}

test.each<Align>(['top', 'middle'])('cells that stand at the %s of their rows', (align) => {
  const { pieces, to } = drawn([HEAD, FIRST, SECOND, THIRD], 130, align);
  const before = piece('Các đơn vị làm theo bảng sau đây:', 90, 100);
  const after = piece('Ủy ban nhân dân xã yêu cầu các đơn vị nghiêm túc làm theo.', 90, to + 30);
  expect(
    textOfPages([page(before, ...pieces, after)])
      .split('\n')
      .filter(Boolean),
  ).toEqual([
    'Các đơn vị làm theo bảng sau đây:',
    'TT\tNội dung\tĐơn vị chủ trì\tThời hạn',
    '1\tPhát thanh về một cửa trên loa của các thôn mỗi tuần một bài\tĐài phát thanh xã\ttháng 3',
    '2\tNiêm yết thủ tục\tBộ phận Một cửa, Văn phòng xã\t',
    '3\tHọp dân\tCác thôn\tquý IV',
    'Ủy ban nhân dân xã yêu cầu các đơn vị nghiêm túc làm theo.',
  ]);
});

test.each([
  ['with its head again', [HEAD, SECOND, THIRD]],
  ['without', [SECOND, THIRD]],
])('a table goes on over the next page, %s', (_, rows) => {
  const over = [
    page(...drawn([HEAD, FIRST], 700, 'middle').pieces),
    page(...drawn(rows, 70, 'middle').pieces),
  ];
  expect(textOfPages(over).trim().split('\n')).toEqual([
    'TT\tNội dung\tĐơn vị chủ trì\tThời hạn',
    '1\tPhát thanh về một cửa trên loa của các thôn mỗi tuần một bài\tĐài phát thanh xã\ttháng 3',
    '2\tNiêm yết thủ tục\tBộ phận Một cửa, Văn phòng xã\t',
    '3\tHọp dân\tCác thôn\tquý IV',
  ]);
});

test('numbered clauses that begin where a table would are left as they are', () => {
  const clauses = [
    'TT nêu tại Điều 1',
    '1. Văn phòng xã làm đầu mối.',
    '2. Đài phát thanh phát bài.',
  ];
  const pieces = clauses.map((text, at) => piece(text, 90, 100 + at * LEADING));
  expect(
    textOfPages([page(...pieces)])
      .split('\n')
      .filter(Boolean),
  ).toEqual(clauses);
});

test('whatever stands on a page, no piece of it is lost', () => {
  const word = fc.constantFrom('TT', '1', '2', '3.', 'Nội dung', 'Đài phát thanh', 'xã', 'quý IV');
  const anyPiece = fc
    .tuple(word, fc.constantFrom(...LEFTS, 100, 300), fc.integer({ min: 6, max: 100 }))
    .map(([text, x, step]) => piece(text, x, step * 7.5));
  const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');
  fc.assert(
    fc.property(fc.array(fc.array(anyPiece, { maxLength: 40 }), { maxLength: 3 }), (pages) => {
      // Numbers alone at the edges of a page are taken for the page's own.
      const kept = pages.map((pieces) => [piece('đầu', 90, 30), ...pieces, piece('cuối', 90, 800)]);
      const read = textOfPages(kept.map((pieces) => page(...pieces)));
      expect(letters(read)).toBe(
        letters(
          kept
            .flat()
            .map(({ text }) => text)
            .join(''),
        ),
      );
    }),
  );
});
