// Which addresses may be answered from memory, and under which key: query words that no page knows are
// left out, so that nobody fills the memory or passes it by with inventions.

export interface KnownAddresses {
  /** Query words that change what a page says, with the form of their values. */
  readonly words: Readonly<Record<string, RegExp>>;
  /** True for paths whose answers are the same for everybody and small enough to keep. */
  readonly mayKeep: (path: string) => boolean;
  /** True for queries that may be of a former site: pages that say so are then asked for whole. */
  readonly isFormerQuery?: (query: URLSearchParams) => boolean;
  /**
   * What readers may choose of a page's looks, told from their cookies: one of a few words, '' for the
   * page as it usually is. Each is kept as a page of its own.
   */
  readonly variantOf?: (cookies: string | undefined) => string;
}

/** Of a key: what an address carries beside that, such as the long marks of social networks, doesn't count. */
const LONGEST = 512;

/**
 * The key of an address (path and query as sent), or undefined where the page must be made anew each
 * time: other paths, values of unknown form, addresses beyond all reason.
 */
export function keyOf(address: string, known: KnownAddresses): string | undefined {
  const mark = address.indexOf('?');
  const path = plainPath(mark < 0 ? address : address.slice(0, mark));
  if (path === undefined || !known.mayKeep(path)) return undefined;
  if (mark < 0 || mark === address.length - 1) return path;
  const query = new URLSearchParams(address.slice(mark + 1));
  const counted: string[] = [];
  for (const [word, value] of query) {
    const form = known.words[word];
    if (!form) continue;
    if (!form.test(value)) return undefined;
    counted.push(`${word}=${encodeURIComponent(value)}`);
  }
  // The same word twice: which one counts is the page's business.
  if (new Set(counted.map((each) => each.split('=', 1)[0])).size < counted.length) return undefined;
  const key = counted.length === 0 ? path : `${path}?${counted.sort().join('&')}`;
  return key.length > LONGEST ? undefined : key;
}

/** Whether the query of an address may mean a page of a former site, wherever such pages were. */
export function asksFormer(address: string, known: KnownAddresses): boolean {
  const mark = address.indexOf('?');
  return mark >= 0 && known.isFormerQuery?.(new URLSearchParams(address.slice(mark + 1))) === true;
}

/**
 * A path in the one way it is kept: letters may be written as numbers (`/t%69n`), and lead to the same page.
 * Undefined for what no kept page is called, such as a way up and down again (`/a/../tin`).
 */
function plainPath(path: string): string | undefined {
  const plain = path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : code;
  });
  const isPlain = /^[\w.~/-]+$/.test(plain) && !/\/\.{1,2}(?:\/|$)/.test(plain);
  return isPlain && plain.length <= LONGEST ? plain : undefined;
}
