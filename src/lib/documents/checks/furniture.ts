// The page around a document: menus, posting time, counters.
import { sure } from '../sure.ts';
import { daysBetween, isPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import { finding, type Finding } from '../findings.ts';
import { flat } from '../flat.ts';
import type { ReadDocument } from '../reading.ts';
import { trimSpan, type Span } from '../spans.ts';

/** Later than this many days after signing, publication is called late. */
const LATE_AFTER = 10;

/** Text before and after the document, and whether it was posted late. */
export function checkFurniture(text: string, read: ReadDocument): Finding[] {
  if (read.inner.header.span === null) return [];
  const ends = [read, ...read.attachments].map(({ inner }) => inner.span[1]);
  const around = [
    trimSpan(text, 0, read.inner.span[0]),
    trimSpan(text, Math.max(...ends), text.length),
  ].filter(([start, end]) => end > start && !isFootnotes(text, start) && !isForm(text, start));
  const notes = around.map((span) => finding('furniture.around', span));
  const posted = around.map((span) => postingIn(text, span)).find((found) => found !== undefined);
  const signed = asDate(read.document.date ?? '');
  if (!posted || !signed) return notes;
  const days = daysBetween(signed, posted.date);
  if (days <= LATE_AFTER) return notes;
  const late = finding('publication.late', posted.span, {
    date: inWords(signed),
    posted: inWords(posted.date),
    days,
  });
  return [...notes, late];
}

function isFootnotes(text: string, start: number): boolean {
  return /^\[\d+\]/.test(text.slice(start, start + 6));
}

/** A blank form that an appendix prescribes opens with the motto, as a document of its own would. */
function isForm(text: string, start: number): boolean {
  return /^cong hoa xa hoi/.test(flat(text.slice(start, start + 30)).replace(/\s+/g, ' '));
}

/** A day with a time of day is when the page was posted; "cập nhật" belongs to some box of the page. */
function postingIn(text: string, [start, end]: Span) {
  const words = text.slice(start, end);
  const stamp = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4}),?\s+(?:-\s+)?\d{1,2}:\d{2}(?::\d{2})?/;
  const found = stamp.exec(words);
  if (!found || /cập nhật[^\n]{0,12}$/iu.test(words.slice(0, found.index))) return undefined;
  const date = asDate(
    `${found[3]}-${sure(found[2]).padStart(2, '0')}-${sure(found[1]).padStart(2, '0')}`,
  );
  const span: Span = [start + found.index, start + found.index + found[0].length];
  return date && { date, span };
}

function asDate(written: string): PlainDate | undefined {
  return isPlainDate(written) ? written : undefined;
}

function inWords(date: string): string {
  return date.split('-').reverse().join('/');
}
