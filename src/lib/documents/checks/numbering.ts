// Numbers of headings and items: twice the same, one left out, not beginning at the beginning.
import { finding, type Finding } from '../findings.ts';
import { isBullet, ordinalOf, type Mark } from '../marks.ts';
import type { OutlineNode } from '../outline.ts';
import type { Span } from '../spans.ts';

interface Numbered {
  mark: Mark;
  /** What its number counts to. */
  count: number;
  span: Span;
}

/** Duplicates and gaps among siblings, at every depth. A list that begins anew is no mistake. */
export function checkNumbering(text: string, nodes: readonly OutlineNode[]): Finding[] {
  const lists = new Map<string, Numbered[]>();
  const findings: Finding[] = [];
  for (const node of nodes) {
    const entry = numbered(node);
    if (entry) {
      const key = `${entry.mark.kind}/${entry.mark.rank}`;
      const list = lists.get(key);
      if (list) list.push(entry);
      else lists.set(key, [entry]);
    }
    for (const inside of checkNumbering(text, node.children)) findings.push(inside);
  }
  for (const list of lists.values())
    findings.push(...checkStart(text, list), ...checkOrder(text, list));
  return findings;
}

function numbered({ mark, extent, heading, own, start }: OutlineNode): Numbered | undefined {
  if (!mark || isBullet(mark.kind)) return undefined;
  const count = ordinalOf(mark);
  const span: Span = [extent[0], heading?.span[1] ?? own[0]?.span[1] ?? start];
  return count === undefined ? undefined : { mark, count, span };
}

/** A single number is no list: it may be a figure that came to stand at the start of a line. */
function checkStart(text: string, list: readonly Numbered[]): Finding[] {
  const [first] = list;
  if (!first || list.length < 2 || first.count === 1 || first.mark.kind === 'article') return [];
  if (followsRow(text, first)) return [];
  const expected = { letter: 'a', roman: 'I' }[first.mark.kind as string] ?? '1';
  return [finding('numbering.start', first.span, { number: first.mark.number, expected })];
}

/** `3.3` after a line `3.2` that belongs to something else, as rows of a table do that was cut in two. */
function followsRow(text: string, { mark, count, span }: Numbered): boolean {
  const parent = mark.number.split('.').slice(0, -1).join('\\.');
  if (parent === '') return false;
  const before = new RegExp(`(?:^|\\n)[^\\S\\n]*${parent}\\.${count - 1}[.)\\s]`);
  return before.test(text.slice(Math.max(0, span[0] - NEAR), span[0]));
}

const NEAR = 4000;

function checkOrder(text: string, list: readonly Numbered[]): Finding[] {
  return list.slice(1).flatMap((entry, index) => {
    const before = list[index];
    if (!before || parentOf(entry) !== parentOf(before) || beginsAnew(entry)) return [];
    const { number } = entry.mark;
    if (entry.count <= before.count)
      return [finding('numbering.duplicate', entry.span, { number })];
    if (entry.count === before.count + 1 || skipsD(before, entry)) return [];
    if (runsOn(text, before, entry)) return [];
    return [finding('numbering.gap', entry.span, { before: before.mark.number, number })];
  });
}

/** Items may begin at 1 again under each paragraph; the parts of a document don't. */
function beginsAnew({ mark, count }: Numbered): boolean {
  return count === 1 && mark.kind !== 'roman';
}

/** `2.1` and `3.1` count apart. */
function parentOf({ mark }: Numbered): string {
  return mark.number.split('.').slice(0, -1).join('.');
}

/** Whether the one number left out stands inside the item before it: a line break was lost, no item. */
function runsOn(text: string, before: Numbered, entry: Numbered): boolean {
  if (entry.count !== before.count + 2 || before.mark.kind !== 'letter') return false;
  const between = text.slice(before.span[0], entry.span[0]);
  return [...between.matchAll(/[\s.;]([a-zđ])[.)]\s+(?=\p{Lu})/gu)].some(
    ([, letter]) => ordinalOf({ kind: 'letter', number: letter ?? '' }) === before.count + 1,
  );
}

/** Many go from d) to e) without đ). */
function skipsD(before: Numbered, entry: Numbered): boolean {
  return before.mark.number === 'd' && entry.mark.number === 'e';
}
