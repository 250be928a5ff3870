// Charts of a plan's year: what was done by which channel, and how it keeps up with the schedule.
import { cumulative, largestSeries, type Chart, type ChartSeries } from '#lib/ui/index.ts';
import type { MonthKey } from '#lib/vietnam/index.ts';
import type { ChannelEntry } from '../acts/kinds.ts';
import type { ActState } from './fold-acts.ts';
import type { CellState, Coverage } from './fold-coverage.ts';

export const OTHER_CHANNELS = 'Các kênh khác';

/** Acts of each month, each act once, by channel: the five with most acts and the rest together. */
export function channelChart(
  acts: readonly Pick<ActState, 'channel' | 'month'>[],
  months: readonly MonthKey[],
  channels: readonly Pick<ChannelEntry, 'id' | 'name'>[],
): Chart {
  const series = channels.flatMap(({ id, name }): ChartSeries[] => {
    const values = months.map((month) =>
      countOrNull(acts.filter((act) => act.channel === id && act.month === month).length),
    );
    return values.some((value) => value !== null) ? [{ name, values }] : [];
  });
  return {
    kind: 'stack',
    id: 'theo-kenh',
    title: 'Hoạt động từng tháng theo kênh',
    unit: 'hoạt động',
    labels: labelsOf(months),
    series: largestSeries(series, OTHER_CHANNELS),
  };
}

/** Cells the schedule holds, added up month by month, and those of them in which something was done. */
export function scheduleChart(
  coverage: Pick<Coverage, 'cells' | 'today'>,
  months: readonly MonthKey[],
): Chart {
  const scheduled = coverage.cells.filter((cell) => cell.scheduledUnits.length > 0);
  const done = scheduled.filter((cell) => isDone(cell.state));
  const past = (month: MonthKey) => month <= coverage.today.slice(0, 7);
  const count = (cells: readonly { month: MonthKey }[], month: MonthKey) =>
    cells.filter((cell) => cell.month === month).length;
  return {
    kind: 'lines',
    id: 'luy-ke',
    title: 'Lũy kế ô đã đặt và ô đã làm',
    unit: 'ô',
    labels: labelsOf(months),
    series: [
      {
        name: 'Đã làm',
        values: cumulative(months.map((month) => (past(month) ? count(done, month) : null))),
      },
      { name: 'Đã đặt', values: cumulative(months.map((month) => count(scheduled, month))) },
    ],
  };
}

/** Cells of each month by what became of them: promised, kept or broken. */
export function promiseChart(
  cells: readonly { readonly month: MonthKey; readonly state: CellState }[],
  months: readonly MonthKey[],
): Chart {
  const series = (name: string, matches: (state: CellState) => boolean): ChartSeries => ({
    name,
    values: months.map((month) =>
      countOrNull(cells.filter((cell) => cell.month === month && matches(cell.state)).length),
    ),
  });
  return {
    kind: 'stack',
    id: 'hen-va-lam',
    title: 'Ô từng tháng: đã làm, còn thiếu, đã hẹn',
    unit: 'ô',
    labels: labelsOf(months),
    series: [
      series('Đã làm', isDone),
      series('Đã hẹn mà chưa làm', (state) => state === 'missing'),
      series('Đã hẹn, chưa hết tháng', (state) => state === 'scheduled'),
    ],
  };
}

function isDone(state: CellState): boolean {
  return state === 'done' || state === 'evidenced';
}

/** Nothing counted is "không phát sinh". */
function countOrNull(count: number): number | null {
  return count > 0 ? count : null;
}

/** "T1" within one year; "01/23" where the months are of several. */
function labelsOf(months: readonly MonthKey[]): string[] {
  const isOneYear = new Set(months.map((month) => month.slice(0, 4))).size <= 1;
  return months.map((month) =>
    isOneYear ? `T${Number(month.slice(5))}` : `${month.slice(5)}/${month.slice(2, 4)}`,
  );
}
