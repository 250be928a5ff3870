// A live reference: which figure of a report, of which acts. Stored in drafts and forms as data, so its
// schema is what a stored one is read through.
import { z } from 'zod';
import { QUANTITIES } from '#lib/plans/index.ts';

/** What is counted: acts, acts that something proves, or one of the quantities acts are counted in. */
export const MEASURES = ['acts', 'evidenced', ...QUANTITIES] as const;
export type MeasureName = (typeof MEASURES)[number];

/** By what a figure may be narrowed; each holds an id. */
export const FILTERS = ['kind', 'channel', 'unit', 'topic'] as const;
export type FilterName = (typeof FILTERS)[number];

export const FigureReference = z.strictObject({
  measure: z.enum(MEASURES),
  /** `period`: within the report's days; `cumulative`: from 1 January to its last day. */
  span: z.enum(['period', 'cumulative']),
  filter: z.partialRecord(z.enum(FILTERS), z.string().min(1)),
});
export type FigureReference = z.infer<typeof FigureReference>;
