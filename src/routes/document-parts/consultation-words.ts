// Words of the pages where people comment on drafts, and of those where the office reads them.
import { daysLeft, type PublicPaper } from '#lib/documents/index.ts';
import { consultationWords } from '#lib/portal/index.ts';
import type { Choice, Language } from '#lib/ui/index.ts';

/** "Còn 12 ngày", "Hôm nay là ngày cuối". */
export function daysLeftInWords(
  closesOn: string,
  today: string,
  language: Language = 'vi',
): string {
  return consultationWords(language).daysLeft(daysLeft(closesOn, today));
}

const LONGEST = 90;

/** What a section of a draft is called: "Điều 3. Lịch họp", or how it begins. */
export function partName(
  { sections }: PublicPaper,
  part: number | null,
  language: Language = 'vi',
): string {
  const section = part === null ? undefined : sections[part];
  if (!section) return consultationWords(language).wholeDraft;
  const words = section.heading ?? section.text;
  const said = [section.number, words].filter(Boolean).join('. ').replace(/\s+/g, ' ');
  return said.length > LONGEST ? `${said.slice(0, LONGEST - 1).trimEnd()}…` : said;
}

/** Sections to choose from, with the whole draft first: those with a number or a heading where there are any. */
export function partChoices(paper: PublicPaper, language: Language = 'vi'): Choice[] {
  const all = paper.sections.map((section, at) => ({ section, at }));
  const named = all.filter(({ section }) => section.number !== null || section.heading !== null);
  return [
    { value: '', label: consultationWords(language).wholeDraft },
    ...(named.length > 0 ? named : all).map(({ at }) => {
      const choice = { value: String(at), label: partName(paper, at) };
      return language === 'en' ? { ...choice, lang: 'vi' } : choice;
    }),
  ];
}
