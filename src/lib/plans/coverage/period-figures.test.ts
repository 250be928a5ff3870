// Figures of a period over several plans, held against counting one by one: by another way than the folds'.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthRange, toMonthKey, toPlainDate } from '#lib/vietnam/index.ts';
import { getActKinds } from '../acts/kinds.server.ts';
import type { ActData } from '../events.ts';
import { chain, CHANNELS, frame, recorded, type Happening } from './fold.samples.ts';
import { schedules, stories } from './histories.samples.ts';
import { foldFigures } from './period-figures.ts';

const year = { from: toPlainDate('2023-01-01'), to: toPlainDate('2023-12-31') };
const months = monthRange(toMonthKey('2023-01'), toMonthKey('2023-12'));
/** Two plans at once, one of which shares a topic with the other (ruling 15). */
const reform = { ...frame, planId: 'p', topics: ['t1', 't2'] };
const family = { ...frame, planId: 'q', topics: ['t2', 't3'] };

function figuresOf(happenings: readonly Happening[]) {
  return foldFigures(year, {
    events: chain(...happenings),
    frames: [reform, family],
    kinds: getActKinds(),
    closings: [],
    today: toPlainDate('2024-01-05'),
  });
}

/** What an act says at the end of its story; undefined once it was withdrawn. */
function lastWord(story: readonly Happening[]): ActData | undefined {
  if (story.some(({ kind }) => kind === 'act.withdrawn')) return undefined;
  const told = story.filter(({ kind }) => kind === 'act.recorded' || kind === 'act.corrected');
  return told.at(-1)?.data as unknown as ActData;
}

describe('two plans at once', () => {
  test('an act that serves both stands in the cells of both and counts once', () => {
    const { total, cells, byTopic } = figuresOf([recorded('a', { topics: ['t1', 't3'] })]);
    expect(total?.acts).toBe(1);
    expect(cells.filter(({ acts }) => acts > 0)).toMatchObject([
      { plan: 'p', topic: 't1', acts: 1 },
      { plan: 'q', topic: 't3', acts: 1 },
    ]);
    expect(byTopic.map(({ key, acts }) => [key, acts])).toEqual([
      ['t1', 1],
      ['t3', 1],
    ]);
  });

  test('each cell equals a naive count, and the total counts every act once', () => {
    fc.assert(
      fc.property(stories, schedules, (acts, plan) => {
        const figures = figuresOf([...acts.flat(), ...plan]);
        const words = acts.flatMap((story) => lastWord(story) ?? []);
        expect(figures.total?.acts ?? 0).toBe(words.length);
        for (const { planId, topics } of [reform, family]) {
          for (const topic of topics) {
            for (const channel of CHANNELS) {
              for (const month of months) {
                let naive = 0;
                for (const one of words) {
                  const isThere = one.channel === channel && one.day.startsWith(month);
                  if (isThere && one.topics.includes(topic)) naive += 1;
                }
                const cell = figures.cells.find(
                  (found) =>
                    found.plan === planId &&
                    found.topic === topic &&
                    found.channel === channel &&
                    found.month === month,
                );
                expect(cell?.acts ?? 0, `${topic} ${channel} ${month}`).toBe(naive);
              }
            }
          }
        }
      }),
    );
  });

  test('computed again, the same bytes', () => {
    fc.assert(
      fc.property(stories, schedules, (acts, plan) => {
        const once = figuresOf([...acts.flat(), ...plan]);
        const again = figuresOf(structuredClone([...acts.flat(), ...plan]));
        expect(JSON.stringify(again)).toBe(JSON.stringify(once));
      }),
    );
  });
});
