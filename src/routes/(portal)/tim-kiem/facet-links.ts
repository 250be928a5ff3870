// Kinds, years and topics to narrow a search by, each with the address that does it or takes it back.
import { searchAddress, searchWords, type SearchQuestion } from '#lib/portal/index.ts';
import type { Facet, Facets } from '#lib/platform/index.ts';
import { addressIn, type Language } from '#lib/ui/index.ts';

export interface FacetLink {
  readonly label: string;
  readonly count: number | undefined;
  readonly href: string;
  readonly chosen: boolean;
}

export interface FacetGroup {
  readonly title: string;
  /** Of the labels, where they are the office's own words on a page in English. */
  readonly lang: 'vi' | undefined;
  readonly links: readonly FacetLink[];
}

/** Groups worth showing: those that leave a choice, or where one was made. */
export function facetLinks(
  question: SearchQuestion,
  facets: Facets,
  language: Language,
): FacetGroup[] {
  const words = searchWords(language);
  const page = addressIn(language, '/tim-kiem');
  const group = (
    title: string,
    values: readonly Facet[],
    chosen: string | undefined,
    change: (value: string | undefined) => Partial<SearchQuestion>,
    label = (value: string) => value,
  ): FacetGroup => ({
    title,
    lang: undefined,
    links: withChosen(values, chosen).map(({ value, count }) => ({
      label: label(value),
      count,
      chosen: value === chosen,
      href: searchAddress(
        { ...question, ...change(value === chosen ? undefined : value) },
        1,
        page,
      ),
    })),
  });
  const year = question.year === undefined ? undefined : String(question.year);
  return [
    group(words.kind, facets.kinds, question.kind, (kind) => ({ kind }), words.kindName),
    group(words.year, facets.years, year, (value) => ({
      year: value === undefined ? undefined : Number(value),
    })),
    {
      ...group(words.topic, facets.topics, question.topic, (topic) => ({ topic })),
      lang: language === 'en' ? ('vi' as const) : undefined,
    },
  ].filter(({ links }) => links.length > 1 || links.some(({ chosen }) => chosen));
}

/** A choice stays to be taken back, before the others, even where nothing is left of it. */
function withChosen(values: readonly Facet[], chosen: string | undefined): readonly Facet[] {
  if (chosen === undefined) return values;
  const own = values.find(({ value }) => value === chosen) ?? { value: chosen, count: undefined };
  return [own, ...values.filter(({ value }) => value !== chosen)];
}
