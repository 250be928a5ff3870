// A path as the access log may hold it: no query, no secret, nothing that somebody typed.

const MOST_SEGMENTS = 8;
const MOST_LETTERS = 80;
const HIDDEN = '…';

/** Segments that might be a token or words of a person are left out. */
export function loggedPath(path: string): string {
  const segments = path.split('/', MOST_SEGMENTS + 2).slice(1);
  const shown = segments
    .slice(0, MOST_SEGMENTS)
    .map((segment) => (isPlain(segment) ? segment : HIDDEN));
  return `/${shown.join('/')}${segments.length > MOST_SEGMENTS ? `/${HIDDEN}` : ''}`;
}

/** Names of pages and identifiers: short, lower case or a file's name, no long run without a hyphen. */
function isPlain(segment: string): boolean {
  if (segment.length > MOST_LETTERS || !/^[\w.~@-]*$/.test(segment)) return false;
  if (/[A-Z]/.test(segment) && segment.length >= 16 && !segment.includes('.')) return false;
  return segment.split(/[-.]/).every((run) => run.length < 20);
}
