// Where a form may lead on to: only places on this site.

/** The path if it stays on this site, else the fallback. */
export function localPath(given: unknown, fallback: string): string {
  if (typeof given !== 'string' || !given.startsWith('/')) return fallback;
  // `//host` and `/\host` leave the site; control characters may hide either.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/^\/[/\\]/.test(given) || /[\u0000-\u001f\\]/.test(given)) return fallback;
  const base = 'http://localhost';
  if (!URL.canParse(given, base)) return fallback;
  const url = new URL(given, base);
  // `/.//host` loses its dot on the way and leaves the site too.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
