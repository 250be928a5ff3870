// An article as a draft for the loudspeaker: what an announcer reads as it stands, with abbreviations,
// numbers and dates in words.
import { lengthOf, richTextToPlain, type RichText } from '#lib/platform/index.ts';
import { capitalize, toSpoken } from '#lib/vietnam/index.ts';
import type { Article } from './article.ts';

/** Syllables a minute of an announcer who wants to be understood in a yard. */
const SYLLABLES_A_MINUTE = 150;

export interface RadioText {
  readonly text: string;
  /** To read it once, at least 1. */
  readonly minutes: number;
}

/** @param office as it is said: "xã Tiền Tiến"; left out, the article is read without greeting and end */
export function radioText(article: Article, office?: string): RadioText {
  const lines = [
    ...(office === undefined
      ? [sentence(article.title)]
      : ['Kính thưa bà con.', `Sau đây là tin của ${office}: ${sentence(article.title)}`]),
    ...(article.summary ? [sentence(article.summary)] : []),
    ...richTextToPlain(withoutPictures(article.body))
      .split('\n')
      .map((line) =>
        line
          .replace(/^\s*(?:-|\d+\.)\s+/u, '')
          .replaceAll(' | ', ', ')
          .trim(),
      )
      .filter((line) => line !== '')
      .map(sentence),
    ...(office === undefined ? [] : ['Xin cảm ơn bà con đã lắng nghe.']),
  ];
  const text = lines.map((line) => capitalize(toSpoken(line))).join('\n');
  return { text, minutes: Math.max(1, Math.round(secondsAloud(text) / 60)) };
}

/** How long an announcer reads a text that is in words already, in seconds. */
export function secondsAloud(spoken: string): number {
  return Math.round((lengthOf(spoken).words / SYLLABLES_A_MINUTE) * 60);
}

/** A picture can't be heard. */
function withoutPictures(body: RichText): RichText {
  return { ...body, content: body.content.filter(({ type }) => type !== 'picture') };
}

/** A line that an announcer ends by letting the voice fall. */
function sentence(line: string): string {
  return /[.!?…:;]$/u.test(line) ? line : `${line}.`;
}
