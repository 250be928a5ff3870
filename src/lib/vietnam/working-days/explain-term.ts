// A reckoned term in words, sentence by sentence: what was counted, from when, what was left out and why.

import { formatDate, formatWeekday } from '../dates/date-text.ts';
import { formatNumber } from '../numbers/number-text.ts';
import { daysLeftOut, explainWarning } from './explain.ts';
import { formatClock, type OfficeHours, type OfficeTime } from './office-hours.ts';
import type { Term, TermUnit } from './terms.ts';

/** The reasons of a term, in the order one would tell them at the counter. Facts are in the first lines. */
export function explainTerm(term: Term, hours: OfficeHours): string[] {
  return [
    ...explainStart(term, hours),
    explainAmount(term),
    ...explainPause(term),
    ...term.days.warnings.map(explainWarning),
  ];
}

/** `5 ngày làm việc`, `1 buổi làm việc`, `7 giờ 30 phút làm việc`. */
export function formatTermAmount(amount: number, unit: TermUnit): string {
  if (unit === 'day') return `${formatNumber(amount)} ngày làm việc`;
  if (unit === 'session') return `${formatNumber(amount)} buổi làm việc`;
  const hours = Math.floor(amount / 60);
  const parts = [
    ...(hours > 0 ? [`${formatNumber(hours)} giờ`] : []),
    ...(amount % 60 > 0 || hours === 0 ? [`${amount % 60} phút`] : []),
  ];
  return `${parts.join(' ')} làm việc`;
}

/** `17:00, thứ Năm 05/01/2023`. */
export function formatOfficeTime({ date, minute }: OfficeTime): string {
  const day = formatWeekday(date);
  return `${formatClock(minute)}, ${day.charAt(0).toLocaleLowerCase('vi')}${day.slice(1)} ${formatDate(date)}`;
}

function explainStart({ received, start, deferral }: Term, { cutOff }: OfficeHours): string[] {
  if (deferral === null) return [];
  const reason =
    deferral === 'cut-off' && cutOff !== null
      ? `sau giờ chốt nhận ${formatClock(cutOff)}`
      : 'ngoài giờ làm việc';
  return [
    `Nhận lúc ${formatOfficeTime(received)}, ${reason}: tính như nhận lúc ${formatOfficeTime(start)}.`,
  ];
}

function explainAmount(term: Term): string {
  const { amount, unit, start, end, left, days, firstDay } = term;
  const from =
    unit === 'day'
      ? firstDay === 'next'
        ? `kể từ sau ngày ${formatDate(start.date)} (không tính ngày nhận)`
        : `kể từ ngày ${formatDate(start.date)} (tính cả ngày nhận)`
      : `kể từ ${formatOfficeTime(start)}`;
  const until =
    end === null
      ? `, đã dùng ${formatTermAmount(amount - left, unit)}, còn ${formatTermAmount(left, unit)}`
      : unit === 'day'
        ? ` đến hết ngày ${formatDate(end.date)}`
        : ` đến ${formatOfficeTime(end)}`;
  const reasons = daysLeftOut(days);
  return `${formatTermAmount(amount, unit)} ${from}${until}${reasons ? `; ${reasons}` : ''}.`;
}

function explainPause({ paused, end, unit }: Term): string[] {
  return [
    ...(paused > 0
      ? [`Không tính ${formatTermAmount(paused, unit)} trong thời gian tạm dừng.`]
      : []),
    ...(end === null ? ['Đang tạm dừng: ngày hết hạn có khi biết ngày chạy tiếp.'] : []),
  ];
}
