// An alert: a line across every public page that goes by itself. Without what checks a form: every page of
// errors names alerts. Pure.
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
