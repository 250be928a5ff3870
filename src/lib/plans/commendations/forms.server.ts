// Reads the forms of commendation from data/ once per process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CommendationForms } from './forms.ts';

const FILE = join(import.meta.dirname, '../../../../data/commendation-forms.yaml');

let table: CommendationForms | undefined;

/** Forms of commendation with who decides on them. */
export function getCommendationForms(): CommendationForms {
  table ??= CommendationForms.parse(parse(readFileSync(FILE, 'utf8'), { schema: 'core' }));
  return table;
}
