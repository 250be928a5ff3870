// Where what is attached to a document begins: appendices, the plan or rules that a decision issues.
import { flat } from './flat.ts';
import type { Line } from './lines.ts';
import { sure } from './sure.ts';
import { typeLine } from './title.ts';

/** Types that a decision issues; any other only where the line under its title says so. */
const ISSUED = new Set(['KH', 'QC', 'QyĐ', 'CTr', 'ĐA', 'DA', 'PA', 'HD']);
const MOST = 200;

/** "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 1A" alone on a line. */
export function isAppendix(line: string): boolean {
  return /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[\dIVXA-Z.]{1,6})?\s*[.:]?$/u.test(line);
}

/**
 * Index of the line where something attached begins. After the signature (`after`) the name of a type
 * alone on its line is enough; before it, only a line such as "(Ban hành kèm theo …)" tells.
 */
export function findAttachment(
  lines: readonly Line[],
  from: number,
  after: boolean,
): number | undefined {
  for (let at = from; at < lines.length; at += 1) {
    const { text } = sure(lines[at]);
    if (isAppendix(text) || (isTitledAppendix(text) && isIssuedWith(lines, at))) return at;
    const typed = typeLine(text);
    if (!typed) continue;
    if (after && typed.rest === '' && ISSUED.has(typed.type.type)) return at;
    if (isIssuedWith(lines, at)) return at;
  }
  return undefined;
}

/** "PHỤ LỤC DANH SÁCH TỔ CÔNG TÁC": the title follows on the same line, in capitals throughout. */
function isTitledAppendix(line: string): boolean {
  return /^PHỤ LỤC\s[^\p{Ll}]{3,}$/u.test(line);
}

/** "(Ban hành kèm theo Quyết định số …)" stands under the title of what is attached. */
function isIssuedWith(lines: readonly Line[], at: number): boolean {
  return lines
    .slice(at + 1, at + 14)
    .some(({ text }) => /^\(?\s*(?:ban hanh|kem theo|dinh kem)/.test(flat(text)));
}

/** What a portal prints under a document: other news, rights, counters. */
const PAGE_FOOT =
  /^(?:cac tin (?:khac|lien quan|da dua)|tin (?:lien quan|khac|moi)|bai viet (?:khac|lien quan)|ban quyen (?:thuoc|©)|dang truy cap\s*:|tong luot truy cap|chia se (?:len|qua)|gui binh luan|van ban cung chu de|thong ke truy cap)/;

/** From where to where each attachment goes, in the lines after the signature. */
export function attachedParts(lines: readonly Line[], to: number): [number, number][] {
  const starts: number[] = [];
  let next = findAttachment(lines, 0, true);
  while (next !== undefined && starts.length < MOST) {
    starts.push(sure(lines[next]).span[0]);
    next = findAttachment(lines, next + 1, false);
  }
  const foot = lines.find(({ text }) => PAGE_FOOT.test(flat(text)))?.span[0] ?? to;
  return starts
    .filter((start) => start < foot)
    .map((start, index) => [start, Math.min(starts[index + 1] ?? foot, foot)]);
}
