// A count of working days in words, for the "why" panel beside every deadline.

import { formatDate } from '../dates/date-text.ts';
import { addDays } from '../dates/plain-date.ts';
import { type CalendarDay } from './calendar.ts';
import { type CalendarWarning, type WorkingDayCount } from './working-days.ts';

/**
 * Says how a count came about, for example `5 ngày làm việc kể từ sau ngày 19/01/2023 đến hết ngày
 * 02/02/2023, trừ 2 ngày nghỉ hằng tuần; trừ Tết Nguyên đán (20/01/2023–24/01/2023); …`.
 */
export function explainCount(count: WorkingDayCount): string {
  const head =
    count.workingDays < 0
      ? `${-count.workingDays} ngày làm việc từ ngày ${formatDate(count.to)} đến trước ngày ${formatDate(count.from)}`
      : `${count.workingDays} ngày làm việc kể từ sau ngày ${formatDate(count.from)} đến hết ngày ${formatDate(count.to)}`;
  const reasons = daysLeftOut(count);
  const warnings = count.warnings.map(explainWarning);
  return [[head, reasons].filter(Boolean).join(', ') + '.', ...warnings].join(' ');
}

/** What was passed over and what was counted beside ordinary weekdays: `trừ 2 ngày nghỉ hằng tuần; …`; may be empty. */
export function daysLeftOut(count: WorkingDayCount): string {
  return [
    ...(count.weeklyDaysOff > 0 ? [`trừ ${count.weeklyDaysOff} ngày nghỉ hằng tuần`] : []),
    ...groups(count.daysOff).map((group) => `trừ ${describe(group)}`),
    ...groups(count.workedDays).map((group) => `tính cả ${describe(group)}`),
  ].join('; ');
}

/** Says why a computed day may still change. */
export function explainWarning({ year, status }: CalendarWarning): string {
  return status === 'missing'
    ? `Chưa có lịch nghỉ năm ${year}: mới chỉ trừ ngày nghỉ hằng tuần.`
    : `Lịch nghỉ năm ${year} có ngày mới là dự kiến: kết quả có thể thay đổi khi có thông báo chính thức.`;
}

/** Neighbouring days of one name stand together. */
function groups(days: readonly CalendarDay[]): CalendarDay[][] {
  const result: CalendarDay[][] = [];
  for (const day of days) {
    const group = result.at(-1);
    const before = group?.at(-1);
    if (group && before && before.name === day.name && addDays(before.date, 1) === day.date) {
      group.push(day);
    } else {
      result.push([day]);
    }
  }
  return result;
}

function describe(group: readonly CalendarDay[]): string {
  const [first, last] = [group.at(0), group.at(-1)];
  if (!first || !last) {
    return '';
  }
  // Holidays are proper names, the other kinds ordinary words in the middle of a sentence.
  const name =
    first.kind === 'holiday'
      ? first.name
      : first.name.charAt(0).toLocaleLowerCase('vi') + first.name.slice(1);
  return first === last
    ? `${name} (${formatDate(first.date)})`
    : `${name} (${formatDate(first.date)}–${formatDate(last.date)})`;
}
