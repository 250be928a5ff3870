// Which procedures a text speaks of: by code, or by title as people write it in a bulletin.
import { collapse } from '#lib/vietnam/index.ts';
import { findProcedureCodes } from '../record/codes.ts';

export interface Named {
  /** Of the procedure; of anything else that is told by its title, a key that stands in no text. */
  readonly code: string;
  /** What it is called, and was called before. */
  readonly titles: readonly string[];
}

/** Shorter titles stand in other sentences by chance. */
const SHORTEST_TITLE = 12;

/**
 * Finds procedures in texts. A text is walked once, however many procedures are looked for.
 * @returns codes in the order of `procedures`
 */
export function namerOf(procedures: readonly Named[]): (text: string) => string[] {
  const codes = new Set(procedures.map(({ code }) => code));
  const byHead = new Map<string, { readonly title: string; readonly code: string }[]>();
  for (const { code, titles } of procedures) {
    for (const title of new Set(titles.map(bare))) {
      if (title.length < SHORTEST_TITLE) continue;
      const head = title.slice(0, SHORTEST_TITLE);
      byHead.set(head, [...(byHead.get(head) ?? []), { title, code }]);
    }
  }
  return (text) => {
    const found = new Set(
      findProcedureCodes(text).flatMap(({ code }) => (codes.has(code.base) ? [code.base] : [])),
    );
    if (byHead.size > 0) {
      const words = plain(text);
      for (const { index } of words.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
        for (const { title, code } of byHead.get(words.slice(index, index + SHORTEST_TITLE)) ??
          []) {
          if (words.startsWith(title, index) && isEnd(words[index + title.length])) found.add(code);
        }
      }
    }
    return procedures.flatMap(({ code }) => (found.delete(code) ? [code] : []));
  };
}

/**
 * What `namerOf` looks for, for whoever narrows texts down before: codes, and titles long enough to mean
 * something. A text that none of these stands in, whatever its case and spaces, names nothing.
 */
export function namesOf(procedures: readonly Named[]): string[] {
  const names = procedures.flatMap(({ code, titles }) => [
    code,
    ...titles.map(bare).filter((title) => title.length >= SHORTEST_TITLE),
  ]);
  return [...new Set(names)];
}

function bare(title: string): string {
  return plain(title).replace(/^thủ tục /, '');
}

function plain(text: string): string {
  return collapse(text.normalize('NFC')).toLocaleLowerCase('vi');
}

function isEnd(next: string | undefined): boolean {
  return next === undefined || !/[\p{L}\p{N}]/u.test(next);
}
