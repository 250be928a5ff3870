// Kinds, years and topics to narrow a search by, each with the address that does it or takes it back.
import { searchAddress, type SearchQuestion } from '#lib/portal/index.ts';
import type { Facet, Facets } from '#lib/platform/index.ts';
import { kindName } from './kind-names.ts';

export interface FacetLink {
  readonly label: string;
  readonly count: number | undefined;
  readonly href: string;
  readonly chosen: boolean;
}

export interface FacetGroup {
  readonly title: string;
  readonly links: readonly FacetLink[];
}

/** Groups worth showing: those that leave a choice, or where one was made. */
export function facetLinks(question: SearchQuestion, facets: Facets): FacetGroup[] {
  const group = (
    title: string,
    values: readonly Facet[],
    chosen: string | undefined,
    change: (value: string | undefined) => Partial<SearchQuestion>,
    label = (value: string) => value,
  ): FacetGroup => ({
    title,
    links: withChosen(values, chosen).map(({ value, count }) => ({
      label: label(value),
      count,
      chosen: value === chosen,
      href: searchAddress({ ...question, ...change(value === chosen ? undefined : value) }),
    })),
  });
  const year = question.year === undefined ? undefined : String(question.year);
  return [
    group('Loại', facets.kinds, question.kind, (kind) => ({ kind }), kindName),
    group('Năm', facets.years, year, (value) => ({
      year: value === undefined ? undefined : Number(value),
    })),
    group('Lĩnh vực, chuyên mục', facets.topics, question.topic, (topic) => ({ topic })),
  ].filter(({ links }) => links.length > 1 || links.some(({ chosen }) => chosen));
}

/** A choice stays to be taken back, even where nothing is left of it. */
function withChosen(values: readonly Facet[], chosen: string | undefined): readonly Facet[] {
  if (chosen === undefined || values.some(({ value }) => value === chosen)) return values;
  return [{ value: chosen, count: undefined }, ...values];
}
