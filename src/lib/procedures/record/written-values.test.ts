import { describe, expect, it } from 'vitest';
import {
  basisDay,
  countsInWords,
  listParts,
  readFees,
  readTerm,
  splitSteps,
} from './written-values.ts';

describe('written values', () => {
  it.each([
    ['5 Ngày làm việc', '5 ngày làm việc', 5, 'working-day'],
    ['02 Giờ', '2 giờ', 2, 'hour'],
    ['1 Khác', 'Không ghi bằng ngày, xem phần mô tả', null, null],
    ['Trong ngày', 'Trong ngày', null, null],
  ])('term %s', (term, words, amount, unit) => {
    expect(readTerm({ term })).toEqual({ words, amount, unit });
  });

  it.each([
    ['Phí : 0 Đồng', [{ words: 'Không mất phí', amount: 0 }]],
    ['Phí : 8.000 Đồng', [{ words: 'Phí: 8.000 đồng', amount: 8000 }]],
    ['Lệ phí : 1500000 Đồng', [{ words: 'Lệ phí: 1.500.000 đồng', amount: 1_500_000 }]],
    ['theo quy định của HĐND', [{ words: 'theo quy định của HĐND', amount: null }]],
    ['', []],
    ['Không có thông tin', []],
  ])('fee %s', (fee, fees) => {
    expect(readFees({ fee })).toEqual(fees);
  });

  it.each([
    ['Cấp Bộ, Cấp Xã', ['Cấp Bộ', 'Cấp Xã']],
    [
      'Cán bộ, công chức, viên chức; Người nước ngoài',
      ['Cán bộ, công chức, viên chức', 'Người nước ngoài'],
    ],
    [
      'Doanh nghiệp, Tổ chức (không bao gồm doanh nghiệp, HTX), Hợp tác xã',
      ['Doanh nghiệp', 'Tổ chức (không bao gồm doanh nghiệp, HTX)', 'Hợp tác xã'],
    ],
    ['Không có thông tin', []],
  ])('parts of %s', (text, parts) => {
    expect(listParts(text)).toEqual(parts);
  });

  it('counts papers, splits steps, reads days', () => {
    expect(countsInWords({ counts: 'Bản chính: 1\nBản sao: 2' })).toBe('1 bản chính, 2 bản sao');
    expect(countsInWords({ counts: 'Bản chính: 0\nBản sao: 1' })).toBe('1 bản sao');
    expect(splitSteps('Bước 1: Nộp. Bước 2: Nhận theo Bước đầu.')).toEqual([
      'Bước 1: Nộp.',
      'Bước 2: Nhận theo Bước đầu.',
    ]);
    expect(basisDay({ issuedOn: '19-02-2016' })).toBe('2016-02-19');
    expect(basisDay({ issuedOn: 'năm 2016' })).toBeNull();
  });
});
