// "Was this clear?": what people may answer with one tap, and what the office makes of it.

/** Parts somebody may name who found the page unclear. */
export const unclearParts = {
  papers: 'Giấy tờ cần mang',
  term: 'Bao lâu có kết quả',
  fee: 'Hết bao nhiêu tiền',
  place: 'Nộp ở đâu, gặp ai',
  words: 'Từ ngữ khó hiểu',
} as const;
export type UnclearPart = keyof typeof unclearParts;
export type ClarityAnswer = 'clear' | 'unclear' | UnclearPart;

export function isClarityAnswer(text: string): text is ClarityAnswer {
  return text === 'clear' || text === 'unclear' || Object.hasOwn(unclearParts, text);
}

export interface CountedAnswer {
  readonly code: string;
  readonly answer: ClarityAnswer;
  readonly times: number;
}

export interface Clarity {
  readonly code: string;
  readonly clear: number;
  readonly unclear: number;
  /** Parts that were named, the most often first. */
  readonly parts: readonly { readonly part: UnclearPart; readonly times: number }[];
}

/** Answers by procedure, what was found unclear most often first. */
export function clarityOf(answers: readonly CountedAnswer[]): Clarity[] {
  const sum = (some: readonly CountedAnswer[]) => some.reduce((total, one) => total + one.times, 0);
  return [...Map.groupBy(answers, ({ code }) => code)]
    .map(([code, own]) => ({
      code,
      clear: sum(own.filter(({ answer }) => answer === 'clear')),
      unclear: sum(own.filter(({ answer }) => answer === 'unclear')),
      parts: (Object.keys(unclearParts) as UnclearPart[])
        .map((part) => ({ part, times: sum(own.filter(({ answer }) => answer === part)) }))
        .filter(({ times }) => times > 0)
        .toSorted((one, other) => other.times - one.times),
    }))
    .toSorted((one, other) => other.unclear - one.unclear || (one.code < other.code ? -1 : 1));
}
