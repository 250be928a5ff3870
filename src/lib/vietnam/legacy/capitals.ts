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
  return line.replace(WORD, (word, start: number) =>
    restored.has(start) ? word.toLocaleUpperCase('vi') : word,
  );
}

/** Two capitals beside a small accented letter: no one writes CộNG on purpose. */
function isMixed(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && /\p{Ll}/u.test(word);
}
