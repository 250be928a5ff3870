// A written text as it is said aloud: abbreviations, numbers of documents, dates, hours, amounts and signs in
// words. For voices, which spell "UBND" and read "15/6" as a fraction.
import { findPlainDate } from '../dates/plain-date.ts';
import { spellDate, spellMonth, spellNumber } from '../numbers/number-words.ts';

/** As officials write them; longer ones first where one holds another. */
const ABBREVIATIONS: readonly (readonly [short: string, spoken: string])[] = [
  ['UBMTTQ', 'Ủy ban Mặt trận Tổ quốc'],
  ['UBND', 'Ủy ban nhân dân'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['MTTQ', 'Mặt trận Tổ quốc'],
  ['TTHC', 'thủ tục hành chính'],
  ['CCHC', 'cải cách hành chính'],
  ['CCCD', 'căn cước công dân'],
  ['CMND', 'chứng minh nhân dân'],
  ['BHYT', 'bảo hiểm y tế'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['GCNQSDĐ', 'giấy chứng nhận quyền sử dụng đất'],
  ['QSDĐ', 'quyền sử dụng đất'],
  ['DVC', 'dịch vụ công'],
  ['PCCC', 'phòng cháy chữa cháy'],
  ['ATGT', 'an toàn giao thông'],
  ['THCS', 'trung học cơ sở'],
  ['THPT', 'trung học phổ thông'],
  ['TNCS', 'Thanh niên Cộng sản'],
  ['LHPN', 'Liên hiệp Phụ nữ'],
  ['CNTT', 'công nghệ thông tin'],
  ['TP', 'thành phố'],
];

/** Types of documents as their numbers write them. */
const TYPES: Readonly<Record<string, string>> = {
  NĐ: 'Nghị định',
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  CT: 'Chỉ thị',
  KH: 'Kế hoạch',
  TB: 'Thông báo',
  BC: 'Báo cáo',
  CV: 'Công văn',
  HD: 'Hướng dẫn',
};

/** Who issued it, as the second half of a symbol has it. */
const ISSUERS: Readonly<Record<string, string>> = {
  CP: 'Chính phủ',
  TTG: 'Thủ tướng Chính phủ',
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  BTP: 'Bộ Tư pháp',
  BNV: 'Bộ Nội vụ',
  BTC: 'Bộ Tài chính',
  BCA: 'Bộ Công an',
  BYT: 'Bộ Y tế',
  BGDĐT: 'Bộ Giáo dục và Đào tạo',
};

const PART = '[A-ZĐ]{1,8}\\d{0,2}';
const SYMBOL = new RegExp(`(?<![\\p{L}\\d])(${PART}(?:-${PART})+)(?![\\p{L}\\d])`, 'gu');
const NUMBERED = new RegExp(
  `(?<![\\p{L}\\d/])(?:số:?\\s+)?(\\d{1,5})/(?:((?:19|20)\\d\\d)/)?(${PART}(?:-${PART})*)(?![\\p{L}\\d])`,
  'giu',
);
/** "… ngày 05/3/2020 của": who issued it stands behind its number. */
const NAMED_AFTER =
  /^\s+(?:ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\s+)?của\s/iu;
const NOT_BEFORE = '(?<![\\p{L}\\d/.,])';
const NOT_AFTER = '(?![\\p{L}\\d/]|[.,]\\d)';

/** The text to hand to a voice; lines stay lines. */
export function toSpoken(written: string): string {
  return written
    .normalize('NFC')
    .split('\n')
    .map((line) => STEPS.reduce((text, step) => step(text), line))
    .map((line) => line.replaceAll(/[ \t]+/gu, ' ').trim())
    .join('\n');
}

const STEPS: readonly ((text: string) => string)[] = [
  withoutAddresses,
  documentNumbers,
  dates,
  hours,
  telephones,
  amounts,
  symbols,
  abbreviations,
  signs,
];

/** An address of the web says nothing to the ear. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/https?:\/\/\S+/gu, 'địa chỉ ghi trong bài');
}

/** 30/2020/NĐ-CP → Nghị định số 30 năm 2020 của Chính phủ; what the sentence says around it isn't said twice. */
function documentNumbers(text: string): string {
  return text.replaceAll(
    NUMBERED,
    (whole, number: string, year: string | undefined, symbol: string, at: number) => {
      if (!symbol.includes('-') && year === undefined) return whole;
      const when = year === undefined ? '' : ` năm ${spellNumber(year)}`;
      const said = `số ${spellNumber(number)}${when}`;
      const [first = '', ...others] = symbol.toUpperCase().split('-');
      const type = TYPES[first];
      if (type === undefined) return `${said}, ${spellSymbol(symbol.toUpperCase())}`;
      const before = leadOf(text.slice(0, at), type);
      const isNamed = before.names || NAMED_AFTER.test(text.slice(at + whole.length));
      const by = isNamed || others.length === 0 ? '' : ` của ${spellSymbol(others.join('-'))}`;
      return `${before.isType ? '' : `${type} `}${said}${by}`;
    },
  );
}

/** Whether a text ends with the type of the document that is numbered next, and names who issued it. */
function leadOf(text: string, type: string): { isType: boolean; names: boolean } {
  const lead = new RegExp(`${type}(\\s+của\\s+[\\p{L}\\s]{1,60})?\\s*$`, 'iu').exec(text);
  return { isType: lead !== null, names: lead?.[1] !== undefined };
}

function symbols(text: string): string {
  return text.replaceAll(SYMBOL, (symbol: string) =>
    symbol.split('-').some((part) => part in TYPES || part in ISSUERS)
      ? spellSymbol(symbol)
      : symbol,
  );
}

function spellSymbol(symbol: string): string {
  return symbol
    .split('-')
    .map((part) => TYPES[part] ?? ISSUERS[part] ?? part)
    .join(' ');
}

/** "ngày 03/6/2023", "15/6", "tháng 7/2023"; a day that is none stays as it stands. */
function dates(text: string): string {
  const day = '(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:19|20)\\d\\d)';
  return text
    .replaceAll(
      new RegExp(`${NOT_BEFORE}(ngày\\s+)?${day}${NOT_AFTER}`, 'giu'),
      (whole, ...found) => {
        const [, d, m, y] = found as string[];
        const date = findPlainDate(Number(y), Number(m), Number(d));
        return date ? spellDate(date) : whole;
      },
    )
    .replaceAll(
      new RegExp(`(tháng\\s+)(\\d{1,2})/((?:19|20)\\d\\d)${NOT_AFTER}`, 'giu'),
      (whole, lead: string, m: string, y: string) =>
        isMonth(m) ? `${lead}${spellMonth(Number(m))} năm ${spellNumber(y)}` : whole,
    )
    .replaceAll(
      new RegExp(
        `((?:ngày|đến|từ|hôm|trước|sau|sáng|chiều|tối|thứ \\p{L}+|Chủ nhật)\\s+)(\\d{1,2})/(\\d{1,2})${NOT_AFTER}`,
        'giu',
      ),
      (whole, lead: string, d: string, m: string) => {
        if (!isMonth(m) || Number(d) < 1 || Number(d) > 31) return whole;
        const word = /ngày\s+$/iu.test(lead) ? '' : 'ngày ';
        return `${lead}${word}${spellNumber(Number(d))} tháng ${spellMonth(Number(m))}`;
      },
    );
}

const isMonth = (month: string) => Number(month) >= 1 && Number(month) <= 12;

/** 7h30, 7 giờ 30, 07:30. */
function hours(text: string): string {
  return text.replaceAll(
    new RegExp(`${NOT_BEFORE}([01]?\\d|2[0-4])(?:\\s*h\\s*|:)([0-5]\\d)?(?![\\p{L}\\d:])`, 'giu'),
    (whole, hour: string, minute: string | undefined) => {
      if (minute === undefined && whole.includes(':')) return whole;
      const half =
        minute === undefined || Number(minute) === 0 ? '' : ` ${spellNumber(Number(minute))} phút`;
      return `${spellNumber(Number(hour))} giờ${half}`;
    },
  );
}

/** Telephones are said digit by digit, in the groups they are written in. */
function telephones(text: string): string {
  return text.replaceAll(
    new RegExp(
      `${NOT_BEFORE}(?:0\\d{2,4}(?:[ .]\\d{3,4}){1,3}|0\\d{8,10}|1(?:800|900)[ .]?\\d{4,6}|11[2345])${NOT_AFTER}`,
      'gu',
    ),
    (number) =>
      number
        .split(/[ .]/u)
        .map((group) => [...group].map((digit) => spellNumber(digit)).join(' '))
        .join(', '),
  );
}

/** 1.250.000 đồng, 97,5 %, 12 m², plain numbers. */
function amounts(text: string): string {
  return text.replaceAll(
    new RegExp(`${NOT_BEFORE}(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d+))?(\\s*%)?${NOT_AFTER}`, 'gu'),
    (whole, integer: string, decimals: string | undefined, percent: string | undefined) => {
      const digits = integer.replaceAll('.', '');
      // Too long for an amount: a code, which is said as it is written.
      if (digits.length > 15) return whole;
      const number = spellNumber(
        decimals === undefined ? String(BigInt(digits)) : `${BigInt(digits)}.${decimals}`,
      );
      return percent ? `${number} phần trăm` : number;
    },
  );
}

function abbreviations(text: string): string {
  return ABBREVIATIONS.reduce(
    (said, [short, spoken]) =>
      said.replaceAll(
        new RegExp(`(?<![\\p{L}\\d])${short}(?:\\.|(?![\\p{L}\\d]))(?![\\p{Ll}])`, 'gu'),
        (found) => (found.endsWith('.') && short !== 'TP' ? `${spoken}.` : spoken),
      ),
    text,
  );
}

function signs(text: string): string {
  return text
    .replaceAll(/\s*&\s*/gu, ' và ')
    .replaceAll(/m²|m2(?!\p{L})/gu, 'mét vuông')
    .replaceAll(/(?<=\p{L})\/(?=\p{L})/gu, ' trên ')
    .replaceAll(/[“”"«»*_#|•]/gu, ' ')
    .replaceAll('…', '.');
}
