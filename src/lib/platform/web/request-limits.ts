// How many requests of one network are made anew in a minute. Pages given from memory don't count
// (ruling 23): what is limited is work, not reading.

export type RequestKind = 'static' | 'reading' | 'asking' | 'sending' | 'desk';

/**
 * Requests a minute of one network, which may be a whole office or village behind one address. A page
 * of the desk asks for data of its own; sending is a form of somebody who isn't signed in.
 */
export const A_MINUTE: Readonly<Record<Exclude<RequestKind, 'static'>, number>> = {
  reading: 600,
  asking: 240,
  sending: 40,
  desk: 3_000,
};

/** Searches and open data cost more than a page and are never, or seldom, kept. */
const ASKING = /^\/(?:api|tim-kiem|tim|en\/search)(?:\/|$)/;

/** What a request is, by its method and its path. */
export function kindOfRequest(method: string, path: string): RequestKind {
  if (path.startsWith('/_app/')) return 'static';
  if (path === '/lam-viec' || path.startsWith('/lam-viec/')) return 'desk';
  if (method !== 'GET' && method !== 'HEAD') return 'sending';
  return ASKING.test(path) ? 'asking' : 'reading';
}

/** What is said to who asked too often; `seconds` until it is answered again, on an English page in English. */
export function tooOftenWords(kind: RequestKind, seconds: number, isEnglish = false): string {
  return isEnglish ? inEnglish(kind, seconds) : inVietnamese(kind, seconds);
}

function inVietnamese(kind: RequestKind, seconds: number): string {
  const wait = `Hãy đợi ${seconds} giây rồi`;
  const why =
    'Máy này, hoặc mạng dùng chung với máy khác, vừa gửi quá nhiều yêu cầu trong một phút.';
  return kind === 'sending'
    ? `${why}\nNội dung vừa gửi chưa được nhận. ${wait} quay lại trang trước và gửi lại.\n`
    : `${why}\n${wait} tải lại trang.\n`;
}

function inEnglish(kind: RequestKind, seconds: number): string {
  const wait = `Please wait ${seconds} seconds, then`;
  const why = 'This device, or the network it shares, asked too often within a minute.';
  return kind === 'sending'
    ? `${why}\nWhat was sent has not been received. ${wait} go back and send it again.\n`
    : `${why}\n${wait} reload the page.\n`;
}
