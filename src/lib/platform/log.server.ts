// The program's log: one JSON line per entry on standard error, secrets left out.
import { pino } from 'pino';

export const log = pino(
  {
    level: process.env['LOA_LOG'] ?? 'info',
    base: null,
    redact: {
      paths: [
        ...['password', '*.password', 'token', '*.token', 'cookie', '*.cookie'],
        // The database quotes whole rows there when a constraint fails.
        ...['err.detail', 'err.where', 'err.internalQuery', 'err.parameters'],
      ],
      censor: '[…]',
    },
  },
  pino.destination({ fd: 2, sync: true }),
);

/** Writes an unexpected failure with its stack; the public is told nothing of it. */
export function logFailure(failure: unknown, where = 'request'): void {
  log.error({ err: asError(failure), where });
}

/** The queue's library tells failures as plain copies of errors; of such only what is said is kept. */
function asError(failure: unknown): Error {
  if (failure instanceof Error) return failure;
  if (typeof failure !== 'object' || failure === null || !('message' in failure)) {
    return new Error(String(failure));
  }
  const error = new Error(String(failure.message));
  if ('stack' in failure && typeof failure.stack === 'string') error.stack = failure.stack;
  return 'code' in failure ? Object.assign(error, { code: failure.code }) : error;
}
