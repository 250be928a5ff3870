// The layout the decree asks of an administrative document, as the dated data file says it; the PDF and
// the Word file are both written, and both measured in tests, against these figures.
import { z } from 'zod';

/** What the decree allows and what Loa writes. */
export const Measure = z
  .strictObject({ least: z.number(), most: z.number(), used: z.number() })
  .refine((measure) => measure.least <= measure.used && measure.used <= measure.most);
export type Measure = z.infer<typeof Measure>;

const LETTERS = [
  'nation',
  'motto',
  'superior',
  'issuer',
  'number',
  'placeAndDate',
  'typeName',
  'title',
  'about',
  'body',
  'signature',
  'recipientsHead',
  'recipients',
  'table',
  'pageNumber',
  'mark',
] as const;

/** Lengths in millimetres; letters and the gap of paragraphs in points; spacing in lines. */
export const DocumentLayout = z.strictObject({
  source: z.string().min(1),
  valid_from: z.iso.date(),
  valid_to: z.iso.date().nullable(),
  paper: z.strictObject({ width: z.number(), height: z.number() }),
  margins: z.strictObject({ top: Measure, bottom: Measure, left: Measure, right: Measure }),
  headColumns: z.strictObject({ left: z.number(), right: z.number() }),
  letters: z.record(z.enum(LETTERS), Measure),
  firstLine: Measure,
  paragraphGap: Measure,
  lineSpacing: Measure,
});
export type DocumentLayout = z.infer<typeof DocumentLayout>;
