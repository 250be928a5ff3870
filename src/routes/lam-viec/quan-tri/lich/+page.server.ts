// The working calendar and the office's hours: correct a day, settle a year, set hours from a day on.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import {
  CalendarDayForm,
  CalendarYearForm,
  OfficeHoursForm,
  requireInPlatform,
} from '#lib/platform/index.ts';
import {
  dropCalendarDay,
  dropOfficeHours,
  listOwnDays,
  listOwnHours,
  listOwnYears,
  readOfficeCalendar,
  setCalendarDay,
  setOfficeHours,
  settleCalendarYear,
  type Tx,
} from '#lib/platform/index.server.ts';
import {
  compareDates,
  formatClock,
  formatDate,
  formatSessions,
  formatWeekday,
  toPlainDate,
  yearStatus,
} from '#lib/vietnam/index.ts';
import { carryOut } from '../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

const DayOnly = z.object({ date: z.iso.date('Tải lại trang rồi chọn lại ngày.') });

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    requireInPlatform(tx.actor, 'calendar.edit', {});
    const asked = url.searchParams.get('nam') ?? '';
    const year = /^(19|20|21)\d\d$/.test(asked) ? Number(asked) : Number(tx.today.slice(0, 4));
    const { calendar, hours } = await readOfficeCalendar(tx);
    const own = await listOwnDays(tx);
    const ownDates = new Set(own.map(({ date }) => date));
    const ofYear = (date: string) => date.startsWith(`${year}-`);
    const listed = [...calendar.days.values()].map((day) => ({ ...day, isPlain: false }));
    const plain = own
      .filter(({ kind }) => kind === 'plain')
      .map((day) => ({ ...day, date: toPlainDate(day.date), isPlain: true }));
    const days = [...listed, ...plain].filter(({ date }) => ofYear(date));
    return {
      year,
      status: yearStatus(calendar, year),
      settledBy: (await listOwnYears(tx)).find((settled) => settled.year === year)?.source ?? null,
      days: days
        .sort((left, right) => compareDates(left.date, right.date))
        .map(({ date, kind, name, source, status, isPlain }) => ({
          date,
          shown: `${formatWeekday(date)} ${formatDate(date)}`,
          kind: isPlain ? ('plain' as const) : kind,
          name,
          source,
          status,
          isOwn: ownDates.has(date),
        })),
      today: tx.today,
      hours: {
        week: hours.week.map(formatSessions),
        cutOff: hours.cutOff === null ? '' : formatClock(hours.cutOff),
        source: hours.source,
        isOwn: hours.isOwn,
      },
      ownHours: (await listOwnHours(tx)).map(({ validFrom, source }) => ({
        validFrom,
        shown: formatDate(toPlainDate(validFrom)),
        source,
      })),
    };
  });

export const actions: Actions = {
  ngay: (event) => act(event, 'ngay', CalendarDayForm, 'Đã ghi ngày vào lịch.', setCalendarDay),
  'bo-ngay': (event) =>
    act(event, 'bo-ngay', DayOnly, 'Đã bỏ ngày xã tự ghi.', (tx, { date }) =>
      dropCalendarDay(tx, date),
    ),
  nam: (event) =>
    act(event, 'nam', CalendarYearForm, 'Đã xác nhận lịch nghỉ cả năm.', (tx, form) =>
      settleCalendarYear(tx, form.year, form.source),
    ),
  gio: (event) => act(event, 'gio', OfficeHoursForm, 'Đã đặt giờ làm việc.', setOfficeHours),
  'bo-gio': (event) =>
    act(event, 'bo-gio', DayOnly, 'Đã bỏ bảng giờ làm việc.', (tx, { date }) =>
      dropOfficeHours(tx, date),
    ),
};

async function act<Schema extends z.ZodType>(
  event: { locals: App.Locals; request: Request },
  which: string,
  schema: Schema,
  done: string,
  work: (tx: Tx, form: z.output<Schema>) => Promise<void>,
) {
  const { refused, values } = await carryOut(event, schema, work);
  if (refused) return fail(refused.status, { which, errors: refused.errors, values, done: '' });
  return { which, errors: [], values: undefined, done };
}
