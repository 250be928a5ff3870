// What the filters of the list of procedures offer: values of the register with how many have each. Pure.
import { registerValue } from '#lib/portal/index.ts';
import type { Choice, Language } from '#lib/ui/index.ts';
import { compareVietnamese, slugify } from '#lib/vietnam/index.ts';

/**
 * The label carries the count. Spellings that are chosen as one are offered as one, as most procedures write it:
 * the register has "Thi đua, khen thưởng" and "Thi đua - khen thưởng".
 */
export function choicesOf(
  values: readonly string[],
  language: Language,
  kind: 'field' | 'audience',
): Choice[] {
  const spellings = new Map<string, string[]>();
  for (const value of values.filter((one) => one !== '')) {
    const slug = slugify(value);
    spellings.set(slug, [...(spellings.get(slug) ?? []), value]);
  }
  return [...spellings]
    .map(([slug, all]) => ({
      slug,
      count: all.length,
      ...registerValue(language, kind, mostCommon(all)),
    }))
    .toSorted((one, other) => compareVietnamese(one.text, other.text))
    .map(({ slug, count, text, lang }) => ({ value: slug, label: `${text} (${count})`, lang }));
}

function mostCommon(values: readonly string[]): string {
  const countOf = (value: string) => values.filter((one) => one === value).length;
  return [...new Set(values)].toSorted((one, other) => countOf(other) - countOf(one))[0] ?? '';
}
