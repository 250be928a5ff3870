// What a plan hands to its folds: its topics, period and channels. Names stay outside, so that a fold
// gives the same bytes after a unit was renamed.
import type { PlainDate } from '#lib/vietnam/index.ts';

export interface PlanFrame {
  readonly planId: string;
  readonly period: { readonly from: PlainDate; readonly to: PlainDate };
  /** Ids of the plan's topics, in its order. */
  readonly topics: readonly string[];
  /** Days of topics that an amendment added or ended; the others run as long as the plan. */
  readonly topicDays?: Readonly<
    Record<string, { readonly from: PlainDate | null; readonly to: PlainDate | null }>
  >;
  /** Channels in the order of the matrix columns. */
  readonly channels: readonly string[];
  /** Channels the plan's measures name. */
  readonly plannedChannels: readonly string[];
}

/** "As of": only what was recorded by `asOf` counts, judged on the day `today`. */
export interface AsOf {
  /** ISO UTC; `null` takes everything recorded. */
  readonly asOf: string | null;
  readonly today: PlainDate;
}

/** Days without an act after which a topic is silent, until the coordinator sets another number. */
export const DEFAULT_SILENCE_DAYS = 60;
