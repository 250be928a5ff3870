// What else to read beside an article, a document or a procedure: chosen by what is recorded of both, never
// by who reads what. Pure.

export type RelatedKind = 'article' | 'document' | 'procedure';

export interface Relatable {
  readonly kind: RelatedKind;
  /** Its page; tells it from every other. */
  readonly href: string;
  readonly title: string;
  /** Number and symbol of a document; empty for others and where it has none. */
  readonly code: string;
  /** When it was made public, issued or took effect: YYYY-MM-DD; empty where nobody says. */
  readonly day: string;
  /** Topics of plans, or occasions in life. */
  readonly topics: readonly string[];
  /** Pages that it leads to, names or rests on. */
  readonly leadsTo: readonly string[];
  /** Section of the news or field of work; empty where it has none. */
  readonly section: string;
}

export interface Beside {
  /** Nothing is related: these are only the newest of the page's own kind. */
  readonly isNewest: boolean;
  readonly items: readonly Relatable[];
}

const MOST = 5;
/** So many of one kind, as long as there are others: an article's procedure is worth more than a fourth article. */
const OF_ONE_KIND = 3;

/** What stands beside a page: what is related to it, or else the newest of its kind. */
export function findBeside(page: Relatable, others: readonly Relatable[]): Beside {
  const related = rankRelated(page, others);
  if (related.length > 0) return { isNewest: false, items: pick(related) };
  const newest = others
    .filter(({ kind, href }) => kind === page.kind && href !== page.href)
    .toSorted(newerFirst);
  return { isNewest: true, items: newest.slice(0, MOST) };
}

/**
 * All that is related to a page, the nearest first: by topics both have, then by links between them or to
 * the same page, then by the same section or field; what is newer stands before what is as near.
 */
export function rankRelated(page: Relatable, others: readonly Relatable[]): Relatable[] {
  const led = new Set(page.leadsTo);
  return others
    .flatMap((other) => {
      if (other.href === page.href) return [];
      const nearness = [topicsOf(page, other), linkOf(page, led, other), sectionOf(page, other)];
      return nearness.some((one) => one > 0) ? [{ other, nearness }] : [];
    })
    .toSorted((one, two) => nearer(one.nearness, two.nearness) || newerFirst(one.other, two.other))
    .map(({ other }) => other);
}

/** The first ones, not too many of one kind, in their order. */
function pick(ranked: readonly Relatable[]): Relatable[] {
  const counts = new Map<RelatedKind, number>();
  const chosen = new Set<Relatable>();
  for (const one of ranked) {
    if (chosen.size === MOST) break;
    const count = counts.get(one.kind) ?? 0;
    if (count === OF_ONE_KIND) continue;
    counts.set(one.kind, count + 1);
    chosen.add(one);
  }
  for (const one of ranked) {
    if (chosen.size === MOST) break;
    chosen.add(one);
  }
  return ranked.filter((one) => chosen.has(one));
}

function topicsOf(page: Relatable, other: Relatable): number {
  return page.topics.filter((topic) => other.topics.includes(topic)).length;
}

/** 2 where one leads to the other, 1 where both lead to the same. */
function linkOf(page: Relatable, led: ReadonlySet<string>, other: Relatable): number {
  if (led.has(other.href) || other.leadsTo.includes(page.href)) return 2;
  return other.leadsTo.some((href) => led.has(href)) ? 1 : 0;
}

function sectionOf(page: Relatable, other: Relatable): number {
  return page.section !== '' && page.section === other.section ? 1 : 0;
}

function nearer(one: readonly number[], two: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== two[index]);
  return (two[at] ?? 0) - (one[at] ?? 0);
}

/** Where days are the same, by address: the same list in every process. */
function newerFirst(one: Relatable, two: Relatable): number {
  if (one.day !== two.day) return one.day < two.day ? 1 : -1;
  return one.href < two.href ? -1 : one.href > two.href ? 1 : 0;
}
