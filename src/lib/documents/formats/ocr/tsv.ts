// What Tesseract found on a page, as pieces with a place: the same that the text layer of a PDF gives,
// so that columns of the head come right by the same rules.
import { sure } from '../../sure.ts';
import type { Page, Piece } from '../pdf/pieces.ts';

/** A page as recognised. */
export interface RecognisedPage extends Page {
  /** Sureness of its words weighed by their letters, 0 to 1; 0 for an empty page. */
  confidence: number;
  letters: number;
}

/** Width of A4 in points, to which pictures of whatever size are brought. */
const A4_WIDTH = 595;
/** Below this what has hardly a letter is a stain, a stamp's edge or a signature; words stay, as doubted. */
const LEAST_SURE = 20;
/** Below this a word is read, but a person should hold it against the picture. */
const DOUBTFUL = 60;

/** Reads the table that `tesseract … tsv` prints. Lines that aren't of its form are passed over. */
export function readTsv(tsv: string): RecognisedPage {
  let scale = 1;
  let height = 842;
  let line: { bottom: number; height: number } | undefined;
  const pieces: Piece[] = [];
  let letters = 0;
  let weighed = 0;
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    if (cells.length < 12) continue;
    const [level = 0, , , , , , left = 0, top = 0, width = 0, tall = 0] = cells.map(Number);
    if (level === 1 && width > 0) {
      scale = A4_WIDTH / width;
      height = tall * scale;
    } else if (level === 4) {
      line = { bottom: (top + tall) * scale, height: tall * scale };
    } else if (level === 5 && line) {
      const word = cells.slice(11).join('\t').trim();
      const text = cells[5] === '1' ? romanOf(word) : word;
      const sureness = Number(cells[10]);
      const count = text.match(/[\p{L}\d]/gu)?.length ?? 0;
      if (text === '' || (sureness < LEAST_SURE && !isWord(text, count))) continue;
      letters += count;
      weighed += count * sureness;
      pieces.push({
        text,
        x: left * scale,
        y: line.bottom,
        width: width * scale,
        height: line.height,
        ...(sureness < DOUBTFUL && count > 0 && { unsure: true }),
      });
    }
  }
  return {
    width: A4_WIDTH,
    height,
    pieces: evenHeights(pieces),
    confidence: letters === 0 ? 0 : weighed / letters / 100,
    letters,
  };
}

/** Two letters or figures at least, and more of them than of other signs. */
function isWord(text: string, count: number): boolean {
  return count >= 2 && count * 2 > [...text].length;
}

/** "H.", "1I." and "IL" that open a line are the strokes of "II.": no heading is numbered so. */
function romanOf(word: string): string {
  // "IL" is "II." whose point was taken for the foot of its last stroke.
  if (/^(?:I[Il1|]?|VI{1,2})L\.?$/.test(word))
    return `${word.replace(/L\.?$/, 'I').replace(/[l1|]/g, 'I')}.`;
  if (!/^(?:H|IH|HI|[Il1|]I|I[l1|]|[Il1|]{2}I|I[l1|]{2}|IV|lV|1V)\.$/.test(word)) return word;
  return word.replace(/H/g, 'II').replace(/[l1|]/g, 'I');
}

/** A stamp or a skewed line gives boxes far too high; letters of one page have about one height. */
function evenHeights(pieces: Piece[]): Piece[] {
  const heights = pieces.map((piece) => piece.height).sort((a, b) => a - b);
  if (heights.length === 0) return pieces;
  const middle = sure(heights[Math.floor(heights.length / 2)]);
  return pieces.map((piece) => ({ ...piece, height: Math.min(piece.height, middle * 1.4) }));
}
