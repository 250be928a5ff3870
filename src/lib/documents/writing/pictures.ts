// What of a document is drawn or photographed: names of the files the writers set, charts as drawing and
// table.
import { chartInWords, drawChart, inNumbers, toSvg } from '#lib/ui/index.ts';
import type { Block, DrawnChart, WrittenDocument, WrittenTable } from './official-document.ts';

/** Name of a photograph among the files given to a writer. */
export function photographFile(picture: string): string {
  return `${picture}.jpg`;
}

/** Two charts with their tables stand on a page. */
const CHART_WIDTH = 0.8;

/** Every photograph a document shows, each once. */
export function photographsOf(document: WrittenDocument): string[] {
  const shown = blocksOf(document).flatMap((block) =>
    block.kind === 'photographs' ? block.items.map(({ picture }) => picture) : [],
  );
  return [...new Set(shown)];
}

/** The document's charts as SVG files, by the names its figures bear. */
export function drawingsOf(document: WrittenDocument): Record<string, Uint8Array> {
  const drawn = blocksOf(document).flatMap((block) =>
    block.kind === 'chart'
      ? [[chartFile(block), new TextEncoder().encode(toSvg(drawChart(block.chart)))] as const]
      : [],
  );
  return Object.fromEntries(drawn);
}

/**
 * A chart on paper: the drawing, told in words to those who don't see it, and its figures below, a single
 * series as a column.
 */
export function setChart(block: DrawnChart): Extract<Block, { kind: 'table' | 'figure' }>[] {
  const { chart, labelHead } = block;
  const say = (value: number | null = null) => (value === null ? '–' : inNumbers(value));
  const [only, ...others] = chart.series;
  const isOne = only !== undefined && others.length === 0;
  const heads = isOne ? [only.name] : chart.labels;
  const rows = isOne
    ? chart.labels.map((label, at) => [label, say(only.values[at])])
    : chart.series.map(({ name, values }) => [
        name,
        ...chart.labels.map((_, at) => say(values[at])),
      ]);
  const columns: WrittenTable['columns'] = [
    { head: labelHead, kind: 'text', width: 3 },
    ...heads.map((head) => ({ head, kind: 'number' as const })),
  ];
  return [
    {
      kind: 'figure',
      file: chartFile(block),
      alt: chartInWords(chart),
      caption: chart.title,
      width: CHART_WIDTH,
    },
    { kind: 'table', unit: chart.unit, columns, rows },
  ];
}

function chartFile({ chart }: DrawnChart): string {
  return `${chart.id}.svg`;
}

/** Blocks of the text, then of its appendices. */
export function blocksOf({ blocks, appendices = [] }: WrittenDocument): Block[] {
  return [...blocks, ...appendices.flatMap((appendix) => appendix.blocks)];
}
