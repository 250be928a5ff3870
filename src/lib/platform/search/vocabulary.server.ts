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

/** Words that one or two letters may begin are hundreds; each of them is a list to read. */
const MOST_COMPLETIONS = 20;

/**
 * Words of public text that begin with `begun`, the commonest first: of many, those that stand behind the
 * word `before` somewhere.
 */
export async function readCompletions(
  tx: Tx,
  begun: string,
  before: string | undefined,
): Promise<readonly string[]> {
  const words = await readBegun(tx, begun);
  if (words.length <= MOST_COMPLETIONS || before === undefined) {
    return words.slice(0, MOST_COMPLETIONS);
  }
  const behind = (await readBegun(tx, `${before} ${begun}`)).map(
    (pair) => pair.split(' ')[1] ?? '',
  );
  return (behind.length > 0 ? behind : words).slice(0, MOST_COMPLETIONS);
}

/** Words, or pairs where `begun` is a word and a beginning; one more than are used. */
async function readBegun(tx: Tx, begun: string): Promise<string[]> {
  const blanks = begun.split(' ').length - 1;
  const { rows } = await sql<{ word: string }>`
    SELECT word FROM search_word
    WHERE word COLLATE "C" >= ${begun} AND word COLLATE "C" < ${`${begun}{`}
      AND length(word) - length(replace(word, ' ', '')) = ${blanks}
    ORDER BY entries DESC, word COLLATE "C" LIMIT ${MOST_COMPLETIONS + 1}`.execute(tx.db);
  return rows.map(({ word }) => word);
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
