// What the site of a commune has to carry, as dated data: which law asks for it on a day, who fills it, how
// often somebody must look at it again. Pure.
import { addMonths, toPlainDate } from '#lib/vietnam/index.ts';

/** A law that asks for something. */
export interface Demand {
  /** YYYY-MM-DD, both days included; null while it holds. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  /** Somebody held the list against the words of the law. */
  readonly isChecked: boolean;
}

export interface SiteSection {
  /** Also the address of its first page. */
  readonly id: string;
  /** Id of its group. */
  readonly group: string;
  readonly name: string;
  readonly about: string;
  readonly demands: readonly Demand[];
  /** Address of what Loa makes by itself; null where the office writes. */
  readonly filledBy: string | null;
  /** What Loa draws below the office's words. */
  readonly drawn: 'units' | null;
  /** Months after which it is stale; null where it can't be. */
  readonly reviewMonths: number | null;
  /** Light markup that a new page begins with. */
  readonly start: string;
}

export interface SiteSections {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly sections: readonly SiteSection[];
}

/** The laws that ask for the section on a day; none means that it is only good to have. */
export function demandsOn(section: Pick<SiteSection, 'demands'>, day: string): Demand[] {
  return section.demands.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
}

export type SectionState = 'present' | 'stale' | 'missing';

/**
 * How a section stands on a day.
 * @param lookedOn the last day it changed or was read again; undefined where there is nothing
 */
export function sectionState(
  { reviewMonths }: Pick<SiteSection, 'reviewMonths'>,
  lookedOn: string | undefined,
  today: string,
): SectionState {
  if (lookedOn === undefined) return 'missing';
  if (reviewMonths === null) return 'present';
  return addMonths(toPlainDate(lookedOn), reviewMonths) < today ? 'stale' : 'present';
}

/** Places of a scaffold that nobody has filled in. */
export function unfilledPlaces(plain: string): string[] {
  return [...plain.matchAll(/\(điền(?:: [^)]*)?\)/gu)].map(([place]) => place);
}

/** Where everybody reads a page of the office. */
export function publicPageUrl(slug: string): string {
  return `/thong-tin/${slug}`;
}
