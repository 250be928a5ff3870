// Short ways to write events in tests of the folds.
import { addMillis, toInstant, toPlainDate } from '#lib/vietnam/index.ts';
import type { ActData } from '../events.ts';
import type { FoldEvent } from './fold-acts.ts';
import type { PlanFrame } from './frame.ts';

export const TOPICS = ['t1', 't2', 't3'];
export const CHANNELS = ['portal', 'radio'];
export const UNITS = ['u1', 'u2'];
export const DUTIES = ['d1', 'd2'];
export const VILLAGES = ['v1', 'v2'];

export const frame: PlanFrame = {
  planId: 'p',
  period: { from: toPlainDate('2023-01-01'), to: toPlainDate('2023-12-31') },
  topics: TOPICS,
  channels: CHANNELS,
  plannedChannels: CHANNELS,
};

/** An event without its place in the chain. */
export type Happening = Omit<FoldEvent, 'seq' | 'at'>;

export function recorded(id: string, data: Partial<ActData> = {}): Happening {
  return { kind: 'act.recorded', subject: { type: 'act', id }, data: { ...act, ...data } };
}

export function corrected(id: string, data: Partial<ActData>): Happening {
  return { ...recorded(id, { version: 2, ...data }), kind: 'act.corrected' };
}

export function withdrawn(id: string): Happening {
  return { kind: 'act.withdrawn', subject: { type: 'act', id }, data: { version: 2 } };
}

export function proven(id: string, evidence = `e-${id}`): Happening {
  const data = { evidence, kind: 'photo', sha256: 'f'.repeat(64), public: false };
  return { kind: 'evidence.added', subject: { type: 'act', id }, data };
}

export function unproven(id: string, evidence = `e-${id}`): Happening {
  return { kind: 'evidence.removed', subject: { type: 'act', id }, data: { evidence } };
}

export function scheduled(topic: string, channel: string, month: string, unit = 'u1'): Happening {
  const data = { topic, channel, month, unit };
  return { kind: 'coverage.scheduled', subject: { type: 'plan', id: 'p' }, data };
}

export function unscheduled(topic: string, channel: string, month: string, unit = 'u1'): Happening {
  return { ...scheduled(topic, channel, month, unit), kind: 'coverage.unscheduled' };
}

export function silenceSet(days: number | null, topic?: string): Happening {
  const subject = topic ? { type: 'topic', id: topic } : { type: 'commune', id: 'c' };
  return { kind: 'coverage.silence-set', subject, data: { days } };
}

/** Gives happenings their place: the first of January, a second apart. */
export function chain(...happenings: Happening[]): FoldEvent[] {
  return happenings.map((happening, index) => ({
    ...happening,
    seq: index + 1,
    at: instant(index),
  }));
}

export function instant(index: number): string {
  return addMillis(toInstant('2023-01-01T00:00:00Z'), index * 1000);
}

const act: ActData = {
  version: 1,
  kind: 'article',
  channel: 'portal',
  day: '2023-02-10',
  unit: 'u1',
  topics: ['t1'],
  duties: [],
  quantities: {},
  audience: ['people'],
  village: null,
  public: true,
  digest: '0'.repeat(64),
};

/** One order of several histories that keeps the order within each. */
export function interleave(
  histories: readonly Happening[][],
  picks: readonly number[],
): Happening[] {
  const left = histories.map((history) => [...history]).filter((history) => history.length > 0);
  const merged: Happening[] = [];
  for (let turn = 0; left.length > 0; turn += 1) {
    const at = (picks[turn % Math.max(1, picks.length)] ?? 0) % left.length;
    const next = left[at]?.shift();
    if (next) merged.push(next);
    if (left[at]?.length === 0) left.splice(at, 1);
  }
  return merged;
}
