// What documents and their days are called in the language of a page.
import { documentWords, englishType, wordsIn } from '#lib/portal/index.ts';
import type { Language } from '#lib/ui/index.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import * as vietnamese from './names.ts';

interface Named {
  readonly type: string | null;
  readonly code: string | null;
  readonly issuedOn: string | null;
  readonly title?: string;
}

export function namesIn(language: Language) {
  const { day: said } = wordsIn(language);
  const { dated } = documentWords(language);
  const typeName = language === 'en' ? englishType : vietnamese.typeName;
  /** Nothing where there is no day. */
  function day(date: string | null): string {
    return date === null ? '' : isPlainDate(date) ? said(date) : date;
  }
  /** "Decree 30/2020/NĐ-CP of 5 March 2020", as far as it is known. */
  function nameOf({ type, code, issuedOn, title }: Named): string {
    if (!code && title) return `${typeName(type)}: ${title}`;
    return `${typeName(type)}${code ? ` ${code}` : ''}${issuedOn ? dated(day(issuedOn)) : ''}`;
  }
  return { typeName, day, nameOf };
}
