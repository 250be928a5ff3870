// When a unit is reminded of what it owes, and in which words: counted in working days from the due day.
import { z } from 'zod';
import { addWorkingDays, formatDate, type Calendar, type PlainDate } from '#lib/vietnam/index.ts';
import type { Occurrence } from '../occurrences/fold-occurrences.ts';

/** Steps, in working days; 0 before is the due day itself. */
export interface ReminderSetting {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** As Loa ships it: three working days ahead, then the day after and a week after. */
export const DEFAULT_SETTING: ReminderSetting = { before: [3], after: [1, 5] };

const MOST_STEPS = 5;
const MOST_DAYS = 60;

const days = (from: number, example: string) =>
  z
    .string()
    .max(100, 'Danh sách ngày quá dài.')
    .transform((typed) => typed.split(/[\s,;]+/u).filter((part) => part !== ''))
    .refine(
      (parts) => parts.every((part) => /^\d{1,3}$/.test(part) && inRange(Number(part), from)),
      `Nhập số ngày làm việc từ ${from} đến ${MOST_DAYS}, cách nhau bằng dấu phẩy, ví dụ: ${example}. Để trống thì không nhắc.`,
    )
    .transform((parts) => [...new Set(parts.map(Number))].sort((a, b) => a - b))
    .refine((list) => list.length <= MOST_STEPS, `Đặt nhiều nhất ${MOST_STEPS} lần nhắc.`);

export const SetReminders = z.object({ before: days(0, '3'), after: days(1, '1, 5') });
export type SetReminders = z.input<typeof SetReminders>;

/** `before-3`, `after-1`: names the step within an occurrence and its due day. */
export type StepKey = string;

type Owed = Pick<Occurrence, 'due' | 'state'>;

/**
 * The last step an occurrence has reached by a day; undefined where none is, or nothing is owed. Steps that
 * passed unnoticed (the machine was off) aren't made up for: one reminder says as much as three.
 */
export function stepReached(
  { due, state }: Owed,
  today: PlainDate,
  { before, after }: ReminderSetting,
  calendar: Calendar,
): StepKey | undefined {
  if (state !== 'open' && state !== 'overdue') return undefined;
  const isLate = today > due;
  const counts = isLate ? after : before.map((count) => -count);
  const reached = counts.filter((count) => addWorkingDays(due, count, calendar).to <= today);
  if (reached.length === 0) return undefined;
  const last = Math.max(...reached);
  return isLate ? `after-${last}` : `before-${Math.abs(last)}`;
}

export interface ReminderLine {
  readonly text: string;
  readonly name: string;
  readonly due: PlainDate;
  readonly left: string;
  readonly overdue: boolean;
}

/** A message lists so many of each kind; the desk lists all. */
const MOST_LINES = 30;
const LINE_LETTERS = 200;

/** The one message of a unit and day: overdue first, then what comes. */
export function reminderLetter(
  unitName: string,
  office: string,
  lines: readonly ReminderLine[],
): { readonly subject: string; readonly body: string } {
  const late = lines.filter(({ overdue }) => overdue);
  const coming = lines.filter(({ overdue }) => !overdue);
  const counts = [
    ...(late.length > 0 ? [`${late.length} việc quá hạn`] : []),
    ...(coming.length > 0 ? [`${coming.length} việc sắp đến hạn`] : []),
  ].join(', ');
  const body = [
    `Kính gửi: ${unitName}`,
    '',
    ...section('Việc đã quá hạn', late),
    ...section('Việc sắp đến hạn', coming),
    'Việc đã làm xong thì ghi hoạt động và minh chứng ở Bàn làm việc, mục Việc hôm nay; việc đã ghi không bị nhắc nữa.',
    '',
    office,
  ];
  return { subject: `Nhắc việc tuyên truyền: ${counts}`, body: `${body.join('\n')}\n` };
}

function section(title: string, lines: readonly ReminderLine[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  const listed = lines.slice(0, MOST_LINES).map(({ text, name, due, left }) => {
    return `- ${shortened(text)} (${name}; hạn ${formatDate(due)}, ${left})`;
  });
  const more = rest > 0 ? [`- … và ${rest} việc khác, xem ở Bàn làm việc.`] : [];
  return [`${title}:`, ...listed, ...more, ''];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replace(/[.;]$/u, '');
  return line.length <= LINE_LETTERS ? line : `${line.slice(0, LINE_LETTERS).trimEnd()}…`;
}

function inRange(count: number, from: number): boolean {
  return count >= from && count <= MOST_DAYS;
}
