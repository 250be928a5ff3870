// How a consultation stands on a day, how long it has to be open, and what its forms ask for.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';
import {
  daysLeft,
  earliestClose,
  mayStayShort,
  ReplyToComment,
  ReviewComment,
  SendComment,
  stateOn,
  termOn,
  needOf,
} from './consultation.ts';
import { readConsultationTerms } from './terms.server.ts';

const OPEN = { opensOn: '2024-03-01', closesOn: '2024-03-21', answeredAt: null, withdrawnAt: null };
const START = toPlainDate('2024-02-01');
const KEY = '019a0000-0000-7000-8000-000000000001';

describe('the state', () => {
  it.each([
    ['2024-02-29', 'planned'],
    ['2024-03-01', 'open'],
    ['2024-03-21', 'open'],
    ['2024-03-22', 'closed'],
  ])('on %s is %s', (day, state) => {
    expect(stateOn(OPEN, day)).toBe(state);
  });

  test('is what somebody said of it, whatever the day', () => {
    const answeredAt = '2024-04-01T00:00:00.000Z';
    expect(stateOn({ ...OPEN, answeredAt }, '2024-05-01')).toBe('answered');
    expect(stateOn({ ...OPEN, answeredAt, withdrawnAt: answeredAt }, '2024-03-05')).toBe(
      'withdrawn',
    );
  });

  test('never goes back as days pass, and days are left exactly while it is open', () => {
    const order = ['planned', 'open', 'closed'];
    fc.assert(
      fc.property(fc.nat(80), fc.nat(40), fc.nat(120), (from, length, at) => {
        const opensOn = addDays(START, from);
        const closesOn = addDays(opensOn, length);
        const given = { ...OPEN, opensOn, closesOn };
        const [day, next] = [addDays(START, at), addDays(START, at + 1)];
        const [now, then] = [stateOn(given, day), stateOn(given, next)];
        expect(order.indexOf(now)).toBeLessThanOrEqual(order.indexOf(then));
        if (day >= opensOn) expect(daysLeft(closesOn, day) > 0).toBe(now === 'open');
      }),
    );
  });
});

describe('the term', () => {
  test('is asked for since the law of 2022, counted without the day of publication', () => {
    const terms = readConsultationTerms();
    expect(termOn(terms, '2023-06-30')).toBeUndefined();
    const term = termOn(terms, '2023-07-01');
    expect(term?.source).toContain('10/2022/QH15');
    expect(term && earliestClose('2024-03-01', term)).toBe('2024-03-21');
  });
});

describe('a reason for fewer days', () => {
  test('may be asked for exactly where a later last day can still fall short', () => {
    const terms = readConsultationTerms();
    fc.assert(
      fc.property(fc.integer({ min: -250, max: 80 }), fc.nat(40), (from, length) => {
        const opensOn = addDays(START, from);
        const closesOn = addDays(opensOn, length);
        const term = termOn(terms, opensOn);
        const later = Array.from({ length: 40 }, (_, at) => addDays(closesOn, at + 1));
        const falls = later.some((day) => term !== undefined && day < earliestClose(opensOn, term));
        expect(mayStayShort({ opensOn, closesOn }, terms)).toBe(falls);
      }),
    );
    const days = (closesOn: string) => mayStayShort({ opensOn: '2024-03-01', closesOn }, terms);
    expect(['2024-03-10', '2024-03-19', '2024-03-20', '2024-03-25'].map(days)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the forms', () => {
  const send = { key: KEY, text: 'Nên lùi giờ họp.', part: '' };
  const messages = (answer: { error?: { issues: { message: string }[] } | undefined }) =>
    answer.error?.issues.map(({ message }) => message).join() ?? '';

  test('a comment needs nothing but words', () => {
    expect(SendComment.parse(send)).toMatchObject({ part: null, name: '', contact: '' });
    expect(SendComment.parse({ ...send, part: '3' }).part).toBe(3);
    expect(messages(SendComment.safeParse({ ...send, text: '  ' }))).toMatch(/Viết ý kiến/);
    expect(messages(SendComment.safeParse({ ...send, text: 'a'.repeat(5001) }))).toMatch(/5\.000/);
    expect(messages(SendComment.safeParse({ ...send, part: '-1' }))).toMatch(/phần muốn góp ý/);
  });

  test('what is shown has words, what is set aside has a reason', () => {
    const review = { id: KEY, decision: 'show' };
    expect(messages(ReviewComment.safeParse(review))).toMatch(/còn trống/);
    expect(messages(ReviewComment.safeParse({ id: KEY, decision: 'aside' }))).toMatch(/vì sao/);
    expect(ReviewComment.safeParse({ ...review, publicText: 'Đồng ý' }).success).toBe(true);
  });

  test('what is not wholly taken is explained', () => {
    const reply = (verdict: string) => ReplyToComment.safeParse({ id: KEY, verdict });
    expect(['taken', 'noted'].map((one) => reply(one).success)).toEqual([true, true]);
    expect(messages(reply('kept'))).toMatch(/giải trình/);
    expect(messages(reply('partly'))).toMatch(/giải trình/);
  });
});

test.each([
  ['open', '2024-03-21', '2024-03-16', 0, null],
  ['open', '2024-03-21', '2024-03-16', 2, 'review'],
  ['open', '2024-03-21', '2024-03-17', 0, 'closing'],
  ['open', '2024-03-21', '2024-03-21', 2, 'closing'],
  ['closed', '2024-03-21', '2024-03-22', 0, 'answer'],
  ['planned', '2024-03-21', '2024-03-20', 0, null],
  ['answered', '2024-03-21', '2024-04-20', 0, null],
  ['withdrawn', '2024-03-21', '2024-03-20', 3, null],
] as const)(
  '%s until %s asks of the office on %s with %i unread: %s',
  (state, closesOn, today, waiting, need) => {
    expect(needOf({ state, closesOn, comments: { waiting } }, today)).toBe(need);
  },
);
