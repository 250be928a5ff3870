// What must fold to the same letters, and the way back from a folded match.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOffsets, sourceSpan } from './fold.ts';

const VIETNAMESE =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const letters = [...VIETNAMESE, ...VIETNAMESE.toUpperCase(), ' ', '\n', '\t', '\u00a0', '1', '.'];
const vietnameseText = fc
  .array(fc.constantFrom(...letters), { maxLength: 40 })
  .map((l) => l.join(''));
// Any UTF-16 units at all, also halves of a character.
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x2200 }), fc.integer({ min: 0, max: 0xffff })))
  .map((units) => String.fromCharCode(...units));

describe('fold', () => {
  it.each([
    ['Ủy ban  Nhân dân\nĐà Nẵng', 'uy ban nhan dan da nang'],
    ['hoà bình', 'hoa binh'],
    ['hòa bình', 'hoa binh'],
    ['thuỷ lợi, THỦY LỢI', 'thuy loi, thuy loi'],
    ['Đường Đất', 'duong dat'],
    ['\u00d0\u1ea5t \u00f0ai', 'dat dai'],
    ['  trước và sau  ', 'truoc va sau'],
    ['một\u00a0cửa', 'mot cua'],
    ['cải\u00adcách', 'caicach'],
    ['\ufeffSố: 02/KH-UBND', 'so: 02/kh-ubnd'],
    ['already folded text', 'already folded text'],
    ['trailing ', 'trailing'],
    ['two  spaces', 'two spaces'],
    ['', ''],
    [' \n ', ''],
    ['100 000 ₫ 👍', '100 000 ₫ 👍'],
    ['Café à la carte', 'cafe a la carte'],
  ])('%j → %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize('NFD'))).toBe(folded);
  });

  it('maps every Vietnamese letter to one of the 23 plain ones', () => {
    expect([...new Set([...fold(VIETNAMESE)])].join('')).toBe('abcdeghiklmnopqrstuvxy');
  });

  it('is the same for composed and decomposed input and for either case, and settles at once', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const folded = fold(text);
        expect(fold(text.normalize('NFD'))).toBe(folded);
        expect(fold(text.toUpperCase())).toBe(folded);
        expect(fold(folded)).toBe(folded);
        expect(folded).toMatch(/^(?:[a-z0-9.]+(?: [a-z0-9.]+)*)?$/);
      }),
    );
  });

  it('settles at once on any text at all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('foldWithOffsets', () => {
  it('folds as fold does and has one offset for each unit and the end', () => {
    fc.assert(
      fc.property(fc.oneof(vietnameseText, anyText), (text) => {
        const folded = foldWithOffsets(text);
        expect(folded.text).toBe(fold(text));
        expect(folded.offsets).toHaveLength(folded.text.length + 1);
      }),
    );
  });

  it.each(['NFC', 'NFD'])('lights up the words that matched (%s)', (form) => {
    const source = '  Niêm yết   thủ tục ở Bộ phận Một cửa.'.normalize(form);
    const folded = foldWithOffsets(source);
    const at = folded.text.indexOf('thu tuc');
    const [start, end] = sourceSpan(folded, at, at + 'thu tuc'.length);
    expect(source.slice(start, end).normalize('NFC').trimEnd()).toBe('thủ tục');
    expect(sourceSpan(folded, at, at)).toEqual([start, start]);
  });

  it('gives any folded piece back its source', () => {
    fc.assert(
      fc.property(vietnameseText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldWithOffsets(text.normalize('NFD'));
        const start = Math.min(a, b) % (folded.text.length + 1);
        const end = Math.min(folded.text.length, Math.max(a, b));
        const [from, to] = sourceSpan(folded, start, end);
        expect(fold(text.normalize('NFD').slice(from, to))).toBe(
          folded.text.slice(start, Math.max(start, end)).trim(),
        );
      }),
    );
  });
});
