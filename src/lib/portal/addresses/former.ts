// Addresses of the site a commune had before, as they are read from what an administrator pastes. Pure.
import { formerKey, formerKeys, type Leads, localPath } from '#lib/platform/index.ts';
import { collapse } from '#lib/vietnam/index.ts';

/** As long as anything that was ever printed or shared. */
const LONGEST = 400;
const LONGEST_REASON = 300;
/** At once; a larger site is brought over in pieces. */
const MOST_LINES = 2000;

export interface FormerAddress {
  /** As `formerKey` writes it. */
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

/** An address as people read it, accents and all; the escaped one stays what links lead to. */
export function readableAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
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
  const to = targetOf(rest.trim());
  if (to === '') return 'địa chỉ mới phải là một trang của cổng (/…) hoặc địa chỉ https:// đủ';
  return formerKey(to) === key && to.startsWith('/')
    ? 'địa chỉ mới trùng địa chỉ cũ'
    : { key, leads: { to } };
}

/** Escaped, since a header can't carry accents; '' for what is no address. */
function targetOf(to: string): string {
  if (to.length > LONGEST || /[\s\\]/.test(to)) return '';
  if (to.startsWith('/')) return localPath(to, '');
  return /^https?:/i.test(to) ? (URL.parse(to)?.href ?? '') : '';
}

function isSame(one: Leads, other: Leads): boolean {
  return one.to === other.to && one.reason === other.reason;
}
