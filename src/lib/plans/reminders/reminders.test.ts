// Steps of reminding and the words of a message.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, makeCalendar, toPlainDate } from '#lib/vietnam/index.ts';
import { reminderLetter, SetReminders, stepReached } from './reminders.ts';

const calendar = makeCalendar([]);
const setting = { before: [0, 3], after: [1, 5] };
const at = (today: string, state: 'open' | 'overdue' | 'evidenced' = 'open') =>
  stepReached({ due: toPlainDate('2023-06-30'), state }, toPlainDate(today), setting, calendar);

describe('a step', () => {
  test('is reached on its working day and holds until the next', () => {
    expect(at('2023-06-26')).toBeUndefined();
    // Three working days before Friday is Tuesday.
    expect(at('2023-06-27')).toBe('before-3');
    expect(at('2023-06-29')).toBe('before-3');
    expect(at('2023-06-30')).toBe('before-0');
    expect(at('2023-07-01', 'overdue')).toBeUndefined();
    expect(at('2023-07-03', 'overdue')).toBe('after-1');
    expect(at('2023-07-07', 'overdue')).toBe('after-5');
    expect(at('2024-01-01', 'overdue')).toBe('after-5');
  });

  test('is none once the work is done', () => {
    expect(at('2023-06-30', 'evidenced')).toBeUndefined();
  });

  test('only moves forward as days go by', () => {
    const counts = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: -120, max: 120 }), (before, after, offset) => {
        const due = toPlainDate('2023-06-30');
        const order = [
          undefined,
          ...[...before].sort((a, b) => b - a).map((count) => `before-${count}`),
          ...[...after].sort((a, b) => a - b).map((count) => `after-${count}`),
        ];
        const rank = (day: number) => {
          const today = addDays(due, day);
          const state = day > 0 ? ('overdue' as const) : ('open' as const);
          const step = stepReached({ due, state }, today, { before, after }, calendar);
          return { late: day > 0, at: order.indexOf(step), known: order.includes(step) };
        };
        const [one, next] = [rank(offset), rank(offset + 1)];
        expect(one.known).toBe(true);
        if (one.late === next.late) expect(next.at).toBeGreaterThanOrEqual(one.at);
      }),
    );
  });
});

test('days are read as people type them, and nonsense is refused', () => {
  expect(SetReminders.parse({ before: ' 3; 0 3', after: '' })).toEqual({
    before: [0, 3],
    after: [],
  });
  for (const before of ['-1', '61', 'ba', '1,2,3,4,5,6']) {
    expect(SetReminders.safeParse({ before, after: '1' }).success, before).toBe(false);
  }
  expect(SetReminders.safeParse({ before: '3', after: '0' }).success).toBe(false);
});

test('a message says what is overdue before what comes, and stays readable when there is much', () => {
  const line = (overdue: boolean, index = 1) => ({
    text: `Việc số ${index}.`,
    name: 'tháng 06/2023',
    due: toPlainDate('2023-06-30'),
    left: overdue ? 'quá 3 ngày' : 'còn 3 ngày',
    overdue,
  });
  const { subject, body } = reminderLetter('Đài phát thanh', 'Ủy ban nhân dân xã An Bình', [
    line(false),
    ...Array.from({ length: 40 }, (_, index) => line(true, index)),
  ]);
  expect(subject).toBe('Nhắc việc tuyên truyền: 40 việc quá hạn, 1 việc sắp đến hạn');
  expect(body.indexOf('Việc đã quá hạn')).toBeLessThan(body.indexOf('Việc sắp đến hạn'));
  expect(body).toContain('- Việc số 1 (tháng 06/2023; hạn 30/06/2023, quá 3 ngày)');
  expect(body).toContain('… và 10 việc khác');
});
