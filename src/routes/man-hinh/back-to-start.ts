// A touch screen goes back to its start when the one before has left; who is still reading asks for more time.

const START = '/man-hinh/tra-cuu';
const SECONDS = 90;
const LONGER_SECONDS = 600;

/** The value of the header `Refresh`. @param asked the address with `lau=1` where more time was asked for */
export function backToStart(asked: URL): string {
  const seconds = asked.searchParams.get('lau') === '1' ? LONGER_SECONDS : SECONDS;
  return `${seconds};url=${START}`;
}

/** The same page with more time. */
export function longerUrl(asked: URL): string {
  const url = new URL(asked);
  url.searchParams.set('lau', '1');
  return url.pathname + url.search;
}
