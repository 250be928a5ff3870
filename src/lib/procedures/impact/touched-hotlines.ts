// Which hotlines a procedure concerns: whoever answers there has to know what has changed.
import { fold } from '#lib/vietnam/index.ts';

export interface Line {
  readonly id: string;
  /** What it is for: `Đất đai, xây dựng`. */
  readonly name: string;
}

/** `printed`: its number stands on sheets and page; `field`: the line is for such matters. */
export type LineReason = 'printed' | 'field';

export interface Concerned {
  readonly title: string;
  readonly field: string;
  /** Id of the hotline whose number is told with it: that of its guide, else the office's first. */
  readonly hotline: string;
}

/** @returns lines by id with why they are concerned, in the order given */
export function hotlinesOf(
  { title, field, hotline }: Concerned,
  lines: readonly Line[],
): Map<string, LineReason> {
  const about = [title, field].map(lettersOf);
  const ofField = about[1] ?? '';
  return new Map(
    lines.flatMap(({ id, name }): [string, LineReason][] => {
      if (id === hotline) return [[id, 'printed']];
      const isFor = partsOf(name).some(
        (part) =>
          about.some((words) => holds(words, part)) ||
          (ofField.includes(' ') && holds(part, ofField)),
      );
      return isFor ? [[id, 'field']] : [];
    }),
  );
}

/** What a line is for, one matter each; a single syllable says too little. */
function partsOf(name: string): string[] {
  return name
    .split(/[,;:()/–]| - | và /)
    .map(lettersOf)
    .filter((part) => part.includes(' '));
}

function holds(words: string, part: string): boolean {
  return ` ${words} `.includes(` ${part} `);
}

function lettersOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
