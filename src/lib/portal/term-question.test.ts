// The public calculator: addresses with good and bad questions, and what is drawn.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadShippedCalendar, loadShippedHours } from '#lib/vietnam/index.server.ts';
import type { Calendar, OfficeHours } from '#lib/vietnam/index.ts';
import { answerTerm } from './term-answer.ts';
import { readTermQuestion } from './term-question.ts';

let calendar: Calendar;
let hours: OfficeHours;

beforeAll(async () => {
  calendar = await loadShippedCalendar();
  const [first] = await loadShippedHours();
  if (!first) throw new Error('no hours are shipped');
  hours = first;
});

function ask(query: string) {
  return readTermQuestion(new URLSearchParams(query));
}

function answer(query: string) {
  const { question, errors } = ask(query);
  expect(errors).toEqual([]);
  if (!question) throw new Error('nothing was asked');
  return answerTerm(question, calendar, hours);
}

describe('an address', () => {
  it('without a question asks nothing', () => {
    expect(ask('')).toMatchObject({ errors: [], question: null });
  });

  it.each([
    ['ngay-nhan=2023-02-29&so=5', 'ngay-nhan'],
    ['ngay-nhan=&so=5', 'ngay-nhan'],
    ['ngay-nhan=0001-01-01&so=5', 'ngay-nhan'],
    ['ngay-nhan=2023-01-05&gio-nhan=25:00&so=5', 'gio-nhan'],
    ['ngay-nhan=2023-01-05&so=-5', 'so'],
    ['ngay-nhan=2023-01-05&so=0', 'so'],
    ['ngay-nhan=2023-01-05&so=0,5', 'so'],
    ['ngay-nhan=2023-01-05&so=99999', 'so'],
    ['ngay-nhan=2023-01-05&so=nam', 'so'],
    ['ngay-nhan=2023-01-05&kieu=dem&den-ngay=2023-01-04', 'den-ngay'],
    ['ngay-nhan=2023-01-05&kieu=dem&den-ngay=2099-01-04', 'den-ngay'],
    ['ngay-nhan=2023-01-05&so=5&dung-1=2023-01-09T08:00&tiep-1=2023-01-06T08:00', 'tiep-1'],
    ['ngay-nhan=2023-01-05&so=5&tiep-2=2023-01-06T08:00', 'dung-2'],
  ])('%s is told what is wrong', (query, name) => {
    const asked = ask(query);
    expect(asked.errors.map((error) => error.name)).toEqual([name]);
    expect(asked.question).toBeNull();
    expect(asked.values.so).toBe(new URLSearchParams(query).get('so') ?? '');
  });
});

it('gives days and times back in the one form their controls take', () => {
  const { values } = ask('ngay-nhan=18/01/2023&gio-nhan=7h30&so=5&dung-1=2023-01-19&tiep-1=mai');
  expect(values).toMatchObject({
    'ngay-nhan': '2023-01-18',
    'gio-nhan': '07:30',
    'dung-1': '2023-01-19T00:00',
    'tiep-1': '',
  });
  expect(ask('ngay-nhan=2023-02-29&so=5').values['ngay-nhan']).toBe('');
});

describe('an answer', () => {
  it('tells the day, the reasons, and draws the months', () => {
    const told = answer('ngay-nhan=18/01/2023&so=5');
    expect(told.headline).toBe('Hết hạn lúc 17:00, thứ Tư 01/02/2023');
    expect(told.reasons[0]).toContain('trừ Tết Nguyên đán (20/01/2023–24/01/2023)');
    expect(told.isSure).toBe(true);
    expect(told.months.map(({ month }) => month)).toEqual(['2023-01', '2023-02']);
    const drawn = told.months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
    expect(drawn).toHaveLength(31 + 28);
    expect(drawn.filter(({ state }) => state === 'counted').map(({ day }) => day)).toEqual([
      19, 27, 30, 31,
    ]);
    expect(drawn.find(({ state }) => state === 'end')?.date).toBe('2023-02-01');
  });

  it('in hours, and how much has passed', () => {
    expect(answer('ngay-nhan=2023-01-05&gio-nhan=09:30&so=1,5&tinh-theo=gio').headline).toBe(
      'Hết hạn lúc 11:00, thứ Năm 05/01/2023',
    );
    const passed = 'kieu=dem&ngay-nhan=2023-01-18&den-ngay=2023-02-01';
    expect(answer(passed).headline).toBe('5 ngày làm việc');
  });

  it('says when it can still change, and draws four months at most', () => {
    const told = answer('ngay-nhan=2026-12-01&so=200');
    expect(told.isSure).toBe(false);
    expect(told.months).toHaveLength(4);
    expect(told.undrawn).toBeGreaterThan(0);
  });

  it('has no day while the clock stands', () => {
    const told = answer('ngay-nhan=2023-03-06&so=3&dung-1=2023-03-07T10:00');
    expect(told.headline).toBe('Còn 2 ngày làm việc khi hết tạm dừng');
  });
});
