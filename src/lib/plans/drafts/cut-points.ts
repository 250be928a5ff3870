// Where a clause may be cut in two: offered in the order people look for, ends of sentences first.

/** Offsets just before a new sentence or, after a semicolon, a new part; in order of place. */
export function sentenceCuts(text: string): number[] {
  return [...text.matchAll(/[.;:!?…”]\s+(?=\S)|\n(?=\S)/gu)].map(
    (match) => match.index + match[0].length,
  );
}

/** Offsets before every word but the first: where a person can put the knife. */
export function wordCuts(text: string): number[] {
  return [...text.matchAll(/\s+(?=\S)/gu)]
    .map((match) => match.index + match[0].length)
    .filter((at) => text.slice(0, at).trim() !== '');
}

/** The cut to offer first: after the first sentence or part, else nearest to the middle. */
export function firstCut(text: string): number | undefined {
  const [sentence] = sentenceCuts(text);
  if (sentence !== undefined) return sentence;
  const middle = text.length / 2;
  return wordCuts(text).reduce<number | undefined>(
    (best, at) =>
      best === undefined || Math.abs(at - middle) < Math.abs(best - middle) ? at : best,
    undefined,
  );
}
