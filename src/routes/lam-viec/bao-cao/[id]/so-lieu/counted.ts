// The list one number of a report counts: acts with their amounts, cells of the schedule, occurrences.
import type { TableData } from '#lib/platform/index.ts';
import { grouped, occurrenceName, OCCURRENCE_STATE_NAMES } from '#lib/plans/index.ts';
import type { ReportReading } from '#lib/reports/index.server.ts';
import { capitalize, formatDate, formatMonth } from '#lib/vietnam/index.ts';

export interface CountedLine {
  readonly href: string;
  readonly words: string;
  readonly when: string;
  readonly amount: number;
}

/** The lines in the order of counting; undefined where the report has no such number. */
export function countedBy(
  { values, facts, period }: Pick<ReportReading, 'values' | 'facts' | 'period'>,
  name: string,
): CountedLine[] | undefined {
  const live = values.get(name);
  if (!live) return undefined;
  const unit = new Map(facts.units.map((one) => [one.id, one.name]));
  const topic = new Map(facts.topics.map((one) => [one.id, one.name]));
  const duty = new Map(facts.duties.map((one) => [one.id, one.text]));
  const channel = new Map(facts.source.kinds.channels.map((one) => [one.id, one.name]));
  const day = new Map(facts.source.acts.map((act) => [act.id, act.day]));
  return [
    ...live.acts.map(({ id, amount }) => ({
      href: `/lam-viec/hoat-dong/${id}`,
      words: facts.titles.get(id) ?? '',
      when: formatDate(day.get(id) ?? period.from),
      amount,
    })),
    ...live.cells.map((cell) => ({
      href: `/lam-viec/do-phu/${cell.topic}/${cell.channel}?thang=${cell.month}`,
      words: `${topic.get(cell.topic) ?? ''} – ${channel.get(cell.channel) ?? ''}`,
      when: formatMonth(cell.month),
      amount: 1,
    })),
    ...live.occurrences.map((one) => ({
      href: `/lam-viec/nhiem-vu/${one.duty}`,
      words: `${unit.get(one.unit) ?? ''}: ${duty.get(one.duty) ?? ''} (${occurrenceName(one)}, ${OCCURRENCE_STATE_NAMES[one.state].toLowerCase()})`,
      when: formatDate(one.due),
      amount: 1,
    })),
  ];
}

/** The same list to take away. @param about what the report is about */
export function countedTable(
  lines: readonly CountedLine[],
  name: string,
  about: string,
): TableData {
  const sum = lines.reduce((all, { amount }) => all + amount, 0);
  return {
    title: capitalize(name),
    source: `${about}. Cộng: ${lines.length === 0 ? 'không phát sinh' : grouped(sum)}`,
    columns: [
      { head: 'Được đếm', kind: 'text' },
      { head: 'Ngày, tháng', kind: 'text' },
      { head: 'Số', kind: 'number' },
    ],
    rows: lines.map(({ words, when, amount }) => [words, when, amount]),
  };
}
