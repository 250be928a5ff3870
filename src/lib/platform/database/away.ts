// Whether a failure means that the database can't be reached, rather than that it refused something.

/** Of the system: nobody listens, the connection broke, the name isn't known. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Of PostgreSQL: connection lost (class 08), shut down or starting, no connection left. */
const SERVER = /^(?:08\w{3}|57P0[123]|53300)$/;

/** What the driver says without a code. */
const WORDS = /connection terminated|timeout exceeded when trying to connect|connection error/i;

/** True where waiting and trying again may help. */
export function isDatabaseAway(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  const { code, syscall } = failure as NodeJS.ErrnoException;
  if (code === undefined) return WORDS.test(failure.message);
  return SERVER.test(code) || (NETWORK.has(code) && (code !== 'ENOENT' || syscall === 'connect'));
}
