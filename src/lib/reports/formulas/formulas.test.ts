// The formula language: what it computes, what it refuses, and that nothing gets through it as code.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLoaError } from '#lib/platform/index.ts';
import { actsOf, sourceOf } from '../reports.samples.ts';
import { evaluateFormula } from './evaluate.ts';
import { DEPTH_LIMIT, parseFormula, type FilterNames } from './parse.ts';
import { LENGTH_LIMIT } from './tokens.ts';

const names: FilterNames = {
  kind: [{ id: 'meeting', name: 'Hội nghị' }],
  channel: [
    { id: 'meeting', name: 'Hội nghị' },
    { id: 'radio', name: 'Truyền thanh' },
  ],
  unit: [
    { id: 'u1', name: 'Tổ Tự quản' },
    { id: 'u2', name: 'Tổ Tư quan' },
    { id: 'u3', name: 'Tổ Tự quản' },
  ],
  topic: [{ id: 't1', name: 'Cải cách thủ tục' }],
};

const acts = actsOf(
  { id: 'a', day: '2023-02-01', quantities: { people: 10 } },
  { id: 'b', quantities: { people: 30 }, proven: true },
  { id: 'c', quantities: { people: 45 } },
);

function valueOf(text: string) {
  return evaluateFormula(parseFormula(text, names), sourceOf(acts)).value;
}

function faultOf(text: string): string | undefined {
  try {
    parseFormula(text, names);
  } catch (error) {
    if (isLoaError(error)) return error.code;
    throw error;
  }
  return undefined;
}

describe('a formula', () => {
  test.each<[string, number | null]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['12 / 3 / 2', 2],
    ['-2 * -3', 6],
    ['0.5 * 4', 2],
    ['hoạt_động', 2],
    ['hoat_dong()', 2],
    ['HOẠT_ĐỘNG(kỳ: "lũy kế")', 3],
    ['lượt_người(kênh: "Hội nghị"; kỳ: "luy ke")', 85],
    ['lượt_người / hoạt_động', 37.5],
    ['tỷ_lệ(có_minh_chứng; hoạt_động)', 50],
    ['hoạt_động(nội_dung: "cai cach thu tuc")', 2],
    ['hoạt_động(đơn_vị: "Tổ Tư quan")', null],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  test.each<[string, number | null]>([
    ['hoạt_động(kênh: "radio")', null],
    ['hoạt_động + hoạt_động(kênh: "radio")', 2],
    ['hoạt_động(kênh: "radio") - hoạt_động(kênh: "radio")', null],
    ['hoạt_động * hoạt_động(kênh: "radio")', null],
    ['tỷ_lệ(hoạt_động(kênh: "radio"); hoạt_động(kênh: "radio"))', null],
    ['hoạt_động / 0', null],
    ['-hoạt_động(kênh: "radio")', null],
  ])('nothing counted in %s is %s, never 0 %% or 100 %%', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  test('keeps every figure it read, with its list', () => {
    const formula = parseFormula('tỷ_lệ(có_minh_chứng; hoạt_động)', names);
    const { figures } = evaluateFormula(formula, sourceOf(acts));
    expect(figures.map(({ parts }) => parts.map((part) => part.actId))).toEqual([
      ['b'],
      ['b', 'c'],
    ]);
  });

  test.each([
    ['', 'formula.empty'],
    ['  ', 'formula.empty'],
    ['1 +', 'formula.unfinished'],
    ['(1', 'formula.unfinished'],
    ['1 2', 'formula.unexpected'],
    ['1 # 2', 'formula.unexpected'],
    ['"radio"', 'formula.unexpected'],
    ['hoạt_động(kênh: "radio)', 'formula.unexpected'],
    ['hoạt_động(kênh: radio)', 'formula.unexpected'],
    ['constructor', 'formula.unknown-name'],
    ['__proto__(1)', 'formula.unknown-name'],
    ['hoạt_động(lương: "1")', 'formula.unknown-filter'],
    ['hoạt_động(kênh: "radio"; kênh: "radio")', 'formula.repeated-filter'],
    ['hoạt_động(kênh: "điện báo")', 'formula.unknown-value'],
    ['hoạt_động(kỳ: "năm ngoái")', 'formula.unknown-value'],
    ['hoạt_động(đơn_vị: "Tổ Tự quản")', 'formula.ambiguous-value'],
    ['1+'.repeat(LENGTH_LIMIT), 'formula.too-long'],
    ['('.repeat(DEPTH_LIMIT + 5), 'formula.too-deep'],
    ['-'.repeat(DEPTH_LIMIT + 5), 'formula.too-deep'],
  ])('%j is refused: %s', (text, code) => {
    expect(faultOf(text)).toBe(code);
  });

  test('whose result is beyond counting is an error, not a number', () => {
    const product = Array.from({ length: 30 }, () => '999999999999').join('*');
    expect(() => valueOf(product)).toThrow(/lớn quá mức/);
  });

  test('says at which character it was not understood', () => {
    expect(() => parseFormula('hoạt_động + luong', names)).toThrow(/“luong” \(ký tự thứ 13\)/);
  });

  test('of any text either has a tree or an error in words', () => {
    const piece = fc.constantFrom('hoạt_động', 'tỷ_lệ', 'kênh', '"radio"', ...'()+-*/;: 12.#');
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        if (faultOf(written) === undefined) {
          const value = valueOf(written);
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});
