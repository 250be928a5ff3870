import { describe, expect, it } from 'vitest';
import { defineErrors } from './errors.ts';

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
});
