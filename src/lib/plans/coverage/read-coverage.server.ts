// Coverage as pages read it: the folds over a plan's events with the names they need. The public sees
// every count, and details of public acts only.
import { onceUntilNextEvent, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { toPlainDate, vietnamDate, type MonthKey, type PlainDate } from '#lib/vietnam/index.ts';
import { getActKinds } from '../acts/kinds.server.ts';
import { publicActUrl } from '../acts/urls.ts';
import { readArrivedPages } from '../arrivals/pages.server.ts';
import { COVERAGE_DECISIONS, COVERAGE_EVENTS } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { findTotal, foldCounts, type Count } from './counts.ts';
import { foldActs, type ActState, type FoldEvent } from './fold-acts.ts';
import { foldCoverage, type CellState, type Coverage } from './fold-coverage.ts';
import type { AsOf } from './frame.ts';
import { readNamedPlan, type NamedPlan } from './read-frame.server.ts';
import { readStandingActs } from './standing-acts.server.ts';
import {
  foldChannelGaps,
  foldLimits,
  foldSilence,
  type ChannelGap,
  type SilentTopic,
} from './silence.ts';

export interface CoverageOptions {
  /** Only what was recorded by then, ISO UTC, judged on that day in Vietnam. */
  readonly asOf?: string;
}

export interface CoverageReading {
  readonly plan: NamedPlan;
  readonly coverage: Coverage;
  readonly silence: readonly SilentTopic[];
  readonly gaps: readonly ChannelGap[];
  /** Acts that serve the plan, by day. */
  readonly acts: readonly ActState[];
  /** All acts together; undefined when there are none. */
  readonly total: Count | undefined;
  /** Days of silence allowed to topics without a number of their own. */
  readonly silenceDays: number;
}

/** Coverage of a plan. @throws LoaError `access.*`, `record.not-found` */
export async function getCoverage(
  tx: Tx,
  planId: string,
  options: CoverageOptions = {},
): Promise<CoverageReading> {
  requireCan(tx.actor, 'coverage.see', {});
  return readCoverage(tx, planId, options);
}

function readCoverage(tx: Tx, planId: string, { asOf }: CoverageOptions): Promise<CoverageReading> {
  const key = `${planId} ${asOf ?? ''}`;
  return onceUntilNextEvent(tx, 'coverage', key, () => foldPlan(tx, planId, asOf));
}

async function foldPlan(
  tx: Tx,
  planId: string,
  asOf: string | undefined,
): Promise<CoverageReading> {
  const plan = await readNamedPlan(tx, planId);
  const { events, standing } = await readStanding(tx, asOf);
  const at: AsOf = { asOf: asOf ?? null, today: asOf ? vietnamDate(asOf) : toPlainDate(tx.today) };
  const topics = new Set(plan.frame.topics);
  const acts = standing.filter((act) => act.topics.some((topic) => topics.has(topic)));
  return {
    plan,
    coverage: foldCoverage(events, plan.frame, at, acts),
    silence: foldSilence(events, plan.frame, at, acts),
    gaps: foldChannelGaps(acts, plan.frame),
    acts,
    total: findTotal(acts, getActKinds()),
    silenceDays: foldLimits(events)('').days,
  };
}

/** The acts that stand, and the coordinator's decisions about coverage, as recorded by `asOf`. */
async function readStanding(
  tx: Tx,
  asOf: string | undefined,
): Promise<{ events: readonly FoldEvent[]; standing: readonly ActState[] }> {
  if (asOf === undefined) {
    const standing = await readStandingActs(tx);
    return { events: await readEvents(tx, { kinds: COVERAGE_DECISIONS }), standing };
  }
  const events = await readEvents(tx, { kinds: COVERAGE_EVENTS, recordedBy: asOf });
  return { events, standing: foldActs(events, asOf) };
}

export interface PublicAct {
  /** Its own page, or that of the article it came from; a local address. */
  readonly href: string;
  readonly title: string;
  readonly day: PlainDate;
  readonly kind: string;
}

export interface PublicCell {
  readonly topic: string;
  readonly channel: string;
  readonly month: MonthKey;
  readonly state: CellState;
  /** Every act counts, public or not. */
  readonly acts: number;
  /** Those with at least one piece of evidence. */
  readonly evidenced: number;
  readonly publicActs: readonly PublicAct[];
}

export interface PublicCoverage {
  readonly plan: Pick<NamedPlan, 'id' | 'slug' | 'title'>;
  readonly period: NamedPlan['frame']['period'];
  readonly topics: readonly Pick<NamedPlan['topics'][number], 'id' | 'number' | 'label' | 'text'>[];
  readonly channels: NamedPlan['channels'];
  readonly months: readonly MonthKey[];
  readonly today: string;
  /** Cells with something in them. */
  readonly cells: readonly PublicCell[];
  readonly silence: readonly Pick<SilentTopic, 'topic' | 'since' | 'days' | 'limit'>[];
  readonly byKind: readonly Omit<Count, 'actIds'>[];
  readonly byMonth: readonly Omit<Count, 'actIds'>[];
  readonly byTopic: readonly Omit<Count, 'actIds'>[];
  readonly total: Omit<Count, 'actIds'> | undefined;
}

/** Coverage of a published plan as everyone may see it; `undefined` when it isn't published. */
export async function getPublicCoverage(
  tx: Tx,
  planId: string,
): Promise<PublicCoverage | undefined> {
  const published = await tx.db
    .selectFrom('plan')
    .select('id')
    .where('id', '=', planId)
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  if (!published) return undefined;
  return onceUntilNextEvent(tx, 'coverage.public', planId, () => forEveryone(tx, planId));
}

async function forEveryone(tx: Tx, planId: string): Promise<PublicCoverage> {
  const { plan, coverage, silence, acts, total } = await readCoverage(tx, planId, {});
  const shown = await readPublicActs(tx, acts);
  const proven = new Set(acts.filter((act) => act.evidence.length > 0).map((act) => act.id));
  const kinds = getActKinds();
  const counts = (by: 'kind' | 'month' | 'topic') => foldCounts(acts, kinds, by).map(withoutIds);
  return {
    plan: { id: plan.id, slug: plan.slug, title: plan.title },
    period: plan.frame.period,
    topics: plan.topics.map(({ id, number, label, text }) => ({ id, number, label, text })),
    channels: plan.channels,
    months: coverage.months,
    today: coverage.today,
    cells: coverage.cells.map(({ topic, channel, month, state, actIds }) => ({
      topic,
      channel,
      month,
      state,
      acts: actIds.length,
      evidenced: actIds.filter((id) => proven.has(id)).length,
      publicActs: actIds.flatMap((id) => shown.get(id) ?? []),
    })),
    silence: silence.map(({ topic, since, days, limit }) => ({ topic, since, days, limit })),
    byKind: counts('kind'),
    byMonth: counts('month'),
    byTopic: counts('topic').filter((count) => plan.frame.topics.includes(count.key)),
    total: total && withoutIds(total),
  };
}

async function readPublicActs(tx: Tx, acts: readonly ActState[]): Promise<Map<string, PublicAct>> {
  const pages = await readArrivedPages(tx);
  const ids = acts.filter((act) => act.public || pages.has(act.id)).map((act) => act.id);
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('act')
    .select(['id', 'slug', 'title', 'happened_on', 'kind'])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, slug, title, happened_on, kind }) => [
      id,
      { href: pages.get(id) ?? publicActUrl(slug), title, day: toPlainDate(happened_on), kind },
    ]),
  );
}

function withoutIds({ actIds: _ids, ...count }: Count): Omit<Count, 'actIds'> {
  return count;
}
