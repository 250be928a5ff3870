// Addresses of the site a commune had before: how they are compared, and where one may lead. Pure.

/** As long as anything that was ever printed or shared. */
const LONGEST = 400;
/** Words that tell where a reader came from and nothing of the page. */
const TRACKING = /^(utm_\w+|fbclid|gclid|zarsrc)$/;

/** What became of an address: another one, escaped as a header carries it, or the reason why there is none. */
export type Leads =
  | { readonly to: string; readonly reason?: undefined }
  | { readonly to?: undefined; readonly reason: string };

/**
 * An address as it is compared: without host, anchor, closing slash and tracking words, unescaped, in small
 * letters (many servers didn't tell them apart), query words in order. Undefined for what no page had, and
 * for what no column could hold.
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
  return key === '/' || key.length > LONGEST || /\p{Cc}/u.test(key) ? undefined : key;
}

/** The keys an address may be known by: with its query, then without. */
export function formerKeys(address: string): string[] {
  const [whole, bare] = [formerKey(address), formerKey(address.split('?', 1)[0] ?? '')];
  return [...new Set([whole, bare].filter((key) => key !== undefined))];
}

function unescape(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
