import { describe, expect, it } from 'vitest';
import { defineErrors, listInError } from './errors.ts';

const failed = defineErrors({
  'test.known': { status: 409, what: 'Đã có “{title}”.', todo: 'Mở {title} hoặc {other}.' },
});

describe('an error', () => {
  it('tells its details, and leaves what it has none for', () => {
    const { what, todo } = failed('test.known', { title: 'Sân phơi' });
    expect([what, todo]).toEqual(['Đã có “Sân phơi”.', 'Mở Sân phơi hoặc {other}.']);
  });

  it('tells a title of two thousand letters short, and cuts no word', () => {
    const { what } = failed('test.known', { title: 'ruộng đồng '.repeat(200) });
    expect(what.length).toBeLessThan(640);
    expect(what).toMatch(/(?:ruộng|đồng)…”\.$/);
  });

  it('cuts no letter made of two units, where a title has no blanks', () => {
    const { what } = failed('test.known', { title: `a${'😀'.repeat(400)}` });
    expect(what.isWellFormed()).toBe(true);
    expect(what).toMatch(/^Đã có “a(?:😀)+…”\.$/u);
  });

  it('lists what fits, and says how many more there are', () => {
    const faults = Array.from({ length: 30 }, (_, index) => `điều thứ ${index + 1} còn phải sửa`);
    const { what } = failed('test.known', { title: listInError(faults) });
    const told = what.match(/điều thứ/g)?.length ?? 0;
    expect(told).toBeGreaterThan(10);
    expect(what).toMatch(new RegExp(`; và ${30 - told} điều nữa”\\.$`));
    expect(listInError(['một', 'hai'], ', ')).toBe('một, hai');
    expect(listInError(['x'.repeat(900), 'hai'])).toMatch(/x…; và 1 điều nữa$/);
  });
});
