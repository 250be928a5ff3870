import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alert, liveAlerts, nextEnd, untilInWords } from './alert.ts';
import { AlertForm } from './alert-form.ts';

const form = { urgency: 'warning', words: 'Mất điện thôn Đông', link: '', stretch: '6' };

describe('the form', () => {
  it('takes words over several lines for one', () => {
    const read = AlertForm.parse({ ...form, words: ' Mất điện\n  thôn Đông ' });
    expect(read.words).toBe('Mất điện thôn Đông');
  });

  it.each([
    [{ words: ' \n ' }, 'Viết nội dung'],
    [{ words: 'a'.repeat(301) }, '300'],
    [{ link: 'https://nơi-khác.example' }, 'trang của cổng này'],
    [{ link: '//noi-khac.example' }, 'trang của cổng này'],
    [{ urgency: 'cao' }, 'mức độ'],
    [{ stretch: '9999' }, 'thời gian'],
  ])('refuses %o', (wrong, message) => {
    const { error } = AlertForm.safeParse({ ...form, ...wrong });
    expect(error?.issues.map((issue) => issue.message).join(' ')).toContain(message);
  });
});

const instant = fc
  .date({
    min: new Date('2023-01-01T00:00:00Z'),
    max: new Date('2023-01-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
const alert = fc
  .record({
    id: fc.uuid(),
    urgency: fc.constantFrom('notice' as const, 'warning' as const, 'emergency' as const),
    words: fc.constant('Mất điện'),
    link: fc.constant(''),
    raisedAt: instant,
    until: instant,
  })
  .map((each): Alert => each);

describe('what stands', () => {
  it('is what was raised and is not over, and nothing changes before the next end', () => {
    fc.assert(
      fc.property(fc.array(alert), instant, instant, (alerts, at, later) => {
        const live = liveAlerts(alerts, at);
        expect(live.every(({ raisedAt, until }) => raisedAt <= at && at < until)).toBe(true);
        const end = nextEnd(live);
        if (end === undefined || later < at || later >= end) return;
        expect(live.every((each) => liveAlerts(alerts, later).includes(each))).toBe(true);
      }),
    );
  });

  it('says until when', () => {
    expect(untilInWords('2023-06-20T05:00:00.000Z')).toBe('đến 12:00 ngày 20/06/2023');
  });
});
