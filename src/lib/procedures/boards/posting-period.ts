// From when to when something must hang on a board, and how soon: what the commune set, by field.
import { z } from 'zod';
import { isPlainDate } from '#lib/vietnam/index.ts';

export interface PostingPeriod {
  /** The field it is for; empty: for every field without one of its own. */
  readonly field: string;
  /** YYYY-MM-DD; null: from the day the words are in force. */
  readonly startsOn: string | null;
  /** The last day, YYYY-MM-DD; null: until other words take their place. */
  readonly endsOn: string | null;
  /** Working days in which a sheet is hung or swapped; null: as the law says. */
  readonly withinDays: number | null;
}

const Day = z
  .string()
  .default('')
  .refine((day) => day === '' || isPlainDate(day), 'Ghi ngày theo dạng ngày/tháng/năm.')
  .transform((day) => (day === '' ? null : day));

/** A period as an officer writes it down; an empty box leaves it to the law. */
export const PostingPeriodForm = z
  .object({
    'linh-vuc': z.string().max(200).default(''),
    tu: Day,
    den: Day,
    'so-ngay': z
      .string()
      .trim()
      .default('')
      .refine(
        (text) =>
          text === '' || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 60),
        'Ghi số ngày làm việc bằng chữ số, từ 1 đến 60; để trống thì theo thời hạn pháp luật quy định.',
      )
      .transform((text) => (text === '' ? null : Number(text))),
  })
  .refine(({ tu, den }) => tu === null || den === null || tu <= den, {
    path: ['den'],
    message: 'Ngày cuối phải treo đứng trước ngày bắt đầu.',
  })
  .refine((form) => form.tu !== null || form.den !== null || form['so-ngay'] !== null, {
    path: ['tu'],
    message: 'Ghi ít nhất một trong ba ô: từ ngày, đến hết ngày, số ngày.',
  })
  .transform((form): PostingPeriod => ({
    field: form['linh-vuc'],
    startsOn: form.tu,
    endsOn: form.den,
    withinDays: form['so-ngay'],
  }));

/** The period of a field: its own, else that of all. */
export function periodOf(
  periods: readonly PostingPeriod[],
  field: string,
): PostingPeriod | undefined {
  return periods.find((one) => one.field === field) ?? periods.find((one) => one.field === '');
}

/** Where a day stands: nothing need hang before, nothing may be left hanging after. */
export function phaseOn(
  period: PostingPeriod | undefined,
  day: string,
): 'before' | 'within' | 'after' {
  if (period?.startsOn && day < period.startsOn) return 'before';
  return period?.endsOn && day > period.endsOn ? 'after' : 'within';
}
