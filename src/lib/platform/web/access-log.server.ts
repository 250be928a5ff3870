// One line for each request: when, what kind of page, how it was answered, how long it took. Nothing of
// the person: no address, no browser, no query, no cookie. Seven files, one for each weekday.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { instantFromMillis, vietnamDate, weekday } from '#lib/vietnam/index.ts';
import { nextMidnight } from '../pages/ingredients.ts';
import { logFailure } from '../log.server.ts';
import { loggedPath } from './logged-path.ts';

export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** `kept`: from memory; otherwise what kind of request it was. */
  readonly kind: string;
}

export interface AccessLog {
  write(answered: Answered): void;
  /** Writes out what is still in memory. */
  close(): void;
}

const BUFFER_BYTES = 8 * 1024;
const FLUSH_MS = 2_000;
const DAY_MS = 86_400_000;

/** Writes into `folder`; lines wait in memory for at most two seconds. */
export function openAccessLog(folder: string, now: () => number = Date.now): AccessLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let until = nextMidnight(now());
  const destination = pino.destination({
    dest: fileOf(folder, now()),
    sync: false,
    minLength: BUFFER_BYTES,
    mode: 0o600,
  });
  // A full disk must not end the office; it is said once for each flush.
  destination.on('error', (failure) => logFailure(failure, 'access log'));
  const flushing = setInterval(() => destination.flush(), FLUSH_MS).unref();
  return {
    write({ method, path: asked, status, ms, kind }) {
      const at = now();
      if (at >= until) {
        until = nextMidnight(at);
        destination.reopen(fileOf(folder, at));
      }
      const took = Math.round(ms * 10) / 10;
      const line = {
        at: instantFromMillis(at),
        method,
        path: loggedPath(asked),
        status,
        ms: took,
        kind,
      };
      destination.write(`${JSON.stringify(line)}\n`);
    },
    close() {
      clearInterval(flushing);
      destination.flushSync();
      destination.end();
    },
  };
}

/** The weekday's file; last week's of the same name is dropped first. */
function fileOf(folder: string, now: number): string {
  const today = weekday(vietnamDate(instantFromMillis(now)));
  const file = path.join(folder, `truy-cap-${today}.log`);
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now;
  if (now - written > 2 * DAY_MS) rmSync(file, { force: true });
  return file;
}
