// What a topic or channel has been without: topics nobody spoke of for longer than the coordinator
// allows, and channels that a plan names but never carried a topic.
import { daysBetween, type PlainDate } from '#lib/vietnam/index.ts';
import type { SilenceData } from '../events.ts';
import { foldActs, recordedBy, type ActState, type FoldEvent } from './fold-acts.ts';
import { DEFAULT_SILENCE_DAYS, type AsOf, type PlanFrame } from './frame.ts';
import type { Reason } from './reason.ts';

export type SilenceRule = 'silence.since-last-act' | 'silence.since-plan-began';

export interface SilentTopic {
  readonly topic: string;
  /** Day of the last act, or the plan's first day when there was none. */
  readonly since: PlainDate;
  readonly days: number;
  /** Days allowed, and who set them. */
  readonly limit: number;
  readonly limitOf: 'topic' | 'commune' | 'default';
  readonly why: Reason<SilenceRule>;
}

export interface ChannelGap {
  readonly channel: string;
  /** Topics that never went over this channel. */
  readonly topics: readonly string[];
  /** Nothing at all went over it. */
  readonly unused: boolean;
}

export interface Limit {
  readonly days: number;
  readonly of: SilentTopic['limitOf'];
  readonly events: readonly number[];
}

/**
 * Topics silent for longer than their limit, in the plan's order. None outside the plan's period. Whoever
 * already holds the acts that those events leave standing hands them on.
 */
export function foldSilence(
  events: readonly FoldEvent[],
  frame: PlanFrame,
  options: AsOf,
  standing = foldActs(events, options.asOf),
): SilentTopic[] {
  const { from, to } = frame.period;
  if (options.today < from) return [];
  // After the plan's last day silence grows no further: its successor has the word.
  const on = options.today > to ? to : options.today;
  const acts = standing.filter((act) => act.day <= on);
  const limitOf = foldLimits(recordedBy(events, options.asOf));
  return frame.topics.flatMap((topic) => {
    const days = frame.topicDays?.[topic];
    // One that an amendment ended is owed nothing more; one it added is silent from then at the earliest.
    if (days?.to && days.to < on) return [];
    const begun = days?.from && days.from > from ? days.from : from;
    if (on < begun) return [];
    const last = acts.findLast((act) => act.topics.includes(topic));
    const spoken = last !== undefined && last.day >= begun;
    const since = spoken ? last.day : begun;
    const limit = limitOf(topic);
    const silent = daysBetween(since, on);
    if (silent <= limit.days) return [];
    const why: Reason<SilenceRule> = {
      rule: spoken ? 'silence.since-last-act' : 'silence.since-plan-began',
      on,
      act: spoken ? last.id : undefined,
      events: [...limit.events, ...(spoken ? last.events : [])],
    };
    return [{ topic, since, days: silent, limit: limit.days, limitOf: limit.of, why }];
  });
}

/** Per channel the plan names: the topics that never went over it. */
export function foldChannelGaps(acts: readonly ActState[], frame: PlanFrame): ChannelGap[] {
  return frame.channels
    .filter((channel) => frame.plannedChannels.includes(channel))
    .map((channel) => {
      const carried = new Set(
        acts.filter((act) => act.channel === channel).flatMap((act) => act.topics),
      );
      const topics = frame.topics.filter((topic) => !carried.has(topic));
      return { channel, topics, unused: topics.length === frame.topics.length };
    })
    .filter((gap) => gap.topics.length > 0);
}

/** Days allowed to each topic; for an unknown one, what topics without a number of their own follow. */
export function foldLimits(events: readonly FoldEvent[]): (topic: string) => Limit {
  let commune: Limit = { days: DEFAULT_SILENCE_DAYS, of: 'default', events: [] };
  const topics = new Map<string, Limit>();
  for (const event of events) {
    if (event.kind !== 'coverage.silence-set') continue;
    const { days } = event.data as unknown as SilenceData;
    const { type, id } = event.subject;
    if (type === 'commune' && days !== null) commune = { days, of: 'commune', events: [event.seq] };
    else if (days === null) topics.delete(id);
    else topics.set(id, { days, of: 'topic', events: [event.seq] });
  }
  return (topic) => topics.get(topic) ?? commune;
}
