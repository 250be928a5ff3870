// What Tesseract prints becomes pieces with a place and a sureness.
import { expect, test } from 'vitest';
import { readTsv } from './tsv.ts';

const row = (...cells: (number | string)[]): string => cells.join('\t');

const TSV = [
  row(
    'level',
    'page_num',
    'block_num',
    'par_num',
    'line_num',
    'word_num',
    'left',
    'top',
    'width',
    'height',
    'conf',
    'text',
  ),
  row(1, 1, 0, 0, 0, 0, 0, 0, 1190, 1684, -1, ''),
  row(4, 1, 1, 1, 1, 0, 100, 200, 400, 24, -1, ''),
  row(5, 1, 1, 1, 1, 1, 100, 204, 40, 18, 90, '1I.'),
  row(5, 1, 1, 1, 1, 2, 150, 200, 200, 24, 96, 'NỘI'),
  row(5, 1, 1, 1, 1, 3, 360, 200, 60, 24, 7, '~~'),
  'no row of it',
].join('\n');

test('words stand on the base line of their line, stains are left out', () => {
  const page = readTsv(TSV);
  expect(page).toMatchObject({ width: 595, height: 842, letters: 5 });
  expect(page.pieces.map(({ text, x, y }) => [text, x, y])).toEqual([
    ['II.', 50, 112],
    ['NỘI', 75, 112],
  ]);
  expect(page.confidence).toBeCloseTo(0.936, 3);
});

test.each([
  ['IL', 'II.'],
  ['IIL', 'III.'],
  ['VIL.', 'VII.'],
  ['XL', 'XL'],
  ['VL', 'VL'],
])('“%s” that opens a line is %s', (word, roman) => {
  const first = row(5, 1, 1, 1, 1, 1, 100, 204, 40, 18, 90, word);
  const lines = TSV.split('\n');
  expect(readTsv([...lines.slice(0, 3), first].join('\n')).pieces[0]?.text).toBe(roman);
});

test('an empty answer is an empty page', () => {
  expect(readTsv('')).toMatchObject({ pieces: [], confidence: 0, letters: 0 });
});

test('a word stays however unsure the machine is, and is marked', () => {
  const blurred = row(5, 1, 1, 1, 1, 4, 430, 200, 90, 24, 4, 'DUNG');
  const { pieces } = readTsv(`${TSV}\n${blurred}`);
  expect(pieces.at(-1)).toMatchObject({ text: 'DUNG', unsure: true });
});
