// Two catalogues of the same words, Vietnamese and English. English is held to the keys of Vietnamese by its
// type: a word that is missing doesn't compile. Pure.
import type { Language } from '#lib/ui/index.ts';

/** What is said in either language: words, or words made of what is handed in. */
export type Said<Vietnamese> = {
  readonly [Key in keyof Vietnamese]: Vietnamese[Key] extends string ? string : Vietnamese[Key];
};

/** @returns the words in the language of a page's address, see `languageOf` */
export function inBoth<Vietnamese extends object>(
  vietnamese: Vietnamese,
  english: Said<Vietnamese>,
): (language: Language) => Said<Vietnamese> {
  return (language) => (language === 'en' ? english : (vietnamese as Said<Vietnamese>));
}
