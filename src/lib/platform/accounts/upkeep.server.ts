// What accounts leave behind, swept by a job: sessions long over, delays long passed, forms nobody
// came back for.
import { inCommune } from '../database/commune.server.ts';
import { defineJob } from '../jobs/jobs.server.ts';
import { instantFromMillis } from '#lib/vietnam/index.ts';
import { dropExpiredSubmissions } from './submissions.server.ts';

const DAY_MS = 24 * 3_600_000;
// A person may still want to see where an account was signed in lately.
const SESSIONS_KEPT_MS = 30 * DAY_MS;

/** Removes what is of no use any more; `nowMs` is the real clock, as sessions and delays use it. */
export async function sweepAccounts(communeId: string, nowMs = Date.now()): Promise<void> {
  await inCommune(
    communeId,
    async ({ db }) => {
      const longAgo = instantFromMillis(nowMs - SESSIONS_KEPT_MS);
      await db.deleteFrom('session').where('absolute_until', '<', longAgo).execute();
      const yesterday = instantFromMillis(nowMs - DAY_MS);
      await db.deleteFrom('sign_in_throttle').where('blocked_until', '<', yesterday).execute();
    },
    { write: true },
  );
  await dropExpiredSubmissions(communeId, nowMs);
}

defineJob({
  name: 'accounts.sweep',
  run: (communeId) => sweepAccounts(communeId),
  everyMinutes: 60,
});
