// Appendices made anew each time from the acts themselves: charts, how often each topic went through each
// channel, the list of acts with their evidence, and photographs.
import { findKind } from '#lib/plans/index.ts';
import { formatDate, monthOf } from '#lib/vietnam/index.ts';
import type { Block } from '#lib/documents/index.ts';
import { chartBlocks, photographBlocks } from './appendix-pictures.ts';
import type { ReportFacts } from './facts.ts';
import { actsOfPeriod } from './resolve.ts';

export interface WrittenAppendix {
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: Block[];
}

export function listAppendices(facts: ReportFacts): WrittenAppendix[] {
  if (actsOfPeriod(facts.source).length === 0) return [];
  const photographs = photographBlocks(facts);
  return [
    { title: 'Biểu đồ', landscape: false, blocks: chartBlocks(facts) },
    { title: 'Độ phủ theo nội dung và kênh', landscape: true, blocks: matrices(facts) },
    { title: 'Danh mục hoạt động và minh chứng', landscape: true, blocks: [listOfActs(facts)] },
    ...(photographs.length > 0
      ? [{ title: 'Ảnh hoạt động', landscape: false, blocks: photographs }]
      : []),
  ];
}

function listOfActs(facts: ReportFacts): Block {
  const { kinds } = facts.source;
  const unitName = new Map(facts.units.map(({ id, name }) => [id, name]));
  return {
    kind: 'table',
    columns: [
      { head: 'TT', kind: 'ordinal', width: 1 },
      { head: 'Ngày', kind: 'date', width: 2 },
      { head: 'Hoạt động', kind: 'text', width: 9 },
      { head: 'Loại', kind: 'text', width: 3 },
      { head: 'Đơn vị', kind: 'text', width: 5 },
      { head: 'Minh chứng', kind: 'text', width: 2.5 },
    ],
    rows: actsOfPeriod(facts.source).map((act, at) => [
      String(at + 1),
      formatDate(act.day),
      facts.titles.get(act.id) ?? '',
      findKind(kinds, act.kind)?.name ?? act.kind,
      unitName.get(act.unit) ?? '',
      act.evidence.length > 0 ? `${String(act.evidence.length)} mục` : 'chưa có',
    ]),
  };
}

/** How often each topic went through each channel, and what of the schedule was done. */
function matrices(facts: ReportFacts): Block[] {
  const { source, topics } = facts;
  const acts = actsOfPeriod(source);
  const [first, last] = [monthOf(source.period.from), monthOf(source.period.to)];
  const scheduled = source.cells.filter(
    ({ month, scheduledUnits }) => first <= month && month <= last && scheduledUnits.length > 0,
  );
  const channels = source.kinds.channels.filter(
    ({ id }) =>
      acts.some(({ channel }) => channel === id) || scheduled.some(({ channel }) => channel === id),
  );
  const table = (
    caption: string,
    kind: 'number' | 'text',
    cell: (topic: string, channel: string) => string,
  ): Block => ({
    kind: 'table',
    caption,
    columns: [
      { head: 'Nội dung', kind: 'text', width: 7 },
      ...channels.map(({ short }) => ({ head: short, kind, width: 2 })),
    ],
    rows: topics.map(({ id, name }) => [name, ...channels.map((channel) => cell(id, channel.id))]),
  });
  const counts = table('Số hoạt động trong kỳ', 'number', (topic, channel) => {
    const count = acts.filter(
      (act) => act.channel === channel && act.topics.includes(topic),
    ).length;
    return count > 0 ? String(count) : '–';
  });
  if (scheduled.length === 0) return [counts];
  const caption = 'Số tháng đã làm trên số tháng đã xếp lịch; ô để trống là chưa xếp lịch';
  const covered = table(caption, 'text', (topic, channel) => {
    const cells = scheduled.filter((one) => one.topic === topic && one.channel === channel);
    const done = cells.filter(({ actIds }) => actIds.length > 0).length;
    return cells.length === 0 ? '' : `${String(done)}/${String(cells.length)}`;
  });
  return [covered, counts];
}
