// What the commune says of a procedure in its own words, beside the legal text: a plain summary, who
// handles it here, questions people ask.
import { z } from 'zod';

const line = (most: number) => z.string().trim().max(most).default('');

export const GuideQuestion = z.object({
  question: z.string().trim().min(1).max(300),
  answer: z.string().trim().min(1).max(2000),
});

export const ProcedureGuide = z.object({
  summary: line(2000),
  /** The position that handles it, never a person's name. */
  handler: line(200),
  room: line(200),
  /** Id of the hotline to ring; empty: those of the office. The number is the hotline's, never kept here. */
  hotline: z.union([z.literal(''), z.uuid()]).default(''),
  hours: line(200),
  place: line(300),
  /** Where to file online. */
  onlineUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** What the commune has to say of charges: who pays nothing here, how to pay. */
  feeNote: line(500),
  tips: line(2000),
  questions: z.array(GuideQuestion).max(20).default([]),
});
export type ProcedureGuide = z.infer<typeof ProcedureGuide>;

export const emptyGuide: ProcedureGuide = {
  summary: '',
  handler: '',
  room: '',
  hotline: '',
  hours: '',
  place: '',
  onlineUrl: '',
  feeNote: '',
  tips: '',
  questions: [],
};

/**
 * Questions as an officer writes them in one field: a line ending in a question mark, its answer below,
 * an empty line between two.
 */
export function parseQuestions(text: string): ProcedureGuide['questions'] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      const [question = '', ...answer] = block.split('\n');
      return { question: question.trim(), answer: answer.join('\n').trim() };
    });
}

/** The way back, for the field. */
export function writeQuestions(questions: ProcedureGuide['questions']): string {
  return questions.map(({ question, answer }) => `${question}\n${answer}`).join('\n\n');
}
