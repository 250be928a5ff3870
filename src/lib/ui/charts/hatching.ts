// How series are told apart: by hatching and marker first, by colour only besides, so that a
// black-and-white print says the same.
import { node, type DrawnNode } from './node.ts';

/** Colours on paper; a page sets its own by the class `series-n`, for light and dark. */
const INKS = ['#12355c', '#97191c', '#0c6650', '#855000', '#574f48', '#1f1b18'] as const;
const SIZE = 8;

/** What lies on the ground of a series' fill: whole, slanted, dots, level, crossed, upright. */
const HATCHES: readonly (readonly DrawnNode[])[] = [
  [node('rect', { width: SIZE, height: SIZE, fill: 'currentColor' })],
  [line('M-2 10 10 -2M-2 2 2 -2M6 10 10 6')],
  [
    node('circle', { cx: 2, cy: 2, r: 1.4, fill: 'currentColor' }),
    node('circle', { cx: 6, cy: 6, r: 1.4, fill: 'currentColor' }),
  ],
  [line('M0 2H8M0 6H8')],
  [line('M0 0 8 8M8 0 0 8')],
  [],
];

function line(d: string): DrawnNode {
  return node('path', { d, stroke: 'currentColor', 'stroke-width': 1.6, fill: 'none' });
}

/** The attributes that carry a series' colour. */
export function inkOf(series: number): { class: string; color: string } {
  const at = series % INKS.length;
  return { class: `series-${at}`, color: INKS[at] ?? INKS[0] };
}

/** The hatchings of so many series, to stand in the drawing's `defs`. */
export function hatchings(id: string, count: number): DrawnNode[] {
  return Array.from({ length: count }, (_, at) =>
    node(
      'pattern',
      {
        id: `${id}-h${at}`,
        width: SIZE,
        height: SIZE,
        patternUnits: 'userSpaceOnUse',
        ...inkOf(at),
      },
      ...(HATCHES[at % HATCHES.length] ?? []),
    ),
  );
}

/** Fill and edge of a series' shapes. */
export function hatched(id: string, series: number): DrawnNode['attributes'] {
  return {
    fill: `url(#${id}-h${series})`,
    stroke: 'currentColor',
    'stroke-width': 1.2,
    ...inkOf(series),
  };
}

/** The mark of a point: disc, square, diamond, ring, open square, cross. */
export function marker(series: number, x: number, y: number): DrawnNode {
  const r = 4.2;
  const whole = { ...inkOf(series), fill: 'currentColor' };
  const open = { ...inkOf(series), fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8 };
  switch (series % 6) {
    case 0:
      return node('circle', { cx: x, cy: y, r, ...whole });
    case 1:
      return node('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...open });
    case 2:
      return node('path', { d: `M${x} ${y - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z`, ...whole });
    case 3:
      return node('circle', { cx: x, cy: y, r, ...open });
    case 4:
      return node('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...whole });
    default:
      return node('path', { d: `M${x - r} ${y - r}l8.4 8.4m0-8.4l-8.4 8.4`, ...open });
  }
}
