// Appendices of a draft that are figures: results by channel against the schedule, and by kind of act in
// its own units. Lists of acts are made when the report is written out (appendix-lists.ts).
import { quantitiesOf } from '#lib/plans/index.ts';
import type { ReportCell, ReportContent, ReportTable } from './content.ts';
import { withActs } from './draft-results.ts';
import type { ReportFacts } from './facts.ts';
import { bare, type Figures } from './figure-names.ts';
import { actsOfPeriod, resolveLive } from './resolve.ts';

export function draftTables(facts: ReportFacts, figures: Figures): ReportContent['appendices'] {
  const byChannel = channelTable(facts, figures);
  const byKind = kindTable(facts, figures);
  return [
    { title: 'Kết quả theo kênh so với lịch của năm', landscape: true, parts: byChannel },
    { title: 'Kết quả theo loại hoạt động', landscape: true, parts: byKind },
  ];
}

function channelTable(facts: ReportFacts, figures: Figures): ReportTable[] {
  const channels = facts.source.kinds.channels.filter(({ id }) => {
    const scheduled = { of: 'cells', which: 'scheduled', span: 'year', channel: id } as const;
    const has = withActs(facts, 'channel', [{ id, name: '' }]).length > 0;
    return has || resolveLive(scheduled, facts.source).value !== null;
  });
  const rows = channels.map(({ id, name }, at): ReportCell[] => {
    const filter = { channel: id };
    const acts = (what: string, measure: 'acts' | 'people' | 'evidenced', cumulative = false) => {
      const span = cumulative ? 'cumulative' : 'period';
      return {
        figure: bare(figures.acts(`${what} – kênh ${name}`, { measure, span, filter })),
      };
    };
    const cells = (what: string, which: 'scheduled' | 'reached') =>
      bare(figures.cells(`${what} – kênh ${name}`, which, 'year', '', id));
    const scheduled = cells('ô lịch năm', 'scheduled');
    const reached = cells('ô lịch đã làm', 'reached');
    return [
      String(at + 1),
      name,
      'hoạt động',
      { figure: scheduled },
      acts('trong kỳ', 'acts'),
      acts('lũy kế', 'acts', true),
      { share: [reached, scheduled] },
      acts('lượt người', 'people'),
      unitsOf(facts, 'channel', id),
      acts('minh chứng', 'evidenced'),
      { note: `kênh ${name}` },
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      key: 'phu-luc-kenh',
      caption: 'Kế hoạch năm tính theo ô lịch (nội dung, tháng) đã xếp cho từng kênh',
      columns: columns('Kênh', 'Kế hoạch năm (ô lịch)'),
      rows,
    },
  ];
}

function kindTable(facts: ReportFacts, figures: Figures): ReportTable[] {
  const rows: ReportCell[][] = [];
  for (const { id, name } of withActs(facts, 'kind', facts.source.kinds.kinds)) {
    const kind = facts.source.kinds.kinds.find((one) => one.id === id);
    for (const { name: measure, rule } of kind ? quantitiesOf(kind) : []) {
      const figure = (what: string, span: 'period' | 'cumulative') => ({
        figure: bare(
          figures.acts(`${what} – ${name}, ${rule.unit}`, { measure, span, filter: { kind: id } }),
        ),
      });
      const first = rows.at(-1)?.[1] !== name && !rows.some((row) => row[1] === name);
      rows.push([
        String(rows.length + 1),
        name,
        rule.unit,
        figure('trong kỳ', 'period'),
        figure('lũy kế', 'cumulative'),
        first ? unitsOf(facts, 'kind', id) : '',
        { note: `${name}, ${rule.unit}` },
      ]);
    }
  }
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      key: 'phu-luc-loai',
      caption: 'Mỗi loại hoạt động theo đơn vị tính của nó',
      columns: [
        { head: 'TT', kind: 'ordinal', width: 1 },
        { head: 'Loại hoạt động', kind: 'text', width: 6 },
        { head: 'Đơn vị tính', kind: 'text', width: 3 },
        { head: 'Trong kỳ', kind: 'number', width: 2 },
        { head: 'Lũy kế', kind: 'number', width: 2 },
        { head: 'Đơn vị thực hiện', kind: 'text', width: 6 },
        { head: 'Ghi chú', kind: 'text', width: 3 },
      ],
      rows,
    },
  ];
}

function columns(thing: string, plan: string): ReportTable['columns'] {
  return [
    { head: 'TT', kind: 'ordinal', width: 1 },
    { head: thing, kind: 'text', width: 5 },
    { head: 'Đơn vị tính', kind: 'text', width: 3 },
    { head: plan, kind: 'number', width: 2.5 },
    { head: 'Trong kỳ', kind: 'number', width: 2 },
    { head: 'Lũy kế', kind: 'number', width: 2 },
    { head: '% kế hoạch', kind: 'percent', width: 2.5 },
    { head: 'Lượt người', kind: 'number', width: 2 },
    { head: 'Đơn vị thực hiện', kind: 'text', width: 6 },
    { head: 'Có minh chứng', kind: 'number', width: 2.5 },
    { head: 'Ghi chú', kind: 'text', width: 2.5 },
  ];
}

/** Units that did something of it in the period, by the names of those days. */
function unitsOf(facts: ReportFacts, by: 'channel' | 'kind', id: string): string {
  const ids = new Set(
    actsOfPeriod(facts.source)
      .filter((act) => act[by] === id)
      .map((act) => act.unit),
  );
  return facts.units
    .filter((unit) => ids.has(unit.id))
    .map(({ name }) => name)
    .join('; ');
}
