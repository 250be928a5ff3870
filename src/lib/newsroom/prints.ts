// Papers made from an article: a sheet for the notice board and a poster.

export const PRINT_FORMS = ['board-sheet', 'poster'] as const;
export type PrintForm = (typeof PRINT_FORMS)[number];

export const PRINT_NAMES: Readonly<Record<PrintForm, string>> = {
  'board-sheet': 'Tờ bảng tin A4',
  poster: 'Áp phích A4',
};

/** `stale`: the article has a newer edition; `gone`: it is off the portal. */
export type PrintState = 'current' | 'stale' | 'gone';

/** What the code on a paper leads to, for ever. */
export function paperUrl(slug: string, number: number): string {
  return `/tin/${slug}/to/${number}`;
}
