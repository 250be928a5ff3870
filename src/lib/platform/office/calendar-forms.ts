// What an administrator says of days off and of office hours, checked field by field.
import { z } from 'zod';
import {
  dateParts,
  formatClock,
  formatSessions,
  isPlainDate,
  parseClock,
  parseSessions,
} from '#lib/vietnam/index.ts';

/** Kinds of a day in words; `plain` takes a listed day off the list. */
export const calendarDayKinds = {
  holiday: 'Nghỉ lễ, tết',
  comp_day: 'Nghỉ bù',
  swap_off: 'Nghỉ hoán đổi',
  swap_work: 'Làm bù',
  plain: 'Như ngày thường',
} as const;
export type CalendarDayKind = keyof typeof calendarDayKinds;

const Day = z
  .string()
  .refine(isPlainDate, 'Chọn một ngày có trong lịch.')
  .refine(
    (day) => !isPlainDate(day) || (dateParts(day).year >= 1976 && dateParts(day).year <= 2200),
    'Chọn ngày trong khoảng năm 1976–2200.',
  );
const Source = z
  .string()
  .min(1, 'Ghi căn cứ, ví dụ: Thông báo số …/TB-BNV ngày ….')
  .max(300, 'Căn cứ dài quá 300 ký tự; hãy rút gọn.');

export const CalendarDayForm = z
  .object({
    date: Day,
    kind: z.enum(
      Object.keys(calendarDayKinds) as [CalendarDayKind, ...CalendarDayKind[]],
      'Chọn loại ngày.',
    ),
    name: z
      .string()
      .min(1, 'Ghi tên ngày, ví dụ: Nghỉ bù Quốc khánh.')
      .max(120, 'Tên ngày dài quá 120 ký tự; hãy rút gọn.'),
    for: z.union([z.literal('').transform(() => null), Day]).default(null),
    source: Source,
    status: z.enum(['official', 'provisional'], 'Chọn chính thức hay dự kiến.'),
  })
  .superRefine((day, context) => {
    const needsPair = day.kind !== 'holiday' && day.kind !== 'plain';
    if (needsPair && day.for === null) {
      const message = 'Chọn ngày đi cặp: ngày lễ được nghỉ bù, hoặc ngày được hoán đổi.';
      context.addIssue({ code: 'custom', path: ['for'], message });
    }
    if (day.for !== null && day.for === day.date) {
      const message = 'Ngày đi cặp phải khác ngày này.';
      context.addIssue({ code: 'custom', path: ['for'], message });
    }
  });
export type CalendarDayForm = z.infer<typeof CalendarDayForm>;

export const CalendarYearForm = z.object({
  year: z.coerce
    .number('Nhập năm bằng bốn chữ số.')
    .int('Nhập năm bằng bốn chữ số.')
    .min(1976, 'Nhập năm từ 1976.')
    .max(2200, 'Nhập năm đến 2200.'),
  source: Source,
});

const weekdayNames = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'chu-nhat'] as const;

/** Field names of the seven days, Monday first. */
export const weekdayFields = weekdayNames.map((name) => `thu-${name}`);

const Sessions = z.string().transform((text, context) => {
  const sessions = parseSessions(text);
  if (sessions) return formatSessions(sessions);
  const message = `Không đọc được “${text}”; ghi dạng 07:30–11:30, 13:30–17:00, hoặc để trống nếu nghỉ.`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

export const OfficeHoursForm = z
  .object({
    ...Object.fromEntries(weekdayFields.map((field) => [field, Sessions.default('')])),
    from: Day,
    'cut-off': z.string().transform((text, context) => {
      if (text === '') return null;
      const minute = parseClock(text);
      if (minute !== undefined) return formatClock(minute);
      const message = `Không đọc được “${text}”; ghi dạng 15:00, hoặc để trống nếu không có.`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }),
    source: Source,
  })
  .transform((form) => ({
    validFrom: form.from,
    week: weekdayFields.map((field) => String(form[field as keyof typeof form] ?? '')),
    cutOff: form['cut-off'],
    source: form.source,
  }))
  .refine(({ week }) => week.some((day) => day !== ''), {
    path: [weekdayFields[0] ?? ''],
    message: 'Phải có ít nhất một ngày làm việc trong tuần.',
  });
export type OfficeHoursForm = z.infer<typeof OfficeHoursForm>;
