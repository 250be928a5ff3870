// An article in one or two sentences with its address, short enough for a telephone's message, and what such a
// message takes on the wire. Pure.
import { capitalize, unaccent } from '#lib/vietnam/index.ts';
import type { Article } from './article.ts';

/** Two messages without accents; four with them. */
const LONGEST = 268;

export interface ShortText {
  readonly text: string;
  /** The same without accents, which half as many messages carry. */
  readonly plain: string;
}

/** @param url full address of the article, which is never cut */
export function shortText(article: Article, office: string, url: string): ShortText {
  const room = LONGEST - url.length - 1;
  const lead = `${capitalize(office)}: ${closed(article.title)}`;
  const [first = ''] = article.summary.split(/(?<=[.!?])\s+/u);
  const both = first === '' ? lead : `${lead} ${closed(first)}`;
  const words = both.length <= room ? both : cut(lead, room);
  const text = `${words} ${url}`;
  return { text, plain: unaccent(text) };
}

/** Letters of GSM 03.38 that take one place, and those that take two. */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
  'abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_TWICE = '^{}\\[~]|€';

export interface SmsSize {
  /** As a reader counts them. */
  readonly letters: number;
  /** Messages the networks charge for. */
  readonly parts: number;
  /** `unicode` where one letter isn't in the telephone's own set, as most with accents. */
  readonly set: 'gsm' | 'unicode';
}

/**
 * What a message takes: 160 places in the telephone's own letters or 70 in Unicode; in several parts, 153 or
 * 67 each (3GPP TS 23.038, 23.040).
 */
export function smsSize(text: string): SmsSize {
  const letters = [...text].length;
  const isGsm = [...text].every((letter) => (GSM + GSM_TWICE).includes(letter));
  const set = isGsm ? 'gsm' : 'unicode';
  const places = isGsm
    ? [...text].reduce((sum, letter) => sum + (GSM_TWICE.includes(letter) ? 2 : 1), 0)
    : text.length;
  const [whole, part] = isGsm ? [160, 153] : [70, 67];
  return { letters, set, parts: places <= whole ? 1 : Math.ceil(places / part) };
}

/** Whole words, as many as fit, and dots for the rest. */
function cut(words: string, room: number): string {
  if (words.length <= room) return words;
  const held = words.slice(0, Math.max(room - 3, 0));
  return `${held.slice(0, Math.max(held.lastIndexOf(' '), 0))}...`;
}

function closed(sentence: string): string {
  return /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`;
}
