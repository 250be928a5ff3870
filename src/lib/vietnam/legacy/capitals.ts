// Plain text that lost its fonts: what stood in a capital font comes out with small accented letters
// ("CộNG HòA"). These are put right where the letters around leave no doubt.

const WORD = /[\p{L}\p{M}]+/gu;

/**
 * Puts words into upper case whose plain letters are capitals and whose accented ones aren't:
 * `CộNG HòA Xã HộI` → `CỘNG HÒA XÃ HỘI`. A short word that leaves doubt (`Uỷ`, `ở`) follows the capitals
 * around it, in its line.
 */
export function restoreCapitals(text: string): string {
  return text.split('\n').map(restoreLine).join('\n');
}

function restoreLine(line: string): string {
  const restored = new Set<number>();
  let run: number[] = [];
  let beyondDoubt = false;
  const closeRun = (): void => {
    if (beyondDoubt) {
      run.forEach((start) => restored.add(start));
    }
    run = [];
    beyondDoubt = false;
  };
  for (const { 0: word, index } of line.matchAll(WORD)) {
    // A small plain letter: whoever typed it wasn't writing in capitals.
    if (/[a-z]/u.test(word)) {
      closeRun();
    } else {
      run.push(index);
      beyondDoubt ||= isMixed(word);
    }
  }
  closeRun();
  return line
    .replace(WORD, (word, start: number) =>
      restored.has(start) ? word.toLocaleUpperCase('vi') : word,
    )
    .replace(OPENS_SENTENCE, (opening) => opening.toLocaleUpperCase('vi'))
    .replace(COMMITTEE, (word) => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1));
}

/** The first letter of a line, after its number or dash: lost where it was a capital with a tone. */
const OPENS_SENTENCE =
  /^\s*(?:(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s+|[-+]\s+)?(?=[^\p{ASCII}])\p{Ll}(?=\p{Ll}|\s)/u;
/** "Ủy ban" is a name wherever it stands in an official text. */
const COMMITTEE =
  /(?<=^|[\s(“"])(?:ủy|uỷ) ban (?=nhân dân|Mặt trận|Kiểm tra|kiểm tra|[Tt]hường vụ|Trung ương|[Dd]ân tộc)/gu;

/**
 * Two capitals beside a small accented letter, or a small letter before a capital: no one writes CộNG or
 * áN on purpose.
 */
function isMixed(word: string): boolean {
  return (/\p{Lu}.*\p{Lu}/u.test(word) && /\p{Ll}/u.test(word)) || /^\p{Ll}+\p{Lu}/u.test(word);
}
