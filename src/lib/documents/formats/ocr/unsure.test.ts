// Words the machine doubts are found again in the text that people read.
import { expect, test } from 'vitest';
import { cleanText } from '../../clean.ts';
import type { Page } from '../pdf/pieces.ts';
import { textOfPages } from '../pdf/rows.ts';
import { unsureIn } from './unsure.ts';

const WIDTH = 595;

/** A page of lines; a word with `~` before it is doubted. */
function page(...lines: string[]): Page {
  const pieces = lines.flatMap((line, row) => {
    let x = 80;
    return line.split(' ').map((word) => {
      const piece = { x, y: 60 + row * 16, width: word.length * 6, height: 12 };
      x += piece.width + 4;
      return word.startsWith('~')
        ? { ...piece, text: word.slice(1), unsure: true }
        : { ...piece, text: word };
    });
  });
  return { width: WIDTH, height: 842, pieces };
}

function doubted(...pages: Page[]): string[] {
  const text = cleanText(textOfPages(pages));
  return unsureIn(pages, text).map((span) => text.slice(...span));
}

test('each at its own place, neighbours together', () => {
  expect(doubted(page('Họp ~thốn vào sáng', 'thứ ~Hai ~tuấn sau.'))).toEqual(['thốn', 'Hai tuấn']);
});

test('the second of two same words', () => {
  const pages = [page('Họp thôn sáng', 'mai, ~thôn báo lại.')];
  const text = cleanText(textOfPages(pages));
  expect(unsureIn(pages, text)).toEqual([[text.lastIndexOf('thôn'), text.lastIndexOf('thôn') + 4]]);
});

test('none where the machine was sure', () => {
  expect(doubted(page('Họp thôn sáng mai.'))).toEqual([]);
});
