// A chart as data: what is counted, along which labels, in which series. Pure; drawn by `drawChart`.

export interface ChartSeries {
  readonly name: string;
  /** One a label; `null` where there is nothing to say, which is drawn as nothing and never as 0. */
  readonly values: readonly (number | null)[];
}

export interface Chart {
  /**
   * `bars`: series stand side by side. `stack`: series stand on one another. `lines`: points joined; the
   * second series is dashed, as a plan beside what was done.
   */
  readonly kind: 'bars' | 'stack' | 'lines';
  /** Unique within the page or document: its hatchings are named by it. Letters, digits, "-". */
  readonly id: string;
  readonly title: string;
  /** What one is: "hoạt động", "lượt người". */
  readonly unit: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** So many series can be told apart in black and white. */
export const MOST_SERIES = 6;

/** The largest series by their sums, in their own order; the others together as the last one. */
export function largestSeries(
  series: readonly ChartSeries[],
  otherName: string,
  most: number = MOST_SERIES,
): ChartSeries[] {
  if (series.length <= most) return [...series];
  const bySum = series.toSorted((a, b) => sum(b.values) - sum(a.values));
  const kept = new Set(bySum.slice(0, most - 1));
  const others = series.filter((one) => !kept.has(one));
  const length = Math.max(...series.map(({ values }) => values.length));
  const values = Array.from({ length }, (_, at) => {
    const known = others.map((one) => one.values[at] ?? null).filter((value) => value !== null);
    return known.length > 0 ? sum(known) : null;
  });
  return [...series.filter((one) => kept.has(one)), { name: otherName, values }];
}

/** Each value added to those before it; `null` from where nothing is known any more. */
export function cumulative(values: readonly (number | null)[]): (number | null)[] {
  const last = values.findLastIndex((value) => value !== null);
  let whole = 0;
  return values.map((value, at) => {
    if (at > last) return null;
    whole += value ?? 0;
    return whole;
  });
}

/** What a chart says beside its own words. */
export interface ChartWords {
  readonly number: (value: number) => string;
  /** Of a series without a figure. */
  readonly nothing: string;
  readonly highest: (number: string, unit: string, label: string) => string;
}

export const VIETNAMESE_CHART: ChartWords = {
  number: inNumbers,
  nothing: 'không phát sinh',
  highest: (number, unit, label) => `cao nhất ${number} ${unit} (${label})`,
};

/** The chart in a sentence or two, for those who don't see it. */
export function chartInWords(
  { title, unit, labels, series }: Chart,
  words: ChartWords = VIETNAMESE_CHART,
): string {
  const parts = series.map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return `${name}: ${words.nothing}`;
    const most = Math.max(...known);
    const at = labels[values.indexOf(most)] ?? '';
    return `${name}: ${words.highest(words.number(most), unit, at)}`;
  });
  return `${title}. ${parts.join('; ')}.`;
}

/** 1.234,5 */
export function inNumbers(value: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((whole, value) => whole + (value ?? 0), 0);
}
