// Reads the fixed terms from data/, once per process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FixedTerm } from './fixed-terms.ts';

const FILE = join(import.meta.dirname, '../../../data/fixed-terms.yaml');
const Line = z.string().trim().min(1);
const File = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        term: Line,
        wrong: z.array(Line).min(1),
        valid_from: z.iso.date().optional(),
        source: Line,
      }),
    )
    .min(1),
});

let known: readonly FixedTerm[] | undefined;

/** Terms in the order of the file. */
export function readFixedTerms(): readonly FixedTerm[] {
  known ??= File.parse(parse(readFileSync(FILE, 'utf8'))).terms.map(
    ({ term, wrong, source, valid_from: validFrom }) => ({
      ...{ term, source, validFrom: validFrom ?? null },
      wrong: wrong.map((form) => form.normalize('NFC')),
    }),
  );
  return known;
}
