// What the commune's public text is written with: which words there are, how many items hold them, and
// which are a slip of the key away from another.
import { sql } from 'kysely';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { systemJob } from '../actor.ts';
import { defineJob } from '../jobs/jobs.server.ts';
import { isOneSlip, restsOf } from './slips.ts';

/** Terms that public text holds, with how many items; 0 where they weren't counted yet. */
export async function readKnownTerms(
  tx: Tx,
  terms: readonly string[],
): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('search_word')
    .select(['word', 'entries'])
    .where('word', 'in', [...new Set(terms)])
    .execute();
  return new Map(rows.map(({ word, entries }) => [word, entries]));
}

/** For each of the words, those of public text that are one slip away from it. */
export async function readNearWords(
  tx: Tx,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const rests = new Set(words.flatMap(restsOf));
  if (rests.size === 0) return new Map();
  const rows = await tx.db
    .selectFrom('search_slip')
    .select('word')
    .distinct()
    .where('rest', 'in', [...rests])
    .execute();
  return new Map(
    words.map((word) => [
      word,
      rows
        .map((row) => row.word)
        .filter((other) => other !== word && isOneSlip(word, other))
        .sort(),
    ]),
  );
}

/** Counts the words anew and forgets those nothing holds any more. @returns how many there are */
export async function countSearchWords(tx: Tx): Promise<number> {
  const { rows } = await sql<{ known: number }>`SELECT search_count_words() AS known`.execute(
    tx.db,
  );
  return rows[0]?.known ?? 0;
}

/** The job's name. */
const COUNT_JOB = 'search.count-words';

defineJob({
  name: COUNT_JOB,
  everyMinutes: 12 * 60,
  run: async (communeId) => {
    await inCommune(communeId, countSearchWords, { write: true, actor: systemJob(COUNT_JOB) });
  },
});
