// Door of the vietnam room: the country and its language. Pure; everything here may run in a browser.

export {
  formatDate,
  formatLongDate,
  formatLongMonth,
  formatMonth,
  formatWeekday,
  parseDate,
} from './dates/date-text.ts';
export {
  VIETNAM_OFFSET,
  VIETNAM_OFFSET_MS,
  addMillis,
  formatInstant,
  instantFromMillis,
  instantToMillis,
  toInstant,
  vietnamDate,
  vietnamInstant,
  vietnamTime,
  type Instant,
} from './dates/instant.ts';
export {
  isMonthKey,
  monthEnd,
  monthOf,
  monthRange,
  monthStart,
  quarterOf,
  shiftMonth,
  toMonthKey,
  type MonthKey,
} from './dates/month-key.ts';
export {
  addDays,
  addMonths,
  compareDates,
  dateParts,
  daysBetween,
  daysInMonth,
  findPlainDate,
  fromDayNumber,
  isPlainDate,
  plainDate,
  toDayNumber,
  toPlainDate,
  weekday,
  type DateParts,
  type PlainDate,
  type Weekday,
} from './dates/plain-date.ts';
export { restoreCapitals } from './legacy/capitals.ts';
export {
  bytesAsWindows1252,
  decodeLegacy,
  findFontEncoding,
  type LegacyEncoding,
} from './legacy/decode.ts';
export { ENCODING_NAMES, detectEncoding, type EncodingGuess } from './legacy/detect.ts';
export {
  convertLegacyText,
  decodeTextBytes,
  type ConvertedText,
  type DecodedText,
} from './legacy/read-bytes.ts';
export { isFoldedSyllable, isVietnameseSyllable } from './legacy/syllable.ts';
export { findDateOfLunar, lunarNewYear, toLunarDate, type LunarDate } from './lunar/lunar-date.ts';
export {
  formatLunarDate,
  formatShortLunarDate,
  lunarDayName,
  lunarMonthName,
  lunarYearName,
} from './lunar/lunar-text.ts';
export { formatMoney, formatNumber, formatPercent, parseNumber } from './numbers/number-text.ts';
export {
  capitalize,
  spellDate,
  spellMoney,
  spellMonth,
  spellNumber,
  spellPercent,
} from './numbers/number-words.ts';
export { formatPhone, normalizePhone, phoneLink } from './numbers/phone.ts';
export { toRoman } from './numbers/roman.ts';
export { comparePersonNames, compareVietnamese } from './text/collation.ts';
export { fold, foldWithOffsets, sourceSpan, type FoldedText } from './text/fold.ts';
export { namesPlace } from './text/names-place.ts';
export { slugify } from './text/slug.ts';
export { toSpoken } from './text/spoken.ts';
export { normalizeTones } from './text/tones.ts';
export { unaccent } from './text/unaccent.ts';
export { collapse } from './text/whitespace.ts';
export { isWrittenInVietnamese } from './text/written-in.ts';
export {
  CalendarDay,
  CalendarYear,
  DayKind,
  makeCalendar,
  overlayCalendar,
  withoutDays,
  yearStatus,
  type Calendar,
  type YearStatus,
} from './working-days/calendar.ts';
export { explainCount, explainWarning } from './working-days/explain.ts';
export {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  listWorkingDays,
  workingDayOnOrAfter,
  type CalendarWarning,
  type WorkingDayCount,
} from './working-days/working-days.ts';
export { explainTerm, formatOfficeTime, formatTermAmount } from './working-days/explain-term.ts';
export {
  formatClock,
  formatSessions,
  isOpenAt,
  parseClock,
  parseSessions,
  sessionsOf,
  type OfficeHours,
  type OfficeTime,
  type Session,
} from './working-days/office-hours.ts';
export {
  LONGEST_TERM,
  compareTimes,
  dueOf,
  elapsedOf,
  type Pause,
  type Term,
  type TermRules,
  type TermUnit,
} from './working-days/terms.ts';
