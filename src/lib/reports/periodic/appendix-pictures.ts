// Appendices that are looked at: charts of the period's months, and photographs of its acts.
import type { Block, DrawnChart, Photograph } from '#lib/documents/index.ts';
import type { ActState } from '#lib/plans/index.ts';
import { largestSeries, type ChartSeries } from '#lib/ui/index.ts';
import { formatDate, formatMonth, monthOf, monthRange } from '#lib/vietnam/index.ts';
import { resolveFigure } from '../figures/resolve.ts';
import type { ReportFacts } from './facts.ts';
import { actsOfPeriod, resolveLive } from './resolve.ts';

/** So many months stand side by side in a table on upright paper. */
const MOST_MONTHS = 12;
/** Five pages of photographs; the others are told by their number. */
const MOST_PHOTOGRAPHS = 30;

/** Charts of a period with acts, each with its figures; of a single month by channel. */
export function chartBlocks(facts: ReportFacts): Block[] {
  const months = monthRange(monthOf(facts.period.from), monthOf(facts.period.to));
  const isByMonth = months.length > 1 && months.length <= MOST_MONTHS;
  const charts = isByMonth
    ? [actsByMonth(facts, months), scheduleByMonth(facts, months), peopleByMonth(facts, months)]
    : [actsByChannel(facts)];
  return charts.filter((one) => one !== undefined);
}

type Months = ReturnType<typeof monthRange>;

function actsByMonth(facts: ReportFacts, months: Months): DrawnChart {
  const acts = actsOfPeriod(facts.source);
  const byChannel = facts.source.kinds.channels.flatMap(({ id, short }): ChartSeries[] => {
    const own = acts.filter(({ channel }) => channel === id);
    if (own.length === 0) return [];
    return [{ name: short, values: countByMonth(own, months) }];
  });
  return ofMonths(months, {
    kind: 'stack',
    id: 'hoat-dong-theo-thang',
    title: 'Số hoạt động theo tháng và kênh',
    unit: 'hoạt động',
    series: largestSeries(byChannel, 'Kênh khác').map((one) => ({
      ...one,
      values: [...one.values],
    })),
  });
}

/** What was scheduled beside what of it was done and what was not; nothing where nobody scheduled. */
function scheduleByMonth({ source }: ReportFacts, months: Months): DrawnChart | undefined {
  const cells = (which: 'scheduled' | 'reached' | 'missing') =>
    countByMonth(resolveLive({ of: 'cells', which, span: 'period' }, source).cells, months);
  const scheduled = cells('scheduled');
  if (scheduled.every((value) => value === null)) return undefined;
  return ofMonths(months, {
    kind: 'bars',
    id: 'lich-va-thuc-hien',
    title: 'Ô lịch đã xếp, đã làm và chưa làm theo tháng',
    unit: 'ô lịch',
    series: [
      { name: 'Đã xếp lịch', values: scheduled },
      { name: 'Đã làm', values: cells('reached') },
      { name: 'Chưa làm', values: cells('missing') },
    ],
  });
}

function peopleByMonth({ source }: ReportFacts, months: Months): DrawnChart | undefined {
  const { value, parts } = resolveFigure({ measure: 'people', span: 'period', filter: {} }, source);
  if (value === null) return undefined;
  const monthOfAct = new Map(source.acts.map(({ id, month }) => [id, month]));
  const values = months.map((month) => {
    const own = parts.filter(({ actId }) => monthOfAct.get(actId) === month);
    return own.length > 0 ? own.reduce((sum, { amount }) => sum + amount, 0) : null;
  });
  return ofMonths(months, {
    kind: 'bars',
    id: 'luot-nguoi-theo-thang',
    title: 'Lượt người tham dự theo tháng',
    unit: 'lượt người',
    series: [{ name: 'Lượt người', values }],
  });
}

function actsByChannel({ source }: ReportFacts): DrawnChart {
  const acts = actsOfPeriod(source);
  const channels = source.kinds.channels.filter(({ id }) => acts.some((act) => act.channel === id));
  return {
    kind: 'chart',
    labelHead: 'Kênh',
    chart: {
      kind: 'bars',
      id: 'hoat-dong-theo-kenh',
      title: 'Số hoạt động theo kênh',
      unit: 'hoạt động',
      labels: channels.map(({ short }) => short),
      series: [
        {
          name: 'Hoạt động',
          values: channels.map(({ id }) => acts.filter((act) => act.channel === id).length),
        },
      ],
    },
  };
}

function ofMonths(months: Months, chart: Omit<DrawnChart['chart'], 'labels'>): DrawnChart {
  const years = new Set(months.map((month) => month.slice(0, 4)));
  const labels = months.map((month) =>
    years.size > 1 ? formatMonth(month) : `T${String(Number(month.slice(5)))}`,
  );
  return { kind: 'chart', labelHead: 'Tháng', chart: { ...chart, labels } };
}

function countByMonth(things: readonly { readonly month: string }[], months: Months) {
  return months.map((month) => things.filter((one) => one.month === month).length || null);
}

/**
 * One photograph of an act, of those that everybody may see, spread over the period where there are more
 * than the appendix takes. Nothing where there is none.
 */
export function photographBlocks(facts: ReportFacts): Block[] {
  const acts = actsOfPeriod(facts.source);
  const all = acts.flatMap(({ evidence }) => evidence.filter(({ kind }) => kind === 'photo'));
  const shown = spread(
    acts.flatMap((act): Photograph[] => {
      const photographs = act.public ? act.evidence.filter((one) => one.public) : [];
      const picture = photographs
        .filter(({ kind }) => kind === 'photo')
        .map(({ sha256 }) => facts.pictures.get(sha256))
        .find((web) => web !== undefined);
      return picture === undefined ? [] : [{ picture, caption: captionOf(facts, act) }];
    }),
    MOST_PHOTOGRAPHS,
  );
  if (shown.length === 0) return [];
  const rest = all.length - shown.length;
  const kept = rest > 0 ? `; ${String(rest)} ảnh khác lưu trong hồ sơ minh chứng` : '';
  return [
    {
      kind: 'paragraph',
      text: `Trong kỳ có ${String(all.length)} ảnh minh chứng. Phụ lục này in ${String(shown.length)} ảnh công khai, mỗi hoạt động một ảnh${kept}.`,
    },
    { kind: 'photographs', items: shown },
  ];
}

/** When, what, where. */
function captionOf(facts: ReportFacts, { id, day }: Pick<ActState, 'id' | 'day'>): string {
  const place = facts.places.get(id) ?? '';
  const where = place === '' ? '' : ` (${place})`;
  return `${formatDate(day)}: ${facts.titles.get(id) ?? ''}${where}`;
}

/** At most so many of a list, from its beginning to its end. */
function spread<Thing>(things: readonly Thing[], most: number): Thing[] {
  if (things.length <= most) return [...things];
  return Array.from({ length: most }, (_, at) => Math.floor((at * things.length) / most)).flatMap(
    (at) => things.slice(at, at + 1),
  );
}
