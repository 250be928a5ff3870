// Prints how many questions find the right procedure first and among the first five, over a register of
// names and fields, in three spellings: the half that synonyms were tuned on, and the half that judges.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ProcedureIndex } from '#lib/procedures/index.ts';
import { getSpokenWords } from '#lib/platform/index.server.ts';
import { judge, readQuestions, readRegister, spellings } from './procedure-questions.ts';

const REGISTER = path.join(import.meta.dirname, '../procedures/register.tsv');

export function scoreQuestions(samples: string, say: (line: string) => void): void {
  const file = path.join(samples, 'cau-hoi/tinh-huong.tsv');
  if (!existsSync(file)) return;
  const questions = readQuestions(readFileSync(file, 'utf8'));
  const register = readRegister(readFileSync(REGISTER, 'utf8'));
  const codeOf = new Map(register.map(({ topic, code }) => [topic, code]));
  const index = new ProcedureIndex(
    register.map((row) => ({ ...row, audience: '' })),
    getSpokenWords(),
  );
  const find = (text: string) => index.find(text, 5).map(({ code }) => code);
  say(`\nquestions over ${register.length} procedures`);
  for (const [half, rest] of [
    ['odd, tuned on', 1],
    ['even, judged', 0],
  ] as const) {
    const own = questions.filter(({ number }) => number % 2 === rest);
    for (const [name, spell] of Object.entries(spellings)) {
      const { asked, first, inFive } = judge(own, find, codeOf, spell);
      say(`${half}, ${name}: ${first} of ${asked} first, ${inFive} in the first five`);
    }
  }
}
