// What a document does to one it names, told by the words around the citation.
import { flat } from '../flat.ts';
import type { Span } from '../spans.ts';

export const relations = ['cites', 'implements', 'replaces', 'amends', 'abolishes'] as const;
export type Relation = (typeof relations)[number];

/** From the document that speaks. */
export const relationNames: Readonly<Record<Relation, string>> = {
  cites: 'viện dẫn',
  implements: 'triển khai thực hiện',
  replaces: 'thay thế',
  amends: 'sửa đổi, bổ sung',
  abolishes: 'bãi bỏ',
};

/** From the document that is spoken of. */
export const passiveNames: Readonly<Record<Relation, string>> = {
  cites: 'được viện dẫn trong',
  implements: 'được triển khai bởi',
  replaces: 'bị thay thế bởi',
  amends: 'được sửa đổi, bổ sung bởi',
  abolishes: 'bị bãi bỏ bởi',
};

const REPLACES = /\bthay the(?: cho)?\b/;
const ABOLISHES = /\b(?:bai bo|huy bo)\b/;
const AMENDS = /\b(?:sua doi|dinh chinh|dieu chinh|bo sung)\b/;
const IMPLEMENTS = /\b(?:thuc hien|trien khai|thi hanh|quan triet|cu the hoa)\b/;
const ENDS =
  /^[^.;\n]{0,160}\b(?:het hieu luc|cham dut hieu luc|khong con hieu luc)\b[^.;\n]{0,80}\bnay\b/;
const ENDS_IN_PART = /^[^.;\n]{0,160}\b(?:het|cham dut|khong con) hieu luc\s+(?:mot|tung) phan\b/;
/** What is said of this document, its own article's number included, before the one that ends is named. */
const OF_THIS = /^(?:.*\bnay\b|\W*dieu \d+\s*[.:])/s;
/**
 * A part of a document, by its number or by what only parts are called. Without accents a unit's bare name is
 * many a title's word too: điều is in Điều lệ, chương in chương trình, mục in mức and danh mục.
 */
const PART = new RegExp(
  [
    String.raw`(?<!tai )\bkhoan\s+\d`,
    String.raw`\bdieu\s+\d`,
    String.raw`\bchuong\s+(?:\d|[ivx]+\b)`,
    String.raw`(?<!danh )\bmuc\s+(?:\d{1,2}\b(?![.,]\d|\s*(?:%|nghin|trieu|dong))|[ivx]+\b(?! pham))`,
    String.raw`(?<!dia )\bdiem\s+[a-z]\b`,
    String.raw`(?<!giai )\bdoan\s+(?:thu|dau|cuoi)\b`,
    String.raw`\b(?:phu luc|mau so|cac bieu mau|cum tu|mot phan)\b`,
    String.raw`\bmot so (?:dieu|khoan|diem|noi dung|quy dinh)\b.{0,60}\b(?:cua|tai|trong)\b`,
  ].join('|'),
);
/** Said of some rules of a document, unless of all of them. */
const RULES_IN = /\b(toan (?:bo|van) (?:cac )?(?:noi dung )?)?quy dinh tai\b/;
/** A document that is named before the verb is the one that acts, not the one that speaks. */
const ANOTHER = /\d+\s*(?:\/\s*\d{4})?\s*[/-]\s*[a-z]{2}/;
/** From one document's number to the next where both stand under the same words. */
const SHARES = /^\S+[\s,;]*(?:va\s+)?(?:so\s*)?$/;
/** Before the verb: nothing but an article's number, or this document itself ("Quyết định này … thay thế"). */
const OWN_DOING = /^\W*(?:dieu \d+\s*\.?\s*)?(?:quyet dinh\s+)?(?:v\/v|ve viec|ve)?\s*$|\bnay\b/;
const BASIS = /^\s*(?:[-–+*]\s*)?(?:can cu|xet|tiep theo|ke theo)\b/;

/**
 * The relation of a citation. Words of change count only where this document itself is the one that
 * changes: "Căn cứ Nghị định A sửa đổi Nghị định B" cites both.
 */
export function relationOf(text: string, span: Span): Relation {
  const sentence = flat(text.slice(sentenceStart(text, span[0]), span[0]));
  const after = flat(text.slice(span[1], span[1] + 200));
  if (BASIS.test(sentence)) return 'cites';
  for (const [relation, verb] of [
    ['replaces', REPLACES],
    ['abolishes', ABOLISHES],
    ['amends', AMENDS],
  ] as const) {
    const found = verb.exec(sentence)?.index;
    if (found === undefined) continue;
    const before = sentence.slice(0, found);
    if (ANOTHER.test(before) || !OWN_DOING.test(before)) continue;
    // "Bãi bỏ khoản 2 Điều 3 Quyết định …" leaves the rest in force.
    return isOfPart(sentence.slice(found)) ? 'amends' : relation;
  }
  if (ENDS.test(after) && !ANOTHER.test(sentence)) {
    return ENDS_IN_PART.test(after) || isOfPart(subjectIn(sentence)) ? 'amends' : 'abolishes';
  }
  const verb = lastMatch(sentence, IMPLEMENTS);
  return verb !== undefined && sentence.length - verb < 160 ? 'implements' : 'cites';
}

/** Of a sentence up to a citation, the words that name what ends: "khoản 2 Điều 3 Quyết định số". */
function subjectIn(sentence: string): string {
  return sentence.replace(OF_THIS, '');
}

/**
 * Whether only a part of the document at the end of these words is meant. What is said of another named before
 * it is that one's matter, unless they share it: "một số điều của Quyết định số 1/…, số 2/…".
 */
function isOfPart(words: string): boolean {
  const others = [...words.matchAll(new RegExp(ANOTHER, 'g'))];
  const own = others
    .toReversed()
    .map(({ index }) => words.slice(index))
    .find((said) => !SHARES.test(said));
  const said = own ?? words;
  const rules = RULES_IN.exec(said);
  return PART.test(said) || (rules !== null && rules[1] === undefined);
}

/** Back to a full stop, a semicolon or a blank line; a line that merely wraps goes on. */
function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - 400);
  const before = text.slice(from, at);
  const stops = [
    ...before.matchAll(/[;!?]\s|\.\s+(?=\p{Lu})|\n\s*\n|\n\s*(?:[-–+]|\d+[.)]|[a-zđ]\))\s/gu),
  ];
  const last = stops.at(-1);
  return last ? from + last.index + last[0].length : from;
}

function lastMatch(words: string, pattern: RegExp): number | undefined {
  return [...words.matchAll(new RegExp(pattern, 'g'))].at(-1)?.index;
}
