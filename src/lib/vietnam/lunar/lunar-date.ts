// The Vietnamese lunar calendar (âm lịch), as in force since 1968: months begin with the new moon on
// Vietnam's clock, month 11 holds the December solstice, and when thirteen months lie between two
// month elevens, the first in which the sun enters no new twelfth repeats the number before it (nhuận).

import {
  type PlainDate,
  dateParts,
  fromDayNumber,
  plainDate,
  toDayNumber,
} from '../dates/plain-date.ts';
import { newMoonDay, newMoonNumberAbout, sunSector } from './astronomy.ts';

const FIRST_YEAR = 1968;
const LAST_YEAR = 2199;
const DECEMBER_SOLSTICE = 9;

/** A day of the Vietnamese lunar calendar. */
export interface LunarDate {
  /** The year that began at its Tết. */
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** Whether the month is the repeated one (tháng nhuận). */
  readonly leap: boolean;
  /** 1–30. */
  readonly day: number;
}

interface LunarMonth {
  readonly year: number;
  readonly month: number;
  readonly leap: boolean;
  /** Day number of its first day. */
  readonly start: number;
  /** 29 or 30. */
  readonly length: number;
}

/** The lunar date of a day. Throws a RangeError outside the lunar years 1968–2199. */
export function toLunarDate(date: PlainDate): LunarDate {
  const { year } = dateParts(date);
  const dayNumber = toDayNumber(date);
  const winter = dayNumber < newMoonDay(winterMoon(year)) ? year : year + 1;
  const month = monthsUpToWinter(winter).findLast(({ start }) => start <= dayNumber);
  if (!month) {
    throw new RangeError(`No lunar month holds ${date}`);
  }
  checkYear(month.year);
  return {
    year: month.year,
    month: month.month,
    leap: month.leap,
    day: dayNumber - month.start + 1,
  };
}

/**
 * The day on which a lunar date falls; undefined when there is none (day 30 of a short month, a leap
 * month the year doesn't have). Throws a RangeError outside 1968–2199.
 */
export function findDateOfLunar(lunar: LunarDate): PlainDate | undefined {
  checkYear(lunar.year);
  const month = monthsUpToWinter(lunar.month >= 11 ? lunar.year + 1 : lunar.year).find(
    ({ year, month: number, leap }) =>
      year === lunar.year && number === lunar.month && leap === lunar.leap,
  );
  const inMonth =
    month && Number.isInteger(lunar.day) && lunar.day >= 1 && lunar.day <= month.length;
  return inMonth ? fromDayNumber(month.start + lunar.day - 1) : undefined;
}

/** The first day of the lunar year, mùng 1 Tết. Throws a RangeError outside 1968–2199. */
export function lunarNewYear(year: number): PlainDate {
  const date = findDateOfLunar({ year, month: 1, leap: false, day: 1 });
  if (date === undefined) {
    throw new RangeError(`No lunar new year in ${year}`);
  }
  return date;
}

/** The months from the eleventh of the year before up to, without it, the eleventh of this year. */
function monthsUpToWinter(year: number): LunarMonth[] {
  const first = winterMoon(year - 1);
  const count = winterMoon(year) - first;
  const starts = Array.from({ length: count + 1 }, (_, index) => newMoonDay(first + index));
  const sectors = starts.map(sunSector);
  const leapIndex =
    count === 13
      ? sectors.findIndex((sector, index) => index > 0 && sector === sectors[index + 1])
      : -1;
  return starts.slice(0, count).map((start, index) => {
    const repeats = leapIndex >= 0 && index >= leapIndex ? 1 : 0;
    const month = ((10 + index - repeats) % 12) + 1;
    return {
      year: month >= 11 ? year - 1 : year,
      month,
      leap: index === leapIndex,
      start,
      length: (starts[index + 1] ?? start) - start,
    };
  });
}

/** The number of the new moon that opens month 11 of a year: the last one before the solstice. */
function winterMoon(year: number): number {
  const last = newMoonNumberAbout(toDayNumber(plainDate(year, 12, 31)));
  return sunSector(newMoonDay(last)) >= DECEMBER_SOLSTICE ? last - 1 : last;
}

function checkYear(year: number): void {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new RangeError(`The lunar calendar is computed for ${FIRST_YEAR}–${LAST_YEAR}: ${year}`);
  }
}
