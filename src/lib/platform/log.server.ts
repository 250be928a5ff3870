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
  log.error({ err: failure instanceof Error ? failure : new Error(String(failure)), where });
}
