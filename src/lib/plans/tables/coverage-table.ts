// The coverage matrix as a table: one line a topic and channel, one column a month.
import type { TableData } from '#lib/platform/index.ts';
import { formatMonth, type MonthKey } from '#lib/vietnam/index.ts';
import { CELL_STATE_NAMES } from '../coverage/explain.ts';
import type { CellState } from '../coverage/fold-coverage.ts';

/** Of the desk's coverage and of the public one. */
export interface TabledCoverage {
  readonly topics: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly label: string;
  }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly months: readonly MonthKey[];
  readonly cells: readonly {
    readonly topic: string;
    readonly channel: string;
    readonly month: MonthKey;
    readonly state: CellState;
    readonly acts: number;
  }[];
}

/** Pairs of topic and channel in which something was set or done; a month with acts says how many. */
export function coverageTable(
  { topics, channels, months, cells }: TabledCoverage,
  { title, source }: { title: string; source: string },
): TableData {
  const byPair = Map.groupBy(cells, (cell) => `${cell.topic} ${cell.channel}`);
  const rows = topics.flatMap((topic) =>
    channels.flatMap((channel) => {
      const pair = byPair.get(`${topic.id} ${channel.id}`);
      if (!pair) return [];
      const found = months.map((month) => pair.find((cell) => cell.month === month));
      const acts = found.reduce((sum, cell) => sum + (cell?.acts ?? 0), 0);
      return [
        [
          topic.number,
          topic.label,
          channel.name,
          ...found.map((cell) => cell && inWords(cell)).map((words) => words ?? 'Chưa đặt'),
          acts > 0 ? acts : null,
        ],
      ];
    }),
  );
  return {
    title,
    source,
    columns: [
      { head: 'Mục', kind: 'code' },
      { head: 'Nội dung', kind: 'text' },
      { head: 'Kênh', kind: 'text' },
      ...months.map((month) => ({ head: formatMonth(month), kind: 'text' as const })),
      { head: 'Số hoạt động', kind: 'number' },
    ],
    rows,
  };
}

function inWords({ state, acts }: { state: CellState; acts: number }): string {
  return acts > 0 ? `${CELL_STATE_NAMES[state]} (${acts})` : CELL_STATE_NAMES[state];
}
