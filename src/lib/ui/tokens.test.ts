/** Measures the contrast of the colour tokens in both schemes, as WCAG 2.2 AA asks; of the looks for weak
 * eyes as AAA does. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const CSS = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
const [LIGHT = '', DARK = ''] = CSS.split('@media');
const LOOKS = readFileSync(new URL('./styles/looks.css', import.meta.url), 'utf8');
const lookOf = (name: string): string =>
  new RegExp(`\\[data-colours='${name}'\\] \\{([^}]*)\\}`).exec(LOOKS)?.[1] ?? '';

const GROUNDS = ['paper', 'surface', 'sunken'];

/** Text on its ground: at least 4.5 to 1. */
const TEXT: [string, string[]][] = [
  ['ink', [...GROUNDS, 'brand-wash', 'action-wash', 'done-wash', 'due-wash', 'danger-wash']],
  ['ink-soft', [...GROUNDS, 'action-wash', 'brand-wash', 'done-wash', 'due-wash', 'danger-wash']],
  ['brand', [...GROUNDS, 'brand-wash']],
  ['action', [...GROUNDS, 'action-wash', 'done-wash', 'due-wash', 'danger-wash', 'brand-wash']],
  ['action-strong', [...GROUNDS, 'action-wash']],
  ['done', [...GROUNDS, 'done-wash']],
  ['due', [...GROUNDS, 'due-wash']],
  ['danger', [...GROUNDS, 'danger-wash']],
  ['on-band', ['band', 'band-deep']],
  ['band-line', ['band', 'band-deep']],
  ['on-action', ['action', 'action-strong']],
  ['on-danger', ['danger', 'danger-strong']],
];

/** Edges of controls, focus rings, drawings that carry meaning: at least 3 to 1. */
const EDGES: [string, string[]][] = [
  ['rule-strong', GROUNDS],
  ['focus', [...GROUNDS, 'action-wash']],
  ['on-band', ['band', 'band-deep']],
];

function readColours(css: string): Map<string, string> {
  const found = css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test('the yardstick itself: black on white is 21, a known grey 4.54', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('light and dark name the same colours', () => {
  expect([...readColours(DARK).keys()].sort()).toEqual([...readColours(LIGHT).keys()].sort());
});

test.each([
  ['light', LIGHT],
  ['dark', DARK],
])('a reader who asks for %s gets the very colours of that scheme', (name, css) => {
  expect(readColours(lookOf(name))).toEqual(readColours(css));
});

test.each(['black-on-white', 'white-on-black'])('%s names every colour', (name) => {
  expect([...readColours(lookOf(name)).keys()].sort()).toEqual(
    [...readColours(LIGHT).keys()].sort(),
  );
});

describe.each([
  ['light', LIGHT, { text: 4.5, edge: 3 }],
  ['dark', DARK, { text: 4.5, edge: 3 }],
  ['black-on-white', lookOf('black-on-white'), { text: 7, edge: 7 }],
  ['white-on-black', lookOf('white-on-black'), { text: 7, edge: 7 }],
])('in the %s scheme', (_scheme, css, least) => {
  const colours = readColours(css);
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));
  const get = (name: string): string => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`no token --${name}`);
    return value;
  };
  const ratio = (front: string, back: string) => contrast(get(front), get(back));

  test.each(pairs(TEXT))('text %s on %s is readable', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(least.text);
  });

  test.each(pairs(EDGES))('edge %s on %s can be seen', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(least.edge);
  });
});
