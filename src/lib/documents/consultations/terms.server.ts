// Reads how long drafts have to be open from data/, once per process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ConsultationTerm } from './consultation.ts';

const FILE = join(import.meta.dirname, '../../../../data/consultation-terms.yaml');
const File = z.strictObject({
  terms: z.array(
    z.strictObject({
      valid_from: z.iso.date(),
      valid_to: z.iso.date().nullable(),
      least_days: z.int().positive(),
      source: z.string().trim().min(1),
    }),
  ),
});

let known: readonly ConsultationTerm[] | undefined;

export function readConsultationTerms(): readonly ConsultationTerm[] {
  known ??= File.parse(parse(readFileSync(FILE, 'utf8'), { schema: 'core' })).terms.map((term) => ({
    validFrom: term.valid_from,
    validTo: term.valid_to,
    leastDays: term.least_days,
    source: term.source,
  }));
  return known;
}
