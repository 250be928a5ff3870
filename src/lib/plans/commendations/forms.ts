// Forms of commendation, and who may decide on them on a given day.
import { z } from 'zod';

const Day = z.iso.date();

export const CommendationForms = z.object({
  /** Before this day the competence was not held against the law of its time. */
  checked_from: Day,
  sources: z.record(z.string(), z.string()),
  forms: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      needs_decision: z.boolean(),
      /** Spells in which the commune's chairman decides; `from: null` has no known beginning. */
      chairman: z
        .array(z.object({ from: Day.nullable(), to: Day.optional(), source: z.string() }))
        .default([]),
    }),
  ),
});
export type CommendationForms = z.infer<typeof CommendationForms>;
export type CommendationFormEntry = CommendationForms['forms'][number];

export interface Competence {
  /** The commune's chairman may decide on this form that day. */
  readonly chairman: boolean;
  /** The rule it rests on, in Vietnamese; null where a higher body decides. */
  readonly source: string | null;
  /** False: the day lies before what was checked. */
  readonly checked: boolean;
  /** The first day from which the chairman decides, where that is later. */
  readonly from: string | null;
}

/** @throws RangeError for a form that is not in the table */
export function getForm(table: CommendationForms, id: string): CommendationFormEntry {
  const found = table.forms.find((form) => form.id === id);
  if (!found) throw new RangeError(`unknown form of commendation ${id}`);
  return found;
}

/** Who decides on a form on a day, YYYY-MM-DD. */
export function competenceOn(table: CommendationForms, id: string, day: string): Competence {
  const { chairman } = getForm(table, id);
  const spell = chairman.find(
    ({ from, to }) => (from === null || from <= day) && (to === undefined || day <= to),
  );
  const later = chairman.find(({ from }) => from !== null && from > day);
  return {
    chairman: spell !== undefined,
    source: spell ? (table.sources[spell.source] ?? spell.source) : null,
    checked: day >= table.checked_from,
    from: spell ? null : (later?.from ?? null),
  };
}
