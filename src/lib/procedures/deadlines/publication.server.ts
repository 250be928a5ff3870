// Reads the terms of publication from data/ once per process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readOfficeCalendar, type Tx } from '#lib/platform/index.server.ts';
import { toPlainDate, vietnamDate } from '#lib/vietnam/index.ts';
import type { ProcedureChange } from '../import/changes.server.ts';
import {
  publicationOf,
  type Publication,
  type PublicationDays,
  type PublicationTerm,
} from './publication.ts';

const FILE = join(import.meta.dirname, '../../../../data/procedure-publication.yaml');
const Terms = z.object({
  terms: z.array(
    z.object({
      valid_from: z.string(),
      valid_to: z.string().nullable(),
      working_days: z.number().int().positive(),
      source: z.string().min(1),
    }),
  ),
});

let terms: readonly PublicationTerm[] | undefined;

function readTerms(): readonly PublicationTerm[] {
  terms ??= Terms.parse(parse(readFileSync(FILE, 'utf8'), { schema: 'core' })).terms.map((one) => ({
    validFrom: one.valid_from,
    validTo: one.valid_to,
    workingDays: one.working_days,
    source: one.source,
  }));
  return terms;
}

/** Working days the law gives on a day. */
export function readLawfulDays(day: string): number | undefined {
  return readTerms().find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  )?.workingDays;
}

export type PublicationRule = (days: PublicationDays) => Publication;

/** The rule as it stands today, by the office's own calendar. */
export async function readPublicationRule(tx: Tx): Promise<PublicationRule> {
  const { calendar } = await readOfficeCalendar(tx);
  const today = toPlainDate(tx.today);
  return (days) => publicationOf(days, today, readTerms(), calendar);
}

/** Whether each change became public in time. */
export async function readPublications(
  tx: Tx,
  changes: readonly ProcedureChange[],
): Promise<Map<string, Publication>> {
  const rule = await readPublicationRule(tx);
  return new Map(
    changes.map(({ id, decidedOn, appliedAt }) => [
      id,
      rule({ decidedOn, doneOn: appliedAt === null ? null : vietnamDate(appliedAt) }),
    ]),
  );
}
