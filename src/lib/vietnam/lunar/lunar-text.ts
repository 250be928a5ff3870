// Lunar dates as people say them.

import { type LunarDate } from './lunar-date.ts';

const MONTHS = [
  'Giêng',
  'Hai',
  'Ba',
  'Tư',
  'Năm',
  'Sáu',
  'Bảy',
  'Tám',
  'Chín',
  'Mười',
  'Mười một',
  'Chạp',
];
const STEMS = ['Canh', 'Tân', 'Nhâm', 'Quý', 'Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ'];
const BRANCHES = [
  'Thân',
  'Dậu',
  'Tuất',
  'Hợi',
  'Tý',
  'Sửu',
  'Dần',
  'Mão',
  'Thìn',
  'Tỵ',
  'Ngọ',
  'Mùi',
];

/** `mùng 1` … `mùng 10`, `rằm` for 15, otherwise the number. */
export function lunarDayName(day: number): string {
  if (day === 15) {
    return 'rằm';
  }
  return day <= 10 ? `mùng ${day}` : String(day);
}

/** `tháng Giêng`, `tháng Hai nhuận`, `tháng Chạp`. */
export function lunarMonthName(month: number, leap = false): string {
  const name = MONTHS[month - 1];
  if (name === undefined) {
    throw new RangeError(`Not a lunar month: ${month}`);
  }
  return `tháng ${name}${leap ? ' nhuận' : ''}`;
}

/** The year's name in the cycle of sixty (can chi): 2023 is `Quý Mão`. */
export function lunarYearName(year: number): string {
  return `${STEMS[year % 10] ?? ''} ${BRANCHES[year % 12] ?? ''}`;
}

/** `mùng 1 tháng Giêng năm Quý Mão`, `rằm tháng Hai nhuận năm Quý Mão`. */
export function formatLunarDate({ day, month, leap, year }: LunarDate): string {
  return `${lunarDayName(day)} ${lunarMonthName(month, leap)} năm ${lunarYearName(year)}`;
}

/** Short, as under a date on a wall calendar: `10/3 âm lịch`, `10/2 nhuận âm lịch`. */
export function formatShortLunarDate({ day, month, leap }: LunarDate): string {
  return `${day}/${month}${leap ? ' nhuận' : ''} âm lịch`;
}
