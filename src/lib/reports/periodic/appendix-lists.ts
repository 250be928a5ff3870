// Appendices made anew each time from the acts themselves: charts, how often each topic went through each
// channel, the list of acts with their evidence, and photographs.
import { findKind } from '#lib/plans/index.ts';
import { formatDate } from '#lib/vietnam/index.ts';
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
    { title: 'Số hoạt động theo nội dung và kênh', landscape: true, blocks: [matrix(facts)] },
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

function matrix(facts: ReportFacts): Block {
  const acts = actsOfPeriod(facts.source);
  const channels = facts.source.kinds.channels.filter(({ id }) =>
    acts.some((act) => act.channel === id),
  );
  return {
    kind: 'table',
    columns: [
      { head: 'Nội dung', kind: 'text', width: 7 },
      ...channels.map(({ short }) => ({ head: short, kind: 'number' as const, width: 2 })),
    ],
    rows: facts.topics.map(({ id, name }) => [
      name,
      ...channels.map((channel) => {
        const count = acts.filter(
          (act) => act.channel === channel.id && act.topics.includes(id),
        ).length;
        return count > 0 ? String(count) : '–';
      }),
    ]),
  };
}
