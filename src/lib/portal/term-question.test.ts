// The public calculator: addresses with good and bad questions, and what is drawn.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadShippedCalendar, loadShippedHours } from '#lib/vietnam/index.server.ts';
import type { Calendar, OfficeHours } from '#lib/vietnam/index.ts';
import { answerTerm } from './term-answer.ts';
import { readTermQuestion } from './term-question.ts';
import { englishHoliday } from './words/english-terms.ts';
import { termFaults } from './words/term-faults.ts';
import { calculatorWords } from './words/terms.ts';

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

describe('in English', () => {
  const inEnglish = (query: string) => {
    const { question } = ask(query);
    if (!question) throw new Error('nothing was asked');
    return answerTerm(question, calendar, hours, calculatorWords('en'));
  };
  /** Names of holidays that only a commune knows would stay. */
  const VIETNAMESE = /[ăâđêôơưáàảãạấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

  it.each([
    ['ngay-nhan=2023-01-19&so=5', 'Ends at 17:00 on Thursday 2 February 2023'],
    ['ngay-nhan=2023-01-05&so=1&tinh-theo=buoi', 'Ends at 11:30 on Thursday 5 January 2023'],
    ['ngay-nhan=2023-01-05&kieu=dem&den-ngay=2023-01-06&den-gio=17:00', '1 working day'],
    ['ngay-nhan=2023-01-05&so=5&dung-1=2023-01-06T08:00', '4 working days left once it goes on'],
  ])('%s is answered with the end and every reason', (query, headline) => {
    const said = inEnglish(query);
    const words = [...said.reasons, ...said.months.flatMap(({ weeks }) => saysOf(weeks))];
    expect(said.headline).toBe(headline);
    expect(said.reasons).toHaveLength(answer(query).reasons.length);
    expect(words.filter((one) => VIETNAMESE.test(one))).toEqual([]);
  });

  it('tells what was left out and why', () => {
    expect(inEnglish('ngay-nhan=2023-01-19&so=5').reasons.join(' ')).toContain(
      'without Lunar New Year (20 January 2023 – 24 January 2023)',
    );
  });

  it('names every day of the shipped calendars', () => {
    const names = [...calendar.days.values()].map(({ name }) => englishHoliday(name));
    expect(names.filter((name) => VIETNAMESE.test(name))).toEqual([]);
  });

  it('complains of the same fields in English', () => {
    const query = new URLSearchParams('ngay-nhan=2023-02-29&so=-5&gio-nhan=25:00&tiep-1=x');
    const vietnamese = readTermQuestion(query).errors;
    const english = readTermQuestion(query, termFaults('en')).errors;
    expect(english.map(({ name }) => name)).toEqual(vietnamese.map(({ name }) => name));
    expect(english.filter(({ message }) => VIETNAMESE.test(message))).toEqual([]);
  });
});

function saysOf(weeks: readonly (readonly ({ says: string } | null)[])[]): string[] {
  return weeks.flat().flatMap((day) => (day ? [day.says] : []));
}
