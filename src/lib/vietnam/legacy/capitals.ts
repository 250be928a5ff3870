// Plain text that lost its fonts: what stood in a capital font comes out with small accented letters
// ("CộNG HòA"). These are put right where the letters around leave no doubt.

const WORD = /[\p{L}\p{M}]+/gu;

interface Word {
  readonly text: string;
  readonly start: number;
  /** No small plain letter in it, so it may have been written in capitals. */
  readonly capital: boolean;
  /** Beyond doubt: two capitals beside a small accented letter (CộNG), or capital after small (kÕ HOạCH). */
  readonly mixed: boolean;
}

/**
 * Puts words into upper case whose plain letters are capitals and whose accented ones aren't:
 * `CộNG HòA Xã HộI` → `CỘNG HÒA XÃ HỘI`. A short word that leaves doubt (`Uỷ`, `ở`) follows the capitals
 * around it, in its line.
 */
export function restoreCapitals(text: string): string {
  return text.split('\n').map(restoreLine).join('\n');
}

function restoreLine(line: string): string {
  const words = [...line.matchAll(WORD)].map(({ 0: text, index }): Word => {
    const capital = !/[a-z]/u.test(text);
    return {
      text,
      start: index,
      capital,
      mixed: capital && /\p{Lu}.*\p{Lu}/u.test(text) && /\p{Ll}/u.test(text),
    };
  });
  let restored = line;
  for (let index = 0; index < words.length; index += 1) {
    const run = capitalRun(words, index);
    if (run.some(({ mixed }) => mixed)) {
      for (const { text, start } of run) {
        restored =
          restored.slice(0, start) +
          text.toLocaleUpperCase('vi') +
          restored.slice(start + text.length);
      }
    }
    index += run.length;
  }
  return restored;
}

/** The words from an index on that may all be capitals. */
function capitalRun(words: readonly Word[], from: number): readonly Word[] {
  const end = words.findIndex(({ capital }, index) => index >= from && !capital);
  return words.slice(from, end < 0 ? words.length : end);
}
