// Judges the search of procedures: questions people ask, over a register of names and fields, typed in
// three ways. Synonyms may be tuned on the odd questions; only the even ones judge.
import { fold } from '#lib/vietnam/index.ts';

export interface Question {
  /** Counted from 1 in the file. */
  readonly number: number;
  readonly topic: string;
  readonly text: string;
}

export interface Tally {
  readonly asked: number;
  readonly first: number;
  readonly inFive: number;
  readonly missed: readonly Question[];
}

export const spellings: Readonly<Record<string, (text: string) => string>> = {
  'with accents': (text) => text,
  'without accents': fold,
  'with slips of the key': withSlips,
};

/** Lines of topic and text; remarks, and questions no procedure answers, are left out. */
export function readQuestions(file: string): Question[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const [topic = '', text = ''] = line.split('\t');
      return { number: index + 1, topic, text };
    })
    .filter(({ topic }) => !topic.startsWith('NONE:'));
}

export interface RegisterRow {
  readonly code: string;
  readonly topic: string;
  readonly title: string;
  readonly field: string;
}

export function readRegister(file: string): RegisterRow[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const [topic = '', title = '', field = ''] = line.split('\t');
      return { code: `row-${index + 1}`, topic, title, field };
    });
}

/** Unaccented, and in every third syllable of four letters or more two neighbours swapped. */
function withSlips(text: string): string {
  let long = 0;
  return fold(text)
    .split(' ')
    .map((word) => {
      if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
      long += 1;
      return long % 3 === 0 ? `${word[0]}${word[2]}${word[1]}${word.slice(3)}` : word;
    })
    .join(' ');
}

export function judge(
  questions: readonly Question[],
  find: (text: string) => readonly string[],
  codeOf: ReadonlyMap<string, string>,
  spell: (text: string) => string,
): Tally {
  let first = 0;
  let inFive = 0;
  const missed: Question[] = [];
  for (const question of questions) {
    const found = find(spell(question.text)).slice(0, 5);
    const at = found.indexOf(codeOf.get(question.topic) ?? '');
    if (at === 0) first += 1;
    else missed.push(question);
    if (at >= 0) inFive += 1;
  }
  return { asked: questions.length, first, inFive, missed };
}
