// What is made of an article to go where people are: papers to hang, and words that somebody sends or reads.

export const PRINT_FORMS = ['board-sheet', 'poster', 'poster-a3'] as const;
export type PrintForm = (typeof PRINT_FORMS)[number];

export const PRINT_NAMES: Readonly<Record<PrintForm, string>> = {
  'board-sheet': 'Tờ bảng tin A4',
  poster: 'Áp phích A4',
  'poster-a3': 'Áp phích A3',
};

/** Words for groups, for telephones and for the loudspeaker. */
export const TEXT_FORMS = ['chat', 'short', 'radio'] as const;
export type TextForm = (typeof TEXT_FORMS)[number];

export type DerivedForm = PrintForm | TextForm;

/** Of a paper, or of words that were sent. `stale`: the article has a newer edition; `gone`: it is off the portal. */
export type PrintState = 'current' | 'stale' | 'gone';

/** What the code on a paper leads to, for ever. */
export function paperUrl(slug: string, number: number): string {
  return `/tin/${slug}/to/${number}`;
}
