// Entries of a unit's calendar: stable names, days as due now, nothing that was let off.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';
import { OCCURRENCE_STATES, type Occurrence } from '../occurrences/fold-occurrences.ts';
import { calendarEntries } from './unit-calendar.ts';

const about = { id: 'd1', text: 'Phát tin về lịch tiêm phòng', plan: { title: 'Kế hoạch tiêm' } };

function occurrence(more: Partial<Occurrence>): Occurrence & { about: typeof about } {
  const due = toPlainDate('2024-03-29');
  return {
    duty: 'd1',
    key: '2024-03',
    from: toPlainDate('2024-03-01'),
    to: toPlainDate('2024-03-31'),
    due,
    plannedDue: due,
    times: 1,
    rule: 'last-working-day',
    basis: 'plan',
    unit: 'u1',
    state: 'open',
    late: false,
    actIds: [],
    unproven: 0,
    why: [],
    about,
    ...more,
  };
}

it('says what is due and where to open it', () => {
  expect(calendarEntries([occurrence({})], 'https://xa.example')).toEqual([
    {
      uid: 'd1-2024-03@loa',
      day: '2024-03-29',
      title: 'Đến hạn: Phát tin về lịch tiêm phòng',
      text: 'Phát tin về lịch tiêm phòng\nKỳ: tháng 03/2024\nTình trạng: Đang trong kỳ\nKế hoạch: Kế hoạch tiêm',
      url: 'https://xa.example/lam-viec/nhiem-vu/d1/ky-2024-03',
    },
  ]);
});

it('stands on the day it was moved to, and names the first one', () => {
  const moved = occurrence({ due: toPlainDate('2024-04-05') });
  const [entry] = calendarEntries([moved], '');
  expect(entry?.day).toBe('2024-04-05');
  expect(entry?.text).toContain('Hạn ban đầu: 29/03/2024');
});

it('cuts a long sentence at the end of a word', () => {
  const long = {
    ...occurrence({}),
    about: { ...about, text: 'tuyên truyền pháp luật '.repeat(9) },
  };
  const [entry] = calendarEntries([long], '');
  expect(entry?.title).toMatch(/^Đến hạn: (tuyên truyền pháp luật )*tuyên[^,;: ]*( \S+)*…$/);
  expect(entry?.title.length).toBeLessThanOrEqual(100);
});

it('has each occurrence once under a name of its own, but none that was let off', () => {
  const some = fc.array(
    fc.record({ state: fc.constantFrom(...OCCURRENCE_STATES), days: fc.nat(400) }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(some, (list) => {
      const all = list.map(({ state, days }, index) =>
        occurrence({
          key: `2024-01-${index}`,
          state,
          due: addDays(toPlainDate('2024-01-01'), days),
        }),
      );
      const entries = calendarEntries(all, '');
      expect(entries).toHaveLength(list.filter(({ state }) => state !== 'excused').length);
      expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
    }),
  );
});
