// Old encodings are recognised, and what isn't one is left alone.

import { describe, expect, it } from 'vitest';
import { detectEncoding } from './detect.ts';
import { convertLegacyText, decodeTextBytes } from './read-bytes.ts';
import { isFoldedSyllable, isVietnameseSyllable } from './syllable.ts';

const UNICODE = 'Ủy ban nhân dân xã tổ chức tuyên truyền công tác cải cách hành chính năm 2023.';
const TYPED = {
  tcvn3: 'Uû ban nh©n d©n x· tæ chøc tuyªn truyÒn c«ng t¸c c¶i c¸ch hµnh chÝnh n¨m 2023.',
  vni: 'Uûy ban nhaân daân xaõ toå chöùc tuyeân truyeàn coâng taùc caûi caùch haønh chính naêm 2023.',
  'windows-1258':
    'Uy\u00d2 ban nhân dân xa\u00de tô\u00d2 chý\u00ecc tuyên truyê\u00ccn công ta\u00ecc ca\u00d2i ca\u00ecch ha\u00ccnh chi\u00ecnh n\u00e3m 2023.',
};

function latin1(text: string): Uint8Array {
  return Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
}

describe('detectEncoding', () => {
  it.each(['tcvn3', 'vni', 'windows-1258'] as const)('knows %s', (encoding) => {
    const guess = detectEncoding(TYPED[encoding]);
    expect(guess.encoding).toBe(encoding);
    expect(guess.confidence).toBeGreaterThan(0.5);
    expect(guess.reasons[0]).toMatch(/^\d+\/\d+ chữ có dấu đọc được thành tiếng Việt theo /u);
  });

  it.each([
    ['Vietnamese', UNICODE],
    ['decomposed Vietnamese', UNICODE.normalize('NFD')],
    ['Vietnamese with Latin-1 letters only', 'là và các có cho bán hàng, không ai thú tính'],
    ['ASCII', 'Ke hoach so 02/KH-UBND'],
    [
      'French',
      'L’été dernier, nous étions à Genève, où la forêt était déjà pâle et l’eau gelée. Il a dû être sûr.',
    ],
    ['German', 'Über die Straße führen größere Brücken; schön für Fußgänger, natürlich.'],
    [
      'Portuguese',
      'Não há informações, você já está na página de serviços públicos às três horas.',
    ],
    ['Czech', 'Příliš žluťoučký kůň úpěl ďábelské ódy.'],
    ['symbols', '© 2023 · ®, 5 £, 10 ¥, § 4, ¼, ±2°'],
    ['nothing', ''],
  ])('leaves %s alone', (_, text) => {
    expect(detectEncoding(text).encoding).toBe('unicode');
    expect(convertLegacyText(text).text).toBe(text.normalize('NFC'));
  });

  it('is less sure of one word than of a sentence, and does not convert Unicode on its word', () => {
    const word = detectEncoding('nh©n');
    expect(word.encoding).toBe('tcvn3');
    expect(word.confidence).toBeLessThanOrEqual(0.5);
    expect(convertLegacyText('dû').text).toBe('dû');
  });
});

