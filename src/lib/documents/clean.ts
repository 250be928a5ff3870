// From what a file holds to the text that is read: NFC, `\n`, without the marks of the lay-out
// (Markdown, table pipes, rules, page numbers). Words stay as they are.

import { sure } from './sure.ts';

/** The text to read, from plain text, Markdown or the text of a web page. */
export function cleanText(raw: string): string {
  const lines = raw
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    // Controls but tab, line and page break: no letter of a document, and no database keeps them.
    .replace(/(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}/gu, '')
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\v/g, '\n')
    .replace(/[\u200B-\u200D\u2060\u00AD\uFEFF]/g, '')
    .split('\n');
  const out: string[] = [];
  lines.forEach((line, index) => {
    if (index === 0 && /^#\s*(source|nguồn)\s*:/i.test(line)) return;
    out.push(...cleanLine(line, isStarBullet(lines, index)));
  });
  return dropPageNumbers(out).join('\n');
}

/**
 * Whether a line opens with a star as a bullet. "* (Ban hành kèm theo …)*" is emphasis that a
 * converter spaced badly: its second star stands later in the same paragraph.
 */
function isStarBullet(lines: readonly string[], at: number): boolean {
  if (!/^\s*\*\s+[^\s*]/.test(sure(lines[at]))) return false;
  for (let i = at; i < lines.length && i < at + 40 && sure(lines[i]).trim() !== ''; i += 1) {
    if (i > at && /^\s*\*\s/.test(sure(lines[i]))) return true;
    if (
      sure(lines[i])
        .replace(/^\s*\*/, '')
        .includes('*')
    )
      return false;
  }
  return true;
}

/** A line without marks; a page break begins a new line, a cell border leaves an empty one. */
function cleanLine(line: string, bullet: boolean): string[] {
  if (line.includes('\f'))
    return line.split('\f').flatMap((part) => ['', ...cleanLine(part, false)]);
  const bare = line.trim();
  if (/^[|\s]*$/.test(bare)) return [''];
  if (/^\|?[\s|:]*-{2,}[-\s|:]*\|?$/.test(bare) || /^[-_=*–—]{3,}$/.test(bare)) return [''];
  let text = line;
  if (bare.startsWith('|') && bare.endsWith('|'))
    text = bare.slice(1, -1).replace(/\s*\|\s*/g, '\t');
  text = text
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^\s*#\s*$/, '')
    .replace(/^\s*>\s+/, '')
    .replace(/\\([*_#|\-.+()[\]])/g, '$1');
  if (text.includes('*'))
    text = bullet ? text.replace(/(?<!^\s*)\*+/g, '') : text.replace(/\*+/g, '');
  if (text.includes('__')) text = text.replace(/(?<!_)__(?!_)/g, '');
  return [text.trimEnd()];
}

/** A number alone on a line between empty lines is a page number where pages follow in order. */
function dropPageNumbers(lines: string[]): string[] {
  const found: { at: number; page: number }[] = [];
  lines.forEach((line, at) => {
    const page = /^\s*(?:-\s*)?(\d{1,3})(?:\s*-)?\s*$/.exec(line);
    if (page && isEmpty(lines[at - 1]) && isEmpty(lines[at + 1]))
      found.push({ at, page: Number(page[1]) });
  });
  const drop = new Set<number>();
  let next: number | undefined;
  for (const { at, page } of found) {
    const begins = next === undefined && (page === 1 || page === 2);
    if (!begins && page !== next) continue;
    next = page + 1;
    drop.add(at);
    // A sentence that runs over the page goes on: the empty lines around the number go with it.
    const before = lastFilled(lines, at);
    const after = nextFilled(lines, at);
    if (before === undefined || after === undefined) continue;
    if (/[.;:!?]["”)]?\s*$/.test(sure(lines[before])) || !/^\s*\p{Ll}/u.test(sure(lines[after])))
      continue;
    for (let i = before + 1; i < after; i += 1) drop.add(i);
  }
  return lines.filter((_, at) => !drop.has(at));
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function lastFilled(lines: string[], at: number): number | undefined {
  for (let i = at - 1; i >= 0 && i > at - 6; i -= 1) if (!isEmpty(lines[i])) return i;
  return undefined;
}

function nextFilled(lines: string[], at: number): number | undefined {
  for (let i = at + 1; i < lines.length && i < at + 6; i += 1) if (!isEmpty(lines[i])) return i;
  return undefined;
}
