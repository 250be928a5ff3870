// Charts: honest scales, shapes that differ without colour, and nothing drawn where nothing is known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartInWords, cumulative, largestSeries, type Chart } from './chart.ts';
import { drawChart } from './draw-chart.ts';
import { toSvg, type DrawnNode } from './node.ts';

const chart: Chart = {
  kind: 'bars',
  id: 'thu',
  title: 'Đặt & làm',
  unit: 'ô',
  labels: ['T1', 'T2', 'T3'],
  series: [
    { name: 'Đặt', values: [2, 4, null] },
    { name: 'Làm <thật>', values: [1, 4, 0] },
  ],
};

function all(root: DrawnNode, tag: string): DrawnNode[] {
  const inner = root.children.flatMap((child) =>
    typeof child === 'string' ? [] : all(child, tag),
  );
  return root.tag === tag ? [root, ...inner] : inner;
}

/** Shapes that stand for figures: filled by a hatching, above the legend. */
function bars(root: DrawnNode): DrawnNode[] {
  const filled = all(root, 'rect').filter(({ attributes }) =>
    String(attributes['fill']).startsWith('url('),
  );
  return filled.filter(({ attributes }) => attributes['height'] !== 14);
}

describe('a chart', () => {
  it('draws no shape for what is unknown, and a flat one for 0', () => {
    const drawn = bars(drawChart(chart));
    expect(drawn).toHaveLength(5);
    expect(drawn.filter(({ attributes }) => attributes['height'] === 0)).toHaveLength(1);
  });

  it('draws lengths in proportion, from 0', () => {
    const value = fc.nat({ max: 5000 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        const labels = values.map((_, at) => `T${at}`);
        const drawn = bars(drawChart({ ...chart, labels, series: [{ name: 'a', values }] }));
        const most = Math.max(...values);
        const tallest = Math.max(...drawn.map(({ attributes }) => Number(attributes['height'])));
        drawn.forEach(({ attributes }, at) => {
          const share = most === 0 ? 0 : ((values[at] ?? 0) / most) * tallest;
          expect(Number(attributes['height'])).toBeCloseTo(share, 4);
        });
        expect(tallest).toBeLessThanOrEqual(210);
      }),
    );
  });

  it('stacks to the sum, and writes it above', () => {
    const svg = toSvg(drawChart({ ...chart, kind: 'stack' }));
    expect(svg).toContain('>8</text>');
  });

  it('gives every series a hatching of its own', () => {
    const patterns = all(drawChart(chart), 'pattern').map((one) => JSON.stringify(one.children));
    expect(new Set(patterns).size).toBe(chart.series.length);
  });

  it('dashes the second line, so that a plan is told from what was done', () => {
    const paths = all(drawChart({ ...chart, kind: 'lines' }), 'path').filter(
      ({ attributes }) => attributes['stroke-width'] === 2.2,
    );
    expect(paths.map(({ attributes }) => 'stroke-dasharray' in attributes)).toEqual([false, true]);
  });

  it('is valid as a file, names what it shows and carries no style', () => {
    const svg = toSvg(drawChart(chart));
    expect(svg).toContain('<title id="thu-t">Đặt &amp; làm</title>');
    expect(svg).toContain('Làm &lt;thật&gt;');
    expect(svg).not.toMatch(/ style=|<style|<script/);
  });

  it('says in words what was most, and that nothing happened', () => {
    const nothing = { name: 'Phát', values: [null, null, null] };
    expect(chartInWords({ ...chart, series: [...chart.series, nothing] })).toBe(
      'Đặt & làm. Đặt: cao nhất 4 ô (T2); Làm <thật>: cao nhất 4 ô (T2); Phát: không phát sinh.',
    );
  });

  it('draws a year without anything', () => {
    const values = [null, null, null];
    for (const kind of ['bars', 'stack', 'lines'] as const) {
      expect(toSvg(drawChart({ ...chart, kind, series: [{ name: 'a', values }] }))).toContain('T1');
    }
  });
});

describe('series', () => {
  it('add up, and stop where nothing is known any more', () => {
    expect(cumulative([1, null, 2, null, null])).toEqual([1, 1, 3, null, null]);
    expect(cumulative([null, null])).toEqual([null, null]);
  });

  it('beyond what can be told apart stand together', () => {
    const series = [5, 1, 4, 2].map((value, at) => ({ name: `s${at}`, values: [value, null] }));
    expect(largestSeries(series, 'khác', 3)).toEqual([
      { name: 's0', values: [5, null] },
      { name: 's2', values: [4, null] },
      { name: 'khác', values: [3, null] },
    ]);
    expect(largestSeries(series, 'khác', 4)).toEqual(series);
  });
});
