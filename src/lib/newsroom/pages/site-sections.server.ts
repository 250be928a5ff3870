// Reads what the site of a commune has to carry from data/, once per process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SiteSections } from './site-sections.ts';

const FILE = join(import.meta.dirname, '../../../../data/site-sections.yaml');
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Line = z.string().trim().min(1);
const Law = z.strictObject({
  valid_from: z.iso.date(),
  valid_to: z.iso.date().nullable(),
  source: Line,
  checked: z.boolean(),
});
const Section = z
  .strictObject({
    id: Id,
    group: Id,
    name: Line,
    about: Line,
    laws: z.array(Id),
    filled_by: z.string().startsWith('/').optional(),
    drawn: z.enum(['units']).optional(),
    review_months: z.int().positive().nullable(),
    start: z.string().optional(),
  })
  .refine(({ filled_by, start }) => (filled_by === undefined) !== (start === undefined), {
    error: 'a section is either filled by Loa or begins with a scaffold',
  });
const File = z.strictObject({
  laws: z.record(Id, Law),
  groups: z.array(z.strictObject({ id: Id, name: Line })).min(1),
  sections: z.array(Section).min(1),
});

let known: SiteSections | undefined;

/** Sections in the order of the file. */
export function readSiteSections(): SiteSections {
  known ??= load();
  return known;
}

function load(): SiteSections {
  const { laws, groups, sections } = File.parse(
    parse(readFileSync(FILE, 'utf8'), { schema: 'core' }),
  );
  return {
    groups,
    sections: sections.map((section) => ({
      id: section.id,
      group: section.group,
      name: section.name,
      about: section.about,
      demands: section.laws.map((id) => {
        const law = laws[id];
        if (!law) throw new Error(`data/site-sections.yaml: ${section.id} names no law "${id}"`);
        const { valid_from, valid_to, source, checked } = law;
        return { validFrom: valid_from, validTo: valid_to, source, isChecked: checked };
      }),
      filledBy: section.filled_by ?? null,
      drawn: section.drawn ?? null,
      reviewMonths: section.review_months,
      start: section.start ?? '',
    })),
  };
}

/** The sections that the office writes itself. */
export function writtenSections() {
  return readSiteSections().sections.filter(({ filledBy }) => filledBy === null);
}
