// Tone placement, slugs, order and white space on words as offices write them.

import { describe, expect, it } from 'vitest';
import { compareVietnamese, comparePersonNames } from './collation.ts';
import { slugify } from './slug.ts';
import { normalizeTones } from './tones.ts';
import { collapse } from './whitespace.ts';

describe('normalizeTones', () => {
  it.each([
    ['hoà bình', 'hòa bình'],
    ['HOÀ BÌNH', 'HÒA BÌNH'],
    ['Uỷ ban', 'Ủy ban'],
    ['thuỷ lợi', 'thủy lợi'],
    ['văn hoá, khoẻ, loè loẹt', 'văn hóa, khỏe, lòe loẹt'],
    ['đại uý, huỷ bỏ, nguỵ', 'đại úy, hủy bỏ, ngụy'],
    ['tòan dân, hòan thành, thỏai mái', 'toàn dân, hoàn thành, thoải mái'],
    ['qúy, qùa, qủa', 'quý, quà, quả'],
    ['gìa, gíup, gía', 'già, giúp, giá'],
    ['Hùynh, Thúy, HÙYNH', 'Huỳnh, Thúy, HUỲNH'],
    ['hoà'.normalize('NFD'), 'hòa'],
  ])('%s → %s', (text, expected) => {
    expect(normalizeTones(text)).toBe(expected);
  });

  it.each([
    'quý, quỹ, quà, quả, que, quẻ, quỳnh, quyết định',
    'giữ gìn, già, giá, giếng, gì, nghĩa, nghĩ, giày',
    'hoàn toàn, hoạt động, khoảng, ngoài, xoáy, khoẻn',
    'thuyền, khuỷu, lũy thừa',
    'mía, múa, mưa, cứa, của, Tiền Tiến, Nguyễn, chuyển đổi số',
    'cooperation, Kraków, naïve',
  ])('leaves %s', (text) => {
    expect(normalizeTones(text)).toBe(text);
  });
});

describe('slugify', () => {
  it.each([
    ['Cải cách hành chính', 'cai-cach-hanh-chinh'],
    ['Sửa chữa ĐT.491 & cầu Hàn', 'sua-chua-dt-491-va-cau-han'],
    ['Số: 02/KH-UBND', 'so-02-kh-ubnd'],
    ['  — 50 m² (đất ở) — ', '50-m2-dat-o'],
    ['«»', ''],
    ['Hoà Bình', 'hoa-binh'],
  ])('%s → %s', (text, slug) => {
    expect(slugify(text)).toBe(slug);
    expect(slugify(text.normalize('NFD'))).toBe(slug);
  });

  it('cuts at a word, or in it when there is only one', () => {
    expect(slugify('kế hoạch tuyên truyền', 12)).toBe('ke-hoach');
    expect(slugify('kế hoạch tuyên truyền', 8)).toBe('ke-hoach');
    expect(slugify('tuyên', 3)).toBe('tuy');
  });
});

describe('order', () => {
  it('puts letters before tones before numbers by value', () => {
    const sorted = [
      'Đào',
      'Dung',
      'Ân',
      'Ánh',
      'An',
      'Ăn',
      'Thôn 10',
      'Thôn 2',
      'ma',
      'mạ',
      'mà',
      'má',
      'mã',
      'mả',
    ];
    sorted.sort(compareVietnamese);
    expect(sorted).toEqual([
      'An',
      'Ánh',
      'Ăn',
      'Ân',
      'Dung',
      'Đào',
      'ma',
      'mà',
      'mả',
      'mã',
      'má',
      'mạ',
      'Thôn 2',
      'Thôn 10',
    ]);
  });

  it('does not mind the Unicode form', () => {
    expect(compareVietnamese('Tiền', 'Tiền'.normalize('NFD'))).toBe(0);
  });

  it('orders people by given name', () => {
    const names = ['Trần Văn Bình', 'Nguyễn Thị An', 'Lê An', 'Đỗ Thị An'];
    expect(names.sort(comparePersonNames)).toEqual([
      'Lê An',
      'Đỗ Thị An',
      'Nguyễn Thị An',
      'Trần Văn Bình',
    ]);
  });
});

describe('collapse', () => {
  it('makes one space of every run and none at the ends', () => {
    expect(collapse('\n 1. Tuyên\u00a0 truyền \r\n về\t CCHC ')).toBe('1. Tuyên truyền về CCHC');
  });
});
