import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceLines, type SourceMark } from '#lib/documents/index.ts';
import { firstCut, sentenceCuts, wordCuts } from './cut-points.ts';

const text = 'ỦY BAN NHÂN DÂN\n\nII. NỘI DUNG\n1. Lịch tiêm; giấy\ntờ cần mang.\n- Nhắc phụ huynh.';
const mark = (key: string, words: string): SourceMark => {
  const start = text.indexOf(words);
  return { key, span: [start, start + words.length] };
};

test('each line knows how it is set', () => {
  expect(sourceLines(text, [], []).map((line) => line.look)).toEqual([
    'head',
    'part',
    'point',
    'plain',
    'dash',
  ]);
});

test('a clause over two lines lights both, opens once, and holds what stands inside it', () => {
  const lines = sourceLines(
    text,
    [mark('t1', 'Lịch tiêm; giấy\ntờ cần mang.')],
    [mark('f1', 'giấy')],
  );
  const lit = lines.flatMap((line) => line.pieces).filter((piece) => piece.clauses.includes('t1'));
  expect(lit.map((piece) => piece.text)).toEqual(['Lịch tiêm; ', 'giấy', 'tờ cần mang.']);
  expect(lit.map((piece) => piece.opens)).toEqual([['t1'], ['f1'], []]);
  expect(lit[1]?.findings).toEqual(['f1']);
});

test('of clauses around one another the closest comes first', () => {
  const lines = sourceLines(text, [mark('u1', 'Nhắc phụ huynh.'), mark('d1', 'phụ huynh')], []);
  expect(lines.at(-1)?.pieces.find((piece) => piece.text === 'phụ huynh')?.clauses).toEqual([
    'd1',
    'u1',
  ]);
});

test('whatever is marked, the pieces are the text', () => {
  const span = fc.tuple(fc.nat(text.length), fc.nat(text.length)).filter(([a, b]) => a < b);
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
      const marks = spans.map((one, index) => ({ key: `k${index}`, span: one }));
      const drawn = sourceLines(text, marks, marks).map((line) =>
        line.pieces.map((piece) => piece.text).join(''),
      );
      expect(drawn).toEqual(text.split('\n').filter((line) => line !== ''));
    }),
  );
});

test('cuts stand before sentences and words, never at an end', () => {
  expect(sentenceCuts('Lập danh sách. Gửi thôn; báo cáo.')).toEqual([15, 25]);
  expect(wordCuts('Một hai  ba')).toEqual([4, 9]);
  expect(firstCut('Một')).toBeUndefined();
  expect(firstCut('Một hai ba bốn')).toBe(8);
});
