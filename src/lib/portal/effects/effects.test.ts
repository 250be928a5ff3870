import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldEffects, type EffectAct, type EffectSign } from './effects.ts';

const act = (id: string, channel: string, people: number | null = null): EffectAct => {
  return { id, channel, people };
};
const sign = (actId: string, amount: number | null = null): EffectSign => ({ actId, amount });

describe('signs of effect by channel', () => {
  it('put first what showed signs for most of its acts; nothing counted isn’t nought', () => {
    const acts = [
      act('a', 'radio'),
      act('b', 'radio'),
      act('c', 'meeting', 40),
      act('d', 'portal'),
    ];
    const signs = [sign('a'), sign('a'), sign('c', 12)];
    expect(foldEffects(acts, signs, new Map([['d', 7]]))).toEqual([
      { channel: 'meeting', acts: 1, people: 40, signed: 1, signs: 1, views: null },
      { channel: 'radio', acts: 2, people: null, signed: 1, signs: 2, views: null },
      { channel: 'portal', acts: 1, people: null, signed: 0, signs: 0, views: 7 },
    ]);
  });

  test('every figure is a plain count, and the order of reading changes nothing', () => {
    const channel = fc.constantFrom('radio', 'portal', 'meeting');
    const people = fc.option(fc.integer({ min: 0, max: 500 }));
    const listed = fc
      .array(fc.record({ channel, people }), { maxLength: 20 })
      .map((list) => list.map((one, at) => ({ id: `a${at}`, ...one })));
    const signed = fc.array(
      fc.record({
        actId: fc.integer({ min: 0, max: 25 }).map((at) => `a${at}`),
        amount: fc.constant(null),
      }),
    );
    fc.assert(
      fc.property(listed, signed, (acts, signs) => {
        const views = new Map(acts.map(({ id }, at) => [id, at]));
        const rows = foldEffects(acts, signs, views);
        for (const row of rows) {
          const own = acts.filter((one) => one.channel === row.channel);
          const seen = signs.filter(({ actId }) => own.some(({ id }) => id === actId));
          expect(row.acts).toBe(own.length);
          expect(row.signs).toBe(seen.length);
          expect(row.signed).toBe(own.filter(({ id }) => seen.some((s) => s.actId === id)).length);
          expect(row.views).toBe(own.reduce((sum, { id }) => sum + (views.get(id) ?? 0), 0));
        }
        expect(rows.reduce((sum, row) => sum + row.acts, 0)).toBe(acts.length);
        expect(foldEffects(acts.toReversed(), signs.toReversed(), views)).toEqual(rows);
      }),
    );
  });
});
