// Topics silent for too long, by the days the coordinator set, and channels that carried nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { foldActs } from './fold-acts.ts';
import {
  chain,
  frame,
  instant,
  recorded,
  silenceSet,
  TOPICS,
  type Happening,
} from './fold.samples.ts';
import { stories } from './histories.samples.ts';
import { foldChannelGaps, foldSilence } from './silence.ts';

function silent(happenings: Happening[], today: string, asOf: string | null = null) {
  return foldSilence(chain(...happenings), frame, { asOf, today: toPlainDate(today) });
}

const allTopics = recorded('a', { topics: TOPICS, day: '2023-03-01' });

describe('silence', () => {
  test('begins the day after the limit', () => {
    expect(silent([allTopics], '2023-04-30')).toEqual([]);
    expect(silent([allTopics], '2023-05-01').map((found) => found.topic)).toEqual(TOPICS);
  });

  test('says since when, how long and by whose limit', () => {
    expect(silent([recorded('a', { day: '2023-03-01' })], '2023-05-05')[0]).toEqual({
      topic: 't1',
      since: '2023-03-01',
      days: 65,
      limit: 60,
      limitOf: 'default',
      why: { rule: 'silence.since-last-act', on: '2023-05-05', act: 'a', events: [1] },
    });
    expect(silent([], '2023-03-03')[0]).toMatchObject({
      since: '2023-01-01',
      days: 61,
      why: { rule: 'silence.since-plan-began', act: undefined },
    });
  });

  test('follows the topic’s limit before the commune’s', () => {
    const limits = [allTopics, silenceSet(30), silenceSet(90, 't2')];
    expect(silent(limits, '2023-04-15').map((found) => [found.topic, found.limitOf])).toEqual([
      ['t1', 'commune'],
      ['t3', 'commune'],
    ]);
    const again = [...limits, silenceSet(null, 't2')];
    expect(silent(again, '2023-04-15')).toHaveLength(3);
  });

  test('a limit set later does not change an earlier judgement', () => {
    const happenings = [allTopics, silenceSet(5)];
    expect(silent(happenings, '2023-03-31', instant(0))).toEqual([]);
    expect(silent(happenings, '2023-03-31', instant(1))).toHaveLength(3);
  });

  test('is not spoken of before the plan begins, and grows no further after it ends', () => {
    expect(silent([], '2022-12-31')).toEqual([]);
    const late = recorded('a', { topics: TOPICS, day: '2023-12-20' });
    expect(silent([late], '2024-06-01')).toEqual([]);
  });

  test('never names a topic with an act within the limit', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 366 }), (all, limit) => {
        const events = chain(...all.flat(), silenceSet(limit));
        const today = toPlainDate('2023-12-31');
        const found = foldSilence(events, frame, { asOf: null, today });
        for (const act of foldActs(events, null)) {
          for (const one of found.filter((finding) => act.topics.includes(finding.topic))) {
            expect(act.day <= one.since).toBe(true);
            expect(one.days).toBeGreaterThan(limit);
          }
        }
      }),
    );
  });
});

test('a channel the plan names shows the topics it never carried', () => {
  const acts = foldActs(chain(recorded('a', { topics: ['t1', 't3'] })), null);
  expect(foldChannelGaps(acts, frame)).toEqual([
    { channel: 'portal', topics: ['t2'], unused: false },
    { channel: 'radio', topics: TOPICS, unused: true },
  ]);
  expect(foldChannelGaps(acts, { ...frame, plannedChannels: [] })).toEqual([]);
});
