// Lines and paragraphs of a text. Texts from PDF layers and web pages are wrapped at the margin, so
// a paragraph has to be put together again; texts from Word files have one paragraph a line.
import { sure } from './sure.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { flat, isMostlyUpper, startsLower } from './flat.ts';
import { isBullet, markOf, type Mark } from './marks.ts';
import type { Span } from './spans.ts';
import { trimSpan } from './spans.ts';

/** One line that holds something. */
export interface Line {
  span: Span;
  /** Its words, blanks collapsed. */
  text: string;
  /** Whether an empty line stands before it. */
  gap: boolean;
  /** A table stands before it, over which no sentence goes on. */
  afterTable?: boolean;
}

/** Lines that belong together, with the mark that opens them. */
export interface Paragraph {
  span: Span;
  text: string;
  flat: string;
  mark: Mark | undefined;
  gap: boolean;
  /** All of a table. */
  table?: boolean;
}

/** The lines of a part of the text that hold something. */
export function linesIn(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  let gap = false;
  let start = from;
  while (start <= to) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > to ? to : newline;
    const span = trimSpan(text, start, end);
    if (span[0] === span[1]) gap = true;
    else {
      lines.push({ span, text: collapse(text.slice(span[0], span[1])), gap });
      gap = false;
    }
    start = end + 1;
  }
  return lines;
}

/** How the lines of a text are laid out. */
interface Layout {
  /** Length of a full line where lines were broken at the margin; undefined where they weren't. */
  width: number | undefined;
  /** Paragraphs stand apart by empty lines, so that lines without one between them belong together. */
  gapped: boolean;
}

/** Puts lines together to paragraphs. */
export function paragraphsOf(text: string, lines: readonly Line[]): Paragraph[] {
  const layout = layoutOf(lines);
  const paragraphs: Paragraph[] = [];
  let group: Line[] = [];
  const close = (): void => {
    if (group.length > 0) paragraphs.push(asParagraph(text, group));
    group = [];
  };
  for (const line of lines) {
    const last = group.at(-1);
    if (last && !goesOn(sure(group[0]), last, line, layout)) close();
    group.push(line);
  }
  close();
  return paragraphs;
}

function asParagraph(text: string, group: Line[]): Paragraph {
  const span: Span = [sure(group[0]).span[0], sure(group.at(-1)).span[1]];
  const words = collapse(text.slice(span[0], span[1]));
  return { span, text: words, flat: flat(words), mark: markOf(words), gap: sure(group[0]).gap };
}

function layoutOf(lines: readonly Line[]): Layout {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const long = lengths.filter((length) => length > 160).length;
  const wrapped = lengths.length >= 4 && long <= lengths.length * 0.05;
  const marked = lines.slice(1).filter((line) => markOf(line.text));
  const apart = marked.filter((line) => line.gap).length;
  return {
    width: wrapped ? lengths[Math.floor(lengths.length * 0.85)] : undefined,
    gapped: wrapped && marked.length > 1 && apart >= marked.length * 0.7,
  };
}

const SENTENCE_END = /[.;:!?…]["”)’]?$/;

/** Whether a line goes on with the paragraph that the line before it belongs to. */
function goesOn(first: Line, last: Line, line: Line, { width, gapped }: Layout): boolean {
  if (line.afterTable) return false;
  const mark = markOf(line.text);
  const ended = SENTENCE_END.test(last.text) && !/(?:^|\s)\p{L}\.$/u.test(last.text);
  const lone = markOf(last.text);
  // "3." alone on its line: the words come on the next.
  if (lone && lone.length >= last.text.length && first === last && !mark) return true;
  if (gapped && !line.gap) return !mark || (!ended && !isBullet(mark.kind));
  if (mark) return false;
  if (startsLower(line.text) && !ended) return true;
  if (line.gap || width === undefined) return false;
  if (isMostlyUpper(last.text) !== isMostlyUpper(line.text)) {
    return (
      !ended && !isMostlyUpper(last.text) && last.text.length > width * 0.75 && isShout(line.text)
    );
  }
  if (startsLower(line.text)) return true;
  if (/[,–-]$/.test(last.text)) return true;
  if (ended)
    return last.text.length >= width * 0.9 && last.text.length > 40 && !/[.;:]$/.test(last.text);
  return last.text.length >= width * 0.6;
}

/** A line in capitals that is only an abbreviation or two in the middle of a sentence. */
function isShout(text: string): boolean {
  return text.length < 12;
}
