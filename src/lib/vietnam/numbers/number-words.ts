// Numbers and dates in words, for official text ("bằng chữ") and for speech on the radio.
//
// The rules (read-vietnamese-number knows them, we choose among its variants): nghìn and tỷ, not ngàn
// and tỉ; a zero ten is "linh" (một trăm linh năm); 1, 4 and 5 after mươi are mốt, tư, lăm (hai mươi
// mốt, hai mươi tư, hai mươi lăm), but mười một, mười bốn, mười lăm and linh một, linh bốn, linh năm; an
// empty hundred inside a number is spoken (một nghìn không trăm linh năm); decimals follow "phẩy".

import { ReadingConfig, doReadNumber } from 'read-vietnamese-number';
import { type PlainDate, dateParts } from '../dates/plain-date.ts';

const reading = new ReadingConfig();
reading.oddText = 'linh';
reading.units = [[], ['nghìn'], ['triệu'], ['tỷ']];
reading.unit = [];
reading.pointText = 'phẩy';

const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/**
 * A number in words: 1005 → `một nghìn không trăm linh năm`, 12.5 → `mười hai phẩy năm`.
 *
 * @param value a bigint, a decimal text (`'12.50'`, point before decimals) or a number. Throws a
 *   RangeError on a number that isn't exact (beyond 2^53) or has no plain decimal form.
 */
export function spellNumber(value: number | bigint | string): string {
  const text = String(value);
  if (!DECIMAL.test(text)) {
    throw new RangeError(`Not a plain decimal number: "${text}"`);
  }
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`Too large to be exact, hand it over as bigint: ${text}`);
  }
  return doReadNumber(/^-0+(?:\.0+)?$/u.test(text) ? text.slice(1) : text, reading);
}

/** `chín mươi bảy phẩy năm phần trăm` for 97.5. The value is in per cent already. */
export function spellPercent(percent: number | string): string {
  return `${spellNumber(percent)} phần trăm`;
}

/** `một triệu hai trăm nghìn đồng`, whole đồng. Throws a RangeError on a fraction. */
export function spellMoney(dong: number | bigint): string {
  if (typeof dong === 'number' && !Number.isInteger(dong)) {
    throw new RangeError(`Not whole đồng: ${dong}`);
  }
  return `${spellNumber(dong)} đồng`;
}

/**
 * A date in words. `official` as civil papers write it: `ngày năm tháng một năm hai nghìn không trăm
 * hai mươi ba`; `spoken` says "mùng" before days one to ten: `ngày mùng năm …`. April is `tháng tư` in
 * both.
 */
export function spellDate(date: PlainDate, style: 'official' | 'spoken' = 'official'): string {
  const { year, month, day } = dateParts(date);
  const dayWords = (style === 'spoken' && day <= 10 ? 'mùng ' : '') + spellNumber(day);
  return `ngày ${dayWords} tháng ${spellMonth(month)} năm ${spellNumber(year)}`;
}

/** The number of a month in words, 1–12: `một` … `tư` … `mười hai`. */
export function spellMonth(month: number): string {
  return month === 4 ? 'tư' : spellNumber(month);
}

/** The first letter in upper case, as at the head of "Bằng chữ: …". */
export function capitalize(text: string): string {
  const [first = ''] = text.normalize('NFC');
  return first.toLocaleUpperCase('vi') + text.normalize('NFC').slice(first.length);
}
