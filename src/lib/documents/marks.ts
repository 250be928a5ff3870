// The marks that open a heading, a numbered item or a bullet, as Vietnamese offices write them.

import { isMostlyUpper } from './flat.ts';
import { sure } from './sure.ts';

export type MarkKind =
  | 'part'
  | 'chapter'
  | 'division'
  | 'roman'
  | 'article'
  | 'arabic'
  | 'letter'
  | 'ordinal'
  | 'dash'
  | 'plus';

export interface Mark {
  kind: MarkKind;
  /** As written, without the closing dot or bracket: `I`, `1.2`, `a`, `-`, `Điều 3`. */
  number: string;
  /** Units from the start of the given text to the first unit after the mark. */
  length: number;
  /** Place in the order of nesting: a greater rank stands inside a smaller one. */
  rank: number;
}

/** Nesting of the marks; `1.1` stands one deeper than `1`, and so on. */
const RANK: Record<MarkKind, number> = {
  part: 1,
  chapter: 2,
  division: 3,
  roman: 4,
  article: 5,
  arabic: 10,
  letter: 20,
  ordinal: 22,
  dash: 30,
  plus: 40,
};

const NAMED =
  /^((?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+(?:thứ\s+\p{Ll}+|THỨ\s+\p{Lu}+|[IVXLC]{1,7}|\d{1,3}))(?:\s*[.:]|(?=\s|$))\s*/u;
const ARTICLE = /^((?:Điều|ĐIỀU)\s+\d{1,3}[a-zđ]?)\s*(?:[.:]|$)\s*/u;
// Offices of the party write "I-" and "1-".
const ROMAN = /^([IVX]{1,6})\s*(?:[.)](?!\d)|\/(?=\s|$|\p{Lu}{2})|[-–](?=\s+\p{Lu}|\p{Lu}{2}))\s*/u;
const DOTTED = /^(\d{1,2}(?:\.\d{1,2}){1,4})\s*[.)]?(?:\s+|$|(?=\p{L}))/u;
const ARABIC = /^(\d{1,3})\s*(?:[.)](?!\d)|\/(?=\s|$)|[-–](?=\s+\p{Lu}))\s*/u;
const LETTER = /^([a-zđ])\s?(?:[.)](?![\p{L}\d])|\/(?=\s|$))\s*/u;
const LETTER_TIGHT = /^([a-zđ])\)\s*(?=\p{L})/u;
const ORDINAL = /^\((\d{1,2}|[a-zđ]|[ivx]{1,5})\)\s*/;
const DASH = /^([-–—•●▪■*·])\s*(?=\S)/u;
const PLUS = /^([+○◦])\s*(?=\S)/u;

/** The mark that opens this text, if one does. The text must have no blanks before it. */
export function markOf(text: string): Mark | undefined {
  const first = text.charCodeAt(0);
  if (Number.isNaN(first)) return undefined;
  const named = NAMED.exec(text);
  if (named) {
    const word = sure(named[1]).slice(0, 2).toUpperCase();
    const kind = word === 'PH' ? 'part' : word === 'CH' ? 'chapter' : 'division';
    // "Mục tiêu", "Phần lớn" are no divisions: the pattern asks for a number, a sentence mark or the end.
    // "Phần IV Phụ lục 2 đã được phê duyệt …;" is a sentence that was broken before it.
    const rest = text.slice(named[0].length);
    const parted = /[.:]\s*$/.test(named[0]) || rest === '' || isMostlyUpper(rest);
    if (!parted && (rest.length > 90 || /[.;,]$/.test(rest) || /^\p{Ll}/u.test(rest)))
      return undefined;
    return made(kind, sure(named[1]), named[0].length);
  }
  const article = ARTICLE.exec(text);
  if (article) return made('article', sure(article[1]), article[0].length);
  const roman = ROMAN.exec(text);
  if (roman) return made('roman', sure(roman[1]), roman[0].length);
  const dotted = DOTTED.exec(text);
  if (dotted && !/^\d{1,2}\.\d{1,2}\.\d{4}/.test(text)) {
    const depth = sure(dotted[1]).split('.').length - 1;
    return { ...made('arabic', sure(dotted[1]), dotted[0].length), rank: RANK.arabic + depth };
  }
  const arabic = ARABIC.exec(text);
  if (arabic) return made('arabic', sure(arabic[1]), arabic[0].length);
  const letter = LETTER.exec(text) ?? LETTER_TIGHT.exec(text);
  if (letter) return made('letter', sure(letter[1]), letter[0].length);
  const ordinal = ORDINAL.exec(text);
  if (ordinal) return made('ordinal', sure(ordinal[1]), ordinal[0].length);
  const plus = PLUS.exec(text);
  if (plus) return made('plus', sure(plus[1]), plus[0].length);
  const dash = DASH.exec(text);
  if (dash) return made('dash', sure(dash[1]), dash[0].length);
  return undefined;
}

function made(kind: MarkKind, number: string, length: number): Mark {
  return { kind, number: number.replace(/\s+/g, ' '), length, rank: RANK[kind] };
}

/** Whether a mark is a bullet rather than a number or letter. */
export function isBullet(kind: MarkKind): boolean {
  return kind === 'dash' || kind === 'plus';
}

const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** What a number counts to: `IV` → 4, `đ` → 5, `1.3` → 3; undefined for bullets and words. */
export function ordinalOf(mark: Pick<Mark, 'kind' | 'number'>): number | undefined {
  const last = mark.number.split(/[\s.]/).at(-1) ?? '';
  if (/^\d+$/.test(last)) return Number(last);
  if (/^[IVXLC]+$/.test(last)) return romanValue(last);
  if (mark.kind === 'letter' && LETTERS.includes(last)) return LETTERS.indexOf(last) + 1;
  return undefined;
}

function romanValue(roman: string): number {
  const values = [...roman].map((letter) => ROMAN_VALUES[letter] ?? 0);
  // A smaller value before a larger one is taken off: IX is 9.
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
