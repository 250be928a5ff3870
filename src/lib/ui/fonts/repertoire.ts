/** The characters our own web fonts carry; everything else falls back to the system's font. */

const VOWELS = 'aăâeêioôơuưy';
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const PRINTABLE_ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const MARKS = '\u00a0–—‘’“”…•·«»§©°²³½×÷±−≤≥‰₫€';

function listVowels(): string {
  const lower = [...VOWELS].flatMap((vowel) =>
    TONES.map((tone) => (vowel + tone).normalize('NFC')),
  );
  return [...lower, ...lower.map((letter) => letter.toUpperCase())].join('');
}

/** Every letter of Vietnamese (precomposed, both cases), digits, and the marks officials type. */
export const REPERTOIRE: string =
  PRINTABLE_ASCII + listVowels().replace(/[a-z]/gi, '') + 'đĐ' + MARKS;
