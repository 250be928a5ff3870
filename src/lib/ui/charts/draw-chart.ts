// Charts drawn from data, the same for a page, a print and a document: round ticks from 0, hatched bars,
// marked lines, every figure written where there is room.
import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3-scale';
import { line, stack } from 'd3-shape';
import { chartInWords, type Chart, type ChartWords, VIETNAMESE_CHART } from './chart.ts';
import { hatched, hatchings, inkOf, marker } from './hatching.ts';
import { node, type DrawnNode } from './node.ts';

/** Units of the drawing; it is scaled to its place. */
const WIDTH = 640;
const PLOT = { left: 46, right: 8, top: 30, height: 210 };
const LETTERS = 13;
const LEGEND_LINE = 22;
const INK = { class: 'chart-ink', color: '#1f1b18' };
const RULE = { class: 'chart-rule', color: '#c9c1b4' };

interface Plot {
  readonly chart: Chart;
  readonly say: ChartWords;
  readonly x: ScaleBand<number>;
  readonly y: ScaleLinear<number, number>;
}

/** The chart as elements of an SVG with a title and a description in words. */
export function drawChart(chart: Chart, say: ChartWords = VIETNAMESE_CHART): DrawnNode {
  const x = scaleBand<number>()
    .domain(chart.labels.map((_, at) => at))
    .range([PLOT.left, WIDTH - PLOT.right])
    .padding(0.28);
  const y = scaleLinear()
    .domain([0, Math.max(1, top(chart))])
    .nice(5)
    .range([PLOT.top + PLOT.height, PLOT.top]);
  const plot: Plot = { chart, say, x, y };
  const legend = drawLegend(chart);
  const height = PLOT.top + PLOT.height + 30 + legend.height;
  const titleId = `${chart.id}-t`;
  const aboutId = `${chart.id}-d`;
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'aria-labelledby': `${titleId} ${aboutId}`,
      'font-family': 'Be Vietnam Pro, Tinos, Times New Roman, serif',
      'font-size': LETTERS,
    },
    node('title', { id: titleId }, chart.title),
    node('desc', { id: aboutId }, chartInWords(chart, say)),
    node('defs', {}, ...hatchings(chart.id, chart.series.length)),
    ...drawFrame(plot),
    ...(chart.kind === 'bars' ? drawBars(plot) : []),
    ...(chart.kind === 'stack' ? drawStack(plot) : []),
    ...(chart.kind === 'lines' ? drawLines(plot) : []),
    node(
      'g',
      { transform: `translate(${PLOT.left} ${PLOT.top + PLOT.height + 36})` },
      ...legend.nodes,
    ),
  );
}

function top({ kind, series, labels }: Chart): number {
  const all = series.flatMap(({ values }) => values.map((value) => value ?? 0));
  if (kind !== 'stack') return Math.max(0, ...all);
  const sums = labels.map((_, at) =>
    series.reduce((whole, { values }) => whole + (values[at] ?? 0), 0),
  );
  return Math.max(0, ...sums);
}

/** Level rules with their figures, labels below, the unit above. */
function drawFrame({ chart, say, x, y }: Plot): DrawnNode[] {
  // Things counted one by one have no half.
  const ticks = y.ticks(5).filter((tick) => Number.isInteger(tick) || top(chart) < 1);
  return [
    words(chart.unit, { x: 4, y: 16, 'font-style': 'italic' }),
    ...ticks.flatMap((tick) => [
      node('line', {
        x1: PLOT.left,
        x2: WIDTH - PLOT.right,
        y1: y(tick),
        y2: y(tick),
        stroke: 'currentColor',
        'stroke-width': tick === 0 ? 1.6 : 0.8,
        ...(tick === 0 ? INK : RULE),
      }),
      words(say.number(tick), { x: PLOT.left - 8, y: y(tick) + 4.5, 'text-anchor': 'end' }),
    ]),
    ...chart.labels.map((label, at) =>
      words(label, { x: middle(x, at), y: y(0) + 20, 'text-anchor': 'middle' }),
    ),
  ];
}

function drawBars({ chart, say, x, y }: Plot): DrawnNode[] {
  const inner = scaleBand<number>()
    .domain(chart.series.map((_, at) => at))
    .range([0, x.bandwidth()])
    .padding(0.06);
  return chart.series.flatMap(({ values }, series) =>
    values.flatMap((value, at) => {
      const left = (x(at) ?? 0) + (inner(series) ?? 0);
      const centre = left + inner.bandwidth() / 2;
      if (value === null) return [];
      const bar = { x: left, y: y(value), width: inner.bandwidth(), height: y(0) - y(value) };
      const figure = say.number(value);
      const hasRoom = figure.length * 7.5 <= inner.bandwidth() + 8;
      return [
        node('rect', { ...bar, ...hatched(chart.id, series) }),
        ...(hasRoom
          ? [words(figure, { x: centre, y: y(value) - 5, 'text-anchor': 'middle' })]
          : []),
      ];
    }),
  );
}

function drawStack({ chart, say, x, y }: Plot): DrawnNode[] {
  const rows = chart.labels.map((_, at) => chart.series.map(({ values }) => values[at] ?? 0));
  const layers = stack<number[], number>()
    .keys(chart.series.map((_, at) => at))
    .value((row, key) => row[key] ?? 0)(rows);
  const parts = layers.flatMap((layer, series) =>
    layer.flatMap(([low, high], at) => {
      if (high === low) return [];
      const bar = { x: x(at) ?? 0, width: x.bandwidth(), y: y(high), height: y(low) - y(high) };
      return [node('rect', { ...bar, ...hatched(chart.id, series) })];
    }),
  );
  const sums = rows.flatMap((row, at) => {
    const whole = row.reduce((sum, value) => sum + value, 0);
    if (whole === 0) return [];
    return [
      words(say.number(whole), { x: middle(x, at), y: y(whole) - 5, 'text-anchor': 'middle' }),
    ];
  });
  return [...parts, ...sums];
}

function drawLines({ chart, x, y }: Plot): DrawnNode[] {
  const joined = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => middle(x, at))
    .y((value) => y(value ?? 0));
  return chart.series.flatMap(({ values }, series) => [
    node('path', {
      d: joined([...values]) ?? '',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2.2,
      ...(series % 2 === 1 ? { 'stroke-dasharray': '7 5' } : {}),
      ...inkOf(series),
    }),
    ...values.flatMap((value, at) =>
      value === null ? [] : [marker(series, middle(x, at), y(value))],
    ),
  ]);
}

/** Names beside their hatching or marker, as many on a line as fit. */
function drawLegend({ kind, id, series }: Chart): { nodes: DrawnNode[]; height: number } {
  const room = WIDTH - PLOT.left - PLOT.right;
  let left = 0;
  let row = 0;
  const nodes = series.flatMap(({ name }, at) => {
    const width = 34 + name.length * 7.4;
    if (left > 0 && left + width > room) {
      left = 0;
      row += 1;
    }
    const y = row * LEGEND_LINE;
    const sign =
      kind === 'lines'
        ? marker(at, left + 8, y + 7)
        : node('rect', { x: left, y, width: 16, height: 14, ...hatched(id, at) });
    const text = words(name, { x: left + 24, y: y + 11.5 });
    left += width;
    return [sign, text];
  });
  return { nodes, height: (row + 1) * LEGEND_LINE + 4 };
}

function words(text: string, attributes: DrawnNode['attributes']): DrawnNode {
  return node('text', { ...attributes, fill: 'currentColor', ...INK }, text);
}

function middle(x: ScaleBand<number>, at: number): number {
  return (x(at) ?? 0) + x.bandwidth() / 2;
}