describe('decodeTextBytes', () => {
  it.each(['tcvn3', 'vni', 'windows-1258'] as const)('reads a file in %s', (encoding) => {
    const read = decodeTextBytes(latin1(TYPED[encoding]));
    expect(read.encoding).toBe(encoding);
    expect(read.text).toContain('tổ chức tuyên truyền công tác cải cách hành chính năm 2023.');
    expect(read.damaged).toBe(0);
  });

  it('reads UTF-8 with and without mark, NFD, and UTF-16', () => {
    const utf8 = new TextEncoder().encode(UNICODE);
    expect(decodeTextBytes(utf8)).toMatchObject({
      text: UNICODE,
      encoding: 'utf-8',
      confidence: 1,
      damaged: 0,
    });
    expect(decodeTextBytes(new TextEncoder().encode(`\ufeff${UNICODE}`)).text).toBe(UNICODE);
    expect(decodeTextBytes(new TextEncoder().encode(UNICODE.normalize('NFD'))).text).toBe(UNICODE);
    const utf16 = Uint8Array.from(
      [...`\ufeff${UNICODE}`].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]),
    );
    expect(decodeTextBytes(utf16)).toMatchObject({ text: UNICODE, encoding: 'utf-16le' });
    const unmarked = utf16.subarray(2);
    expect(decodeTextBytes(unmarked)).toMatchObject({ text: UNICODE, encoding: 'utf-16le' });
    const swapped = Uint8Array.from(unmarked, (_, at) => unmarked[at ^ 1] ?? 0);
    expect(decodeTextBytes(swapped)).toMatchObject({ text: UNICODE, encoding: 'utf-16be' });
  });

  it('converts lines of an old encoding among Unicode ones, and says that it isn’t sure', () => {
    const read = decodeTextBytes(new TextEncoder().encode(`${UNICODE}\n${TYPED.tcvn3}`));
    expect(read.encoding).toBe('utf-8');
    expect(read.text).toContain('cải cách hành chính năm 2023');
    expect(read.confidence).toBeLessThan(1);
    const french = `${UNICODE}\nIl a été très sûr, déjà à Genève, où l’été fut gâté.`;
    expect(decodeTextBytes(new TextEncoder().encode(french))).toMatchObject({
      text: french,
      confidence: 1,
    });
  });

  it('reads an old encoding that was saved as UTF-8 unconverted', () => {
    const read = decodeTextBytes(new TextEncoder().encode(TYPED.tcvn3));
    expect(read.encoding).toBe('tcvn3');
    expect(read.text).toContain('cải cách hành chính');
  });

  it('counts what is broken and keeps the rest', () => {
    const bytes = new TextEncoder().encode(UNICODE);
    const cut = Uint8Array.from([...bytes, 0xc3]);
    const read = decodeTextBytes(cut);
    expect(read).toMatchObject({ encoding: 'utf-8', damaged: 1, text: `${UNICODE}\ufffd` });
    expect(read.reasons[0]).toContain('1 chỗ hỏng');
  });

  it('takes French for what it is', () => {
    const read = decodeTextBytes(latin1('Il a été très sûr, déjà à Genève.'));
    expect(read).toMatchObject({
      encoding: 'windows-1252',
      text: 'Il a été très sûr, déjà à Genève.',
    });
    expect(read.confidence).toBeLessThan(0.5);
  });

  it('takes an empty file', () => {
    expect(decodeTextBytes(new Uint8Array())).toMatchObject({
      text: '',
      encoding: 'utf-8',
      damaged: 0,
    });
  });
});

describe('isVietnameseSyllable', () => {
  it.each(
    'Tiền nghiêng giữ gì gìn giếng quốc quyết quý khuỷu thuở ngoằng Uỷ ỦY yêu uống xoong đường ăn'.split(
      ' ',
    ),
  )('%s is one', (word) => expect(isVietnameseSyllable(word)).toBe(true));

  it.each(['cat', 'cac', 'Café', 'nh©n', 'tiếngg', 'UBND', 'Straße', 'nhâẩn', 'zô', '', 'được1'])(
    '%j is none',
    (word) => expect(isVietnameseSyllable(word)).toBe(false),
  );
});

it('knows a syllable without its accents, and what can only be a slip', () => {
  const words = 'dang ky khai sinh ngheo quyen huyen thuo gieng khuya nguech xoong yen quyt ly gi';
  expect(words.split(' ').filter((word) => !isFoldedSyllable(word))).toEqual([]);
  const slips = 'snih logn sachh baoo sih ddang thjon kgai ahi 1a';
  expect(slips.split(' ').filter(isFoldedSyllable)).toEqual([]);
});
