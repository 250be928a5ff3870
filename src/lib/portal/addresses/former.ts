// Addresses of the site a commune had before: how they are compared, and how many of them are read from what
// an administrator pastes. Pure.
import { collapse } from '#lib/vietnam/index.ts';

/** As long as anything that was ever printed or shared. */
const LONGEST = 400;
const LONGEST_REASON = 300;
/** At once; a larger site is brought over in pieces. */
const MOST_LINES = 2000;
/** Words that tell where a reader came from and nothing of the page. */
const TRACKING = /^(utm_\w+|fbclid|gclid|zarsrc)$/;

/** What became of an address: another one, or the reason why there is none. */
export type Leads =
  | { readonly to: string; readonly reason?: undefined }
  | { readonly to?: undefined; readonly reason: string };

export interface FormerAddress {
  /** As {@link formerKey} writes it. */
  readonly key: string;
  readonly leads: Leads;
}

export interface FormerFault {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/**
 * An address as it is compared: without host, anchor, closing slash and tracking words, unescaped, in small
 * letters (many servers didn't tell them apart), query words in order. Undefined for what no page had.
 */
export function formerKey(address: string): string | undefined {
  const [rest = ''] = address
    .trim()
    .replace(/^https?:\/\/[^/?#\s]+/i, '')
    .split('#');
  if (!rest.startsWith('/') || /\s/.test(rest)) return undefined;
  const mark = rest.indexOf('?');
  const path = unescape(mark < 0 ? rest : rest.slice(0, mark))
    .replaceAll(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '');
  const query = [...new URLSearchParams(mark < 0 ? '' : rest.slice(mark + 1))]
    .map(([word, value]) => [word.toLowerCase(), value.toLowerCase()] as const)
    .filter(([word]) => !TRACKING.test(word))
    .map(([word, value]) => `${word}=${value}`)
    .sort()
    .join('&');
  const key = (path.toLowerCase() + (query === '' ? '' : `?${query}`))
    .normalize('NFC')
    .replaceAll(/\s/g, '+');
  return key === '/' || key.length > LONGEST ? undefined : key;
}

/** The keys an address may be known by: with its query, then without. */
export function formerKeys(address: string): string[] {
  const [whole, bare] = [formerKey(address), formerKey(address.split('?', 1)[0] ?? '')];
  return [...new Set([whole, bare].filter((key) => key !== undefined))];
}

/**
 * Reads lines of "old → new" or "old → gỡ: reason". Between the two may stand an arrow, a semicolon, a
 * tab or a space, as spreadsheets and people write it; lines that begin with # are notes.
 */
export function readFormerLines(text: string): {
  readonly found: readonly FormerAddress[];
  readonly faults: readonly FormerFault[];
} {
  const found = new Map<string, Leads>();
  const faults: FormerFault[] = [];
  const lines = text.normalize('NFC').split(/\r?\n/);
  if (lines.filter((line) => line.trim() !== '').length > MOST_LINES) {
    const why = `mỗi lần nhiều nhất ${MOST_LINES} dòng`;
    return { found: [], faults: [{ line: MOST_LINES + 1, text: '', why }] };
  }
  for (const [at, line] of lines.entries()) {
    const words = collapse(line);
    if (words === '' || words.startsWith('#')) continue;
    const read = readLine(words);
    const known = typeof read === 'string' ? undefined : found.get(read.key);
    const why =
      typeof read === 'string'
        ? read
        : known && !isSame(known, read.leads)
          ? 'địa chỉ cũ này đã có ở một dòng trên, dẫn đi nơi khác'
          : undefined;
    if (why !== undefined) faults.push({ line: at + 1, text: words.slice(0, 120), why });
    else if (typeof read !== 'string') found.set(read.key, read.leads);
  }
  return { found: [...found].map(([key, leads]) => ({ key, leads })), faults };
}

/** Addresses that, followed one after the other, come back to themselves. */
export function circlesIn(leads: ReadonlyMap<string, Leads>): string[] {
  return [...leads.keys()].filter((start) => {
    const seen = new Set<string>();
    for (let here: string | undefined = start; here !== undefined;) {
      if (seen.has(here)) return here === start;
      seen.add(here);
      const to: string | undefined = leads.get(here)?.to;
      here = to?.startsWith('/') ? formerKeys(to).find((key) => leads.has(key)) : undefined;
    }
    return false;
  });
}

function readLine(words: string): FormerAddress | string {
  const parts = /^(\S+?)\s*(?:→|->|=>|;|\s)\s*(\S.*)$/u.exec(words);
  const [, from = '', rest = ''] = parts ?? [];
  if (!parts) return 'thiếu địa chỉ mới hoặc lý do gỡ';
  const key = formerKey(from);
  if (key === undefined) return 'địa chỉ cũ phải bắt đầu bằng / hoặc https://, và khác trang chủ';
  const taken = /^gỡ\s*:\s*(.*)$/iu.exec(rest);
  if (taken) {
    const reason = (taken[1] ?? '').trim();
    if (reason === '') return 'sau “gỡ:” phải có lý do để người đọc biết';
    if (reason.length > LONGEST_REASON) return `lý do dài quá ${LONGEST_REASON} chữ cái`;
    return { key, leads: { reason } };
  }
  const to = rest.trim();
  if (!isTarget(to)) return 'địa chỉ mới phải là một trang của cổng (/…) hoặc địa chỉ https:// đủ';
  return formerKey(to) === key && to.startsWith('/')
    ? 'địa chỉ mới trùng địa chỉ cũ'
    : { key, leads: { to } };
}

function isTarget(to: string): boolean {
  if (to.length > LONGEST || /[\s\\]/.test(to)) return false;
  return to.startsWith('/') ? !to.startsWith('//') : /^https?:/i.test(to) && URL.canParse(to);
}

function isSame(one: Leads, other: Leads): boolean {
  return one.to === other.to && one.reason === other.reason;
}

function unescape(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
