// Reads what people ask in English from data/ once per process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { inVietnamese, wordsOf, type EnglishWords } from './question.ts';

const FILE = join(import.meta.dirname, '../../../../data/english-words.yaml');
const Words = z.object({
  /** The day on which somebody held every term against the national register of procedures; null until then. */
  checked: z.iso.date().nullable(),
  words: z.array(z.object({ says: z.array(z.string().min(1)).min(1), means: z.string().min(1) })),
  empty: z.string(),
});

let words: EnglishWords | undefined;

/** A question asked in English in the words of offices here; undefined where none of it is known. */
export function asVietnamese(question: string): string | undefined {
  words ??= readWords();
  return inVietnamese(question, words);
}

/** @throws Error where a phrase stands for two things */
export function readWords(): EnglishWords {
  const given = Words.parse(parse(readFileSync(FILE, 'utf8'), { schema: 'core' }));
  const means = new Map<string, string>();
  for (const { says, means: meaning } of given.words) {
    for (const phrase of says.map((one) => wordsOf(one).join(' '))) {
      if (means.has(phrase)) throw new Error(`“${phrase}” stands twice in english-words.yaml`);
      means.set(phrase, meaning);
    }
  }
  return { means, empty: new Set(wordsOf(given.empty)) };
}
