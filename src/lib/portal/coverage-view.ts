// Coverage as the public reads it: for each topic and month whether anything was said, with the worst
// news never hidden behind the best.
import type { PublicCoverage } from '#lib/plans/index.server.ts';
import type { State } from '#lib/ui/index.ts';
import { formatNumber, type MonthKey } from '#lib/vietnam/index.ts';

export type PublicCell = PublicCoverage['cells'][number];
export type PublicTopic = PublicCoverage['topics'][number];
export type ShownAct = PublicCell['publicActs'][number];

export interface TopicMonth {
  readonly month: MonthKey;
  readonly state: State;
  /** Acts of the month, public or not. */
  readonly acts: number;
  readonly publicActs: readonly ShownAct[];
  /** Channels that were scheduled and stayed silent. */
  readonly missing: readonly string[];
  readonly planned: readonly string[];
}

export interface TopicView {
  readonly topic: PublicTopic;
  /** Place in the plan, from 1; stands in its address. */
  readonly place: number;
  readonly months: readonly TopicMonth[];
  readonly acts: number;
  readonly evidenced: number;
  /** Months in which something was said. */
  readonly spoken: number;
  readonly silence: PublicCoverage['silence'][number] | undefined;
}

export function topicViews(coverage: PublicCoverage): TopicView[] {
  return coverage.topics.map((topic, index) => {
    const count = coverage.byTopic.find((one) => one.key === topic.id);
    const months = coverage.months.map((month) => monthOfTopic(coverage, topic.id, month));
    return {
      topic,
      place: index + 1,
      months,
      acts: count?.acts ?? 0,
      evidenced: count?.evidenced ?? 0,
      spoken: months.filter((month) => month.acts > 0).length,
      silence: coverage.silence.find((one) => one.topic === topic.id),
    };
  });
}

function monthOfTopic(coverage: PublicCoverage, topic: string, month: MonthKey): TopicMonth {
  const cells = coverage.cells.filter((cell) => cell.topic === topic && cell.month === month);
  const name = (cell: PublicCell) =>
    coverage.channels.find((channel) => channel.id === cell.channel)?.name ?? cell.channel;
  const byDay = cells.flatMap((cell) => cell.publicActs);
  return {
    month,
    state: stateOf(cells),
    acts: cells.reduce((sum, cell) => sum + cell.acts, 0),
    publicActs: byDay.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    missing: cells.filter((cell) => cell.state === 'missing').map(name),
    planned: cells.filter((cell) => cell.state === 'scheduled').map(name),
  };
}

/** Something was said: done, proven where all of it is. Nothing was: missing, to come, or never set. */
function stateOf(cells: readonly PublicCell[]): State {
  const spoken = cells.filter((cell) => cell.acts > 0);
  if (spoken.length > 0) {
    return spoken.every((cell) => cell.evidenced === cell.acts) ? 'evidenced' : 'done';
  }
  if (cells.some((cell) => cell.state === 'missing')) return 'missing';
  return cells.some((cell) => cell.state === 'scheduled') ? 'planned' : 'unset';
}

/** "3 bản tin, 12 lượt phát": what acts of one kind add up to. */
export function quantityWords(
  quantities: Readonly<Record<string, number | undefined>>,
  units: Readonly<Record<string, string | undefined>>,
): string {
  return Object.entries(quantities)
    .flatMap(([name, amount]) =>
      amount === undefined || !units[name] ? [] : [`${formatNumber(amount)} ${units[name]}`],
    )
    .join(', ');
}
