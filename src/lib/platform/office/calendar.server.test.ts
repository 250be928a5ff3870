// What a commune lays over the shipped calendar: its days, settled years and hours, and who may.
import { beforeAll, describe, expect, it } from 'vitest';
import { isWorkingDay, toPlainDate, yearStatus } from '#lib/vietnam/index.ts';
import { addPerson, as, useTestKeys } from '../accounts/accounts.samples.ts';
import type { Person } from '../actor.ts';
import type { Tx } from '../database/tx.server.ts';
import { readEvents } from '../events/read.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { CalendarDayForm, OfficeHoursForm, weekdayFields } from './calendar-forms.ts';
import {
  dropCalendarDay,
  listOwnDays,
  readOfficeCalendar,
  setCalendarDay,
  settleCalendarYear,
} from './calendar.server.ts';
import { dropOfficeHours, setOfficeHours } from './office-hours.server.ts';

const office = useTestDatabase();
useTestKeys();
let administrator: Person;
let coordinator: Person;

beforeAll(async () => {
  administrator = await addPerson(office().communeId, 'quan-tri', ['administrator']);
  coordinator = await addPerson(office().communeId, 'dau-moi', ['coordinator']);
});

function manage<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return as(office().communeId, administrator, work);
}

async function works(date: string): Promise<boolean> {
  const { calendar } = await manage((tx) => readOfficeCalendar(tx, date));
  return isWorkingDay(toPlainDate(date), calendar);
}

function day(date: string, change: Partial<Record<keyof CalendarDayForm, string>> = {}) {
  return CalendarDayForm.parse({
    date,
    kind: 'holiday',
    name: 'Ngày truyền thống của xã',
    for: '',
    source: 'Thông báo 9/TB-UBND',
    status: 'official',
    ...change,
  });
}

const WEEK = Object.fromEntries(
  weekdayFields.map((field, index) => [field, index < 5 ? '7h30-11h30, 13:00-16:30' : '']),
);
const hours = (change: Record<string, string> = {}) =>
  OfficeHoursForm.parse({
    ...WEEK,
    from: '2023-06-01',
    'cut-off': '16h',
    source: 'Thông báo 10/TB-UBND',
    ...change,
  });

