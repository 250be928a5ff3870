// Reads the table of act kinds from data/ once per process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ActKinds } from './kinds.ts';

const FILE = join(import.meta.dirname, '../../../../data/act-kinds.yaml');

let table: ActKinds | undefined;

/** Kinds and channels of acts, with what each is counted in. */
export function getActKinds(): ActKinds {
  // `core` reads a date as text, as it stands in the file.
  table ??= ActKinds.parse(parse(readFileSync(FILE, 'utf8'), { schema: 'core' }));
  return table;
}
