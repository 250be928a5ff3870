// Reads what people say for what the law says from data/ once per process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { fold } from '#lib/vietnam/index.ts';
import { sayingOf, type SpokenWords } from './words.ts';

const FILE = join(import.meta.dirname, '../../../../data/spoken-words.yaml');
const Words = z.object({
  abbreviations: z.record(z.string(), z.string()),
  synonyms: z.array(z.object({ says: z.array(z.string()).min(1), means: z.string().min(1) })),
  empty: z.string(),
});

let words: SpokenWords | undefined;

/** What people say for what the law says. */
export function getSpokenWords(): SpokenWords {
  words ??= readWords();
  return words;
}

function readWords(): SpokenWords {
  const given = Words.parse(parse(readFileSync(FILE, 'utf8'), { schema: 'core' }));
  return {
    abbreviations: new Map(
      Object.entries(given.abbreviations).map(([short, whole]) => [fold(short), fold(whole)]),
    ),
    synonyms: given.synonyms.map(({ says, means }) => ({
      says: says.map(sayingOf),
      means: fold(means),
    })),
    empty: new Set(fold(given.empty).split(/\s+/)),
  };
}
