// What is read and what is searched for, counted in memory for a few seconds before it is written.
// Nothing here knows who read; words that might say something of a person are not counted at all.
import { findPersonalData } from '#lib/platform/index.ts';
import { collapse, fold } from '#lib/vietnam/index.ts';

export interface Searched {
  /** As typed last with accents; without, only where nobody typed them. */
  words: string;
  times: number;
  /** How many of them found nothing. */
  inVain: number;
}

export interface Readership {
  readonly pages: Map<string, number>;
  /** By folded words. */
  readonly searches: Map<string, Searched>;
  /** Addresses that no page has. */
  readonly missed: Map<string, number>;
}

/** Between two writings; beyond it, new ones are not told apart, so memory stays bounded. */
const MOST_DIFFERENT = 500;
const LONGEST_PATH = 200;
const LONGEST_WORDS = 80;
const MOST_WORDS = 10;
/** A number somebody looks for is a file's or a telephone's: theirs alone. */
const LONG_NUMBER = /\d[\d .-]{4,}\d/;

export function startReadership(): Readership {
  return { pages: new Map(), searches: new Map(), missed: new Map() };
}

export function addPage({ pages }: Readership, path: string): void {
  // What is searched for is counted by its words.
  if (path.length > LONGEST_PATH || path === '/tim-kiem') return;
  if (!pages.has(path) && pages.size >= MOST_DIFFERENT) return;
  pages.set(path, (pages.get(path) ?? 0) + 1);
}

/** What programs that look for weaknesses ask for; no reader of a former site does. */
const PROBING =
  /\/\.|wp-(?:admin|login|content|includes)|xmlrpc|phpmyadmin|cgi-bin|\/vendor\/|\.(?:env|git|sql|bak|zip|tar|gz|ini|ya?ml|log)$/i;
/** Numbers and names of pages; anything else in a query may be somebody's own. */
const PLAIN_VALUE = /^[\w-]{1,40}$/;

export function addMissed({ missed }: Readership, address: string): void {
  const counted = countableAddress(address);
  if (counted === undefined) return;
  if (!missed.has(counted) && missed.size >= MOST_DIFFERENT) return;
  missed.set(counted, (missed.get(counted) ?? 0) + 1);
}

/** The address as it may be kept; undefined for what is too long, a probe, or might say something of somebody. */
export function countableAddress(address: string): string | undefined {
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  const query = mark < 0 ? '' : address.slice(mark + 1);
  const isPlain = [...new URLSearchParams(query).values()].every((value) =>
    PLAIN_VALUE.test(value),
  );
  const counted = query !== '' && isPlain ? `${path}?${query}` : path;
  if (counted.length > LONGEST_PATH || PROBING.test(path)) return undefined;
  return findPersonalData(counted.replaceAll(/[/=&?]/g, ' ')).length > 0 ? undefined : counted;
}

export function addSearch({ searches }: Readership, query: string, found: boolean): void {
  const words = countableWords(query);
  if (words === undefined) return;
  const folded = fold(words);
  const known = searches.get(folded);
  if (!known && searches.size >= MOST_DIFFERENT) return;
  searches.set(folded, {
    words: words === folded && known ? known.words : words,
    times: (known?.times ?? 0) + 1,
    inVain: (known?.inVain ?? 0) + (found ? 0 : 1),
  });
}

/** The words as they may be kept; undefined for what is too long, empty, or might be somebody's. */
export function countableWords(query: string): string | undefined {
  const words = collapse(query.normalize('NFC')).toLocaleLowerCase('vi');
  if (!/\p{L}{2}/u.test(words) || words.length > LONGEST_WORDS) return undefined;
  if (words.split(' ').length > MOST_WORDS) return undefined;
  if (LONG_NUMBER.test(words) || findPersonalData(query).length > 0) return undefined;
  return words;
}