describe('days', () => {
  it('laid down by the commune win, and can be taken back', async () => {
    expect(await works('2023-06-05')).toBe(true);
    await manage((tx) => setCalendarDay(tx, day('2023-06-05')));
    await manage((tx) => setCalendarDay(tx, day('2023-06-05', { name: 'Tên sửa lại' })));
    expect(await works('2023-06-05')).toBe(false);
    const own = await manage(listOwnDays);
    expect(own.map(({ name }) => name)).toEqual(['Tên sửa lại']);
    await manage((tx) => dropCalendarDay(tx, '2023-06-05'));
    expect(await works('2023-06-05')).toBe(true);
    const again = manage((tx) => dropCalendarDay(tx, '2023-06-05'));
    await expect(again).rejects.toMatchObject({ code: 'calendar.day-not-found' });
  });

  it('taken off the list are worked', async () => {
    await manage((tx) => setCalendarDay(tx, day('2023-05-03', { kind: 'plain' })));
    expect(await works('2023-05-03')).toBe(true);
  });

  it.each([
    ['2023-06-06', 'swap_work', 'calendar.works-anyway'],
    ['2023-06-10', 'comp_day', 'calendar.off-anyway'],
  ])('%s as %s makes no sense', async (date, kind, code) => {
    const refused = manage((tx) => setCalendarDay(tx, day(date, { kind, for: '2023-06-12' })));
    await expect(refused).rejects.toMatchObject({ code, field: 'date' });
  });

  it.each([
    ['a day that does not exist', { date: '2023-02-29' }, 'date'],
    ['no source', { source: '' }, 'source'],
    ['a swap without its pair', { kind: 'swap_off' }, 'for'],
    ['a pair with itself', { kind: 'comp_day', for: '2023-06-06' }, 'for'],
    ['another kind', { kind: 'party' }, 'kind'],
  ])('are refused for %s', (_, change, field) => {
    const whole = { date: '2023-06-06', kind: 'holiday', name: 'a', for: '', source: 's' };
    const parsed = CalendarDayForm.safeParse({ ...whole, status: 'official', ...change });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('a year', () => {
  it('is provisional until its notice is entered', async () => {
    const read = (tx: Tx) => readOfficeCalendar(tx);
    expect(yearStatus((await manage(read)).calendar, 2027)).toBe('provisional');
    await manage((tx) => setCalendarDay(tx, day('2027-02-11', { name: 'Tết Nguyên đán' })));
    await manage((tx) => settleCalendarYear(tx, 2027, 'Thông báo 77/TB-BNV'));
    const { calendar } = await manage(read);
    expect(yearStatus(calendar, 2027)).toBe('official');
    expect(calendar.days.get(toPlainDate('2027-09-03'))).toMatchObject({
      source: 'Thông báo 77/TB-BNV',
      status: 'official',
    });
    // In a settled year only the commune's rows hold: what it drops doesn't come back.
    await manage((tx) => dropCalendarDay(tx, '2027-09-03'));
    expect(await works('2027-09-03')).toBe(true);
  });

  it('of which nothing is known is not settled by a word', async () => {
    const refused = manage((tx) => settleCalendarYear(tx, 2031, 'Thông báo 1/TB-BNV'));
    await expect(refused).rejects.toMatchObject({ code: 'calendar.year-empty' });
  });
});

describe('hours', () => {
  it('hold from their day on, and decide the weekly days off', async () => {
    await manage((tx) => setOfficeHours(tx, hours({ 'thu-bay': '7:30-11:30' })));
    const before = await manage((tx) => readOfficeCalendar(tx, '2023-05-31'));
    expect(before.hours).toMatchObject({ cutOff: 900, isOwn: false });
    const after = await manage((tx) => readOfficeCalendar(tx, '2023-06-01'));
    expect(after.hours).toMatchObject({ cutOff: 960, isOwn: true });
    expect(after.hours.week[0]).toEqual([
      { from: 450, to: 690 },
      { from: 780, to: 990 },
    ]);
    expect([await works('2023-05-27'), await works('2023-06-10')]).toEqual([false, true]);
    await manage((tx) => dropOfficeHours(tx, '2023-06-01'));
    expect(await works('2023-06-10')).toBe(false);
    const again = manage((tx) => dropOfficeHours(tx, '2023-06-01'));
    await expect(again).rejects.toMatchObject({ code: 'calendar.hours-not-found' });
  });

  it.each([
    ['an end before the beginning', { 'thu-hai': '11:30-07:30' }, 'thu-hai'],
    ['no hour', { 'cut-off': 'chiều' }, 'cut-off'],
    ['a day that does not exist', { from: '2023-06-31' }, 'from'],
    ['no day at all', Object.fromEntries(weekdayFields.map((field) => [field, ''])), 'thu-hai'],
  ])('are refused for %s', (_, change, field) => {
    const whole = { ...WEEK, from: '2023-06-01', 'cut-off': '', source: 's' };
    const parsed = OfficeHoursForm.safeParse({ ...whole, ...change });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

it('every change is on the record, and only the administrator makes one', async () => {
  const kinds = (await manage((tx) => readEvents(tx, {}))).map(({ kind }) => kind);
  for (const kind of [
    'calendar.day-set',
    'calendar.day-dropped',
    'calendar.year-settled',
    'office-hours.set',
    'office-hours.dropped',
  ]) {
    expect(kinds).toContain(kind);
  }
  const works = [
    (tx: Tx) => setCalendarDay(tx, day('2023-06-07')),
    (tx: Tx) => dropCalendarDay(tx, '2023-06-07'),
    (tx: Tx) => settleCalendarYear(tx, 2026, 's'),
    (tx: Tx) => setOfficeHours(tx, hours()),
    (tx: Tx) => dropOfficeHours(tx, '2023-06-01'),
  ];
  for (const work of works) {
    const denied = as(office().communeId, coordinator, work);
    await expect(denied).rejects.toMatchObject({ code: 'access.denied' });
  }
});
