// The old encodings against words typed in them, and there and back for every letter.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreCapitals } from './capitals.ts';
import { bytesAsWindows1252, decodeLegacy, findFontEncoding } from './decode.ts';
import { TCVN3 } from './tables.ts';

const SMALL =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const CAPITALS = SMALL.toUpperCase();

function textOf(letters: string): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...letters, ' ', '.', '1')).map((all) => all.join(''));
}

describe('TCVN3', () => {
  it.each([
    ['Uû ban nh©n d©n x· TiÒn TiÕn', 'Uỷ ban nhân dân xã Tiền Tiến'],
    ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['c¶i c¸ch hµnh chÝnh', 'cải cách hành chính'],
    ['quyÕt ®Þnh, ng\u00adêi, tr\u00adëng th«n', 'quyết định, người, trưởng thôn'],
    ['vÒ viÖc th¾ng, b»ng, ¢n, £m, ¥n, ¦u, ¡n', 'về việc thắng, bằng, Ân, Êm, Ơn, Ưu, Ăn'],
  ])('%s', (typed, text) => {
    expect(decodeLegacy(typed, 'tcvn3')).toBe(text);
  });

  it('in a capital font is upper case throughout', () => {
    expect(decodeLegacy('céng hoµ x· héi chñ nghÜa viÖt nam', 'tcvn3', { capitals: true })).toBe(
      'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    );
  });

  it('goes and comes back for every letter that has a code', () => {
    const codes = new Map([...TCVN3].map(([code, letter]) => [letter, code]));
    expect(codes.size).toBe(74);
    fc.assert(
      fc.property(textOf(SMALL + 'ABCĂÂÊÔƠƯĐ'), (text) => {
        const typed = [...text].map((letter) => codes.get(letter) ?? letter).join('');
        expect(typed).not.toMatch(/[\u0100-\u{10ffff}]/u);
        expect(decodeLegacy(typed, 'tcvn3')).toBe(text);
      }),
    );
  });
});

describe('VNI', () => {
  it.each([
    ['Uyû ban nhaân daân xaõ Tieàn Tieán', 'Uỷ ban nhân dân xã Tiền Tiến'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Ñaø Naüng, Baéc Ninh, ñöôøng nöôùc, kyõ thuaät', 'Đà Nẵng, Bắc Ninh, đường nước, kỹ thuật'],
    [
      'thò xaõ, xí nghieäp, nghæ ngôi, myõ thuaät, lyù leõ',
      'thị xã, xí nghiệp, nghỉ ngơi, mỹ thuật, lý lẽ',
    ],
    ['toå chöùc, phöôøng, söûa ñoåi, ñaët, chaúng', 'tổ chức, phường, sửa đổi, đặt, chẳng'],
  ])('%s', (typed, text) => {
    expect(decodeLegacy(typed, 'vni')).toBe(text);
  });

  it('goes and comes back for every letter, small and capital', () => {
    fc.assert(
      fc.property(fc.oneof(textOf(SMALL), textOf(CAPITALS)), (text) => {
        const typed = [...text].map(typeVni).join('');
        expect(typed).not.toMatch(/[\u0100-\u{10ffff}]/u);
        expect(decodeLegacy(typed, 'vni')).toBe(text);
      }),
    );
  });

  it('leaves pairs that are no letter', () => {
    expect(decodeLegacy('oê uâ', 'vni')).toBe('oê uâ');
  });
});

describe('Windows-1258', () => {
  it('is what the platform decodes, byte by byte and in words', () => {
    const standard = new TextDecoder('windows-1258');
    for (let byte = 0xa0; byte <= 0xff; byte += 1) {
      const bytes = Uint8Array.of(0x61, byte);
      expect(decodeLegacy(bytesAsWindows1252(bytes), 'windows-1258')).toBe(
        standard.decode(bytes).normalize('NFC'),
      );
    }
    const words = Uint8Array.from([...'Tiê\u00ecn Tiê\u00ecn'].map((c) => c.charCodeAt(0)));
    expect(decodeLegacy(bytesAsWindows1252(words), 'windows-1258')).toBe('Tiến Tiến');
  });

  it('shows bytes as Windows-1252 does', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(bytesAsWindows1252(bytes)).toBe(new TextDecoder('windows-1252').decode(bytes));
  });
});

describe('fonts', () => {
  it.each([
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['.VnArial NarrowH', 'tcvn3', true],
    ['.VnTimeH Bold', 'tcvn3', true],
    ['.VnHelvetIns', 'tcvn3', false],
    ['VNI-Times', 'vni', false],
  ])('%s', (font, encoding, capitals) => {
    expect(findFontEncoding(font)).toEqual({ encoding, capitals });
  });

  it.each(['Times New Roman', 'Arial', 'Vnbook', ''])('%j is Unicode', (font) => {
    expect(findFontEncoding(font)).toBeUndefined();
  });
});

describe('lost capitals', () => {
  it.each([
    ['CộNG HOà Xã HộI CHủ NGHĩA VIệT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Uỷ BAN NHÂN DÂN HUYệN', 'UỶ BAN NHÂN DÂN HUYỆN'],
    ['về Kế HOạCH ở xã', 'về KẾ HOẠCH Ở xã'],
    ['UBND ở xã, HĐND và Uỷ ban', 'UBND ở xã, HĐND và Uỷ ban'],
    ['Tiền Tiến', 'Tiền Tiến'],
  ])('%s', (decoded, text) => {
    expect(restoreCapitals(decoded)).toBe(text);
  });
});

function typeVni(letter: string): string {
  const alone: Readonly<Record<string, string>> = {
    í: 'í',
    ì: 'ì',
    ỉ: 'æ',
    ĩ: 'ó',
    ị: 'ò',
    ơ: 'ô',
    ư: 'ö',
    ỵ: 'î',
    đ: 'ñ',
  };
  const marks: Readonly<Record<string, string>> = {
    '\u0300': 'ø',
    '\u0309': 'û',
    '\u0303': 'õ',
    '\u0301': 'ù',
    '\u0323': 'ï',
    '\u0302': 'â',
    '\u0302\u0300': 'à',
    '\u0302\u0309': 'å',
    '\u0302\u0303': 'ã',
    '\u0302\u0301': 'á',
    '\u0323\u0302': 'ä',
    '\u0306': 'ê',
    '\u0306\u0300': 'è',
    '\u0306\u0309': 'ú',
    '\u0306\u0303': 'ü',
    '\u0306\u0301': 'é',
    '\u0323\u0306': 'ë',
  };
  const small = letter.toLowerCase();
  const parts = small.normalize('NFD').replaceAll('\u031b', '');
  const accents = parts.slice(1);
  const horned = small.normalize('NFD').includes('\u031b');
  const base = horned ? (parts.startsWith('o') ? 'ô' : 'ö') : parts.slice(0, 1);
  const typed = alone[small] ?? base + (marks[accents] ?? '');
  return letter === small ? typed : typed.toUpperCase();
}
