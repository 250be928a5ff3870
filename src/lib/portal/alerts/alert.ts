// An alert: a line across every public page that goes by itself. Pure.
import { z } from 'zod';
import { formatDate, type Instant, vietnamDate, vietnamTime } from '#lib/vietnam/index.ts';

export const urgencyNames = {
  notice: 'Thông báo',
  warning: 'Cảnh báo',
  emergency: 'Khẩn cấp',
} as const;
export type Urgency = keyof typeof urgencyNames;

/** How long an alert stands, in hours; nobody has to remember to take it down. */
export const stretchNames = {
  '3': '3 giờ',
  '6': '6 giờ',
  '12': '12 giờ',
  '24': '1 ngày',
  '72': '3 ngày',
  '168': '7 ngày',
} as const;

/** More at once and nobody reads any. */
export const MOST_AT_ONCE = 3;

export interface Alert {
  readonly id: string;
  readonly urgency: Urgency;
  readonly words: string;
  /** Path of a page of this site, or empty. */
  readonly link: string;
  readonly raisedAt: Instant;
  readonly until: Instant;
}

const keysOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  Object.keys(names) as [Key, ...Key[]];

const stretch = z.enum(keysOf(stretchNames), 'Chọn thời gian hiển thị trong danh sách.');

export const AlertForm = z.object({
  urgency: z.enum(keysOf(urgencyNames), 'Chọn mức độ: thông báo, cảnh báo hay khẩn cấp.'),
  words: z
    .string()
    .transform((typed) => typed.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, 'Viết nội dung: chuyện gì, ở đâu, người dân cần làm gì.')
        .max(300, 'Nội dung dài quá 300 ký tự; hãy rút gọn, chi tiết để ở trang liên kết.'),
    ),
  link: z
    .string()
    .max(300, 'Địa chỉ trang dài quá 300 ký tự.')
    .refine(
      (typed) => typed === '' || /^\/(?!\/)[\w\-./~%?=&]*$/.test(typed),
      'Liên kết phải là một trang của cổng này và bắt đầu bằng dấu /, ví dụ: /lien-he.',
    ),
  stretch,
});
export type AlertForm = z.output<typeof AlertForm>;

export const AlertAgain = z.object({
  id: z.uuid('Tải lại trang rồi chọn lại cảnh báo.'),
  stretch,
});

/** "đến 12:00 ngày 20/06/2023" */
export function untilInWords(until: Instant): string {
  return `đến ${vietnamTime(until).slice(0, 5)} ngày ${formatDate(vietnamDate(until))}`;
}

/** Those that stand at an instant, the most urgent first, then the latest. */
export function liveAlerts(alerts: readonly Alert[], at: Instant): Alert[] {
  const order = { emergency: 0, warning: 1, notice: 2 };
  return alerts
    .filter(({ raisedAt, until }) => raisedAt <= at && until > at)
    .sort(
      (one, other) =>
        order[one.urgency] - order[other.urgency] || (one.raisedAt < other.raisedAt ? 1 : -1),
    );
}

/** The instant at which the next of them goes; undefined where none stands. */
export function nextEnd(live: readonly Alert[]): Instant | undefined {
  return live.map(({ until }) => until).sort()[0];
}
