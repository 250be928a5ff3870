// Ending what was begun, one thing after the other, whatever one of them does.
import { setTimeout as sleep } from 'node:timers/promises';
import { logFailure } from '#lib/platform/index.server.ts';

export interface Ending {
  /** Said in the log where it fails or takes too long. */
  readonly name: string;
  readonly end: () => Promise<void> | void;
}

/** Long enough for work under way; short enough for a service manager that waits a minute and a half. */
const PATIENCE_MS = 10_000;

/** Ends each in turn; what fails or hangs is told in the log, and keeps none of the others from ending. */
export async function endInTurn(
  endings: readonly Ending[],
  patienceMs = PATIENCE_MS,
): Promise<void> {
  for (const { name, end } of endings) {
    const late = new AbortController();
    const tooLong = sleep(patienceMs, undefined, { signal: late.signal }).then(() => {
      throw new Error(`${name} did not end within ${patienceMs} ms and was left behind`);
    });
    try {
      await Promise.race([end(), tooLong]);
    } catch (failure) {
      logFailure(failure, 'ending');
    } finally {
      late.abort();
      tooLong.catch(() => undefined);
    }
  }
}
