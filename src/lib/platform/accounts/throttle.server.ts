// Failed attempts, counted per bucket. An attempt is counted before the password is looked at and
// given back when it was right, so that a hundred at once are not a hundred free guesses.
import { instantFromMillis, vietnamTime } from '#lib/vietnam/index.ts';
import type { Tx } from '../database/tx.server.ts';
import { keyedDigest } from '../keys.server.ts';
import { accountError } from './errors.ts';
import { FORGET_AFTER_MS, type ThrottleRule, waitAfter, waitInWords } from './throttle.ts';

export interface Bucket {
  /** Keyed digest: neither login nor address can be read back. */
  readonly key: string;
  readonly rule: ThrottleRule;
}

/** A bucket named by what it counts, for example login and network. */
export function bucketOf(rule: ThrottleRule, ...parts: readonly string[]): Bucket {
  return { key: keyedDigest('throttle', ...parts), rule };
}

/**
 * Counts an attempt in every bucket, or says until when (milliseconds) attempts are refused.
 * A refused attempt isn't counted: knocking at a closed door doesn't keep it closed.
 */
export async function countAttempt(
  tx: Tx,
  buckets: readonly Bucket[],
  nowMs: number,
): Promise<number | undefined> {
  // One order for all, so that two attempts never wait for each other.
  const sorted = [...buckets].sort((a, b) => (a.key < b.key ? -1 : 1));
  const counted: { bucket: Bucket; failures: number }[] = [];
  for (const bucket of sorted) {
    const row = await lockBucket(tx, bucket, nowMs);
    const until = Date.parse(row.blocked_until);
    if (until > nowMs) return until;
    const failures = until + FORGET_AFTER_MS < nowMs ? 1 : row.failures + 1;
    counted.push({ bucket, failures });
  }
  for (const { bucket, failures } of counted) {
    const blocked_until = instantFromMillis(nowMs + waitAfter(failures, bucket.rule));
    await tx.db
      .updateTable('sign_in_throttle')
      .set({ failures, blocked_until })
      .where('key_hash', '=', bucket.key)
      .execute();
  }
  return undefined;
}

/** After a right answer: the attempt is given back, and what `cleared` names starts from nothing. */
export async function forgive(
  tx: Tx,
  cleared: readonly Bucket[],
  returned: readonly Bucket[],
  nowMs: number,
): Promise<void> {
  for (const { key } of cleared) {
    await tx.db.deleteFrom('sign_in_throttle').where('key_hash', '=', key).execute();
  }
  for (const { key } of returned) {
    await tx.db
      .updateTable('sign_in_throttle')
      .set((set) => ({
        failures: set('failures', '-', 1),
        blocked_until: instantFromMillis(nowMs),
      }))
      .where('key_hash', '=', key)
      .where('failures', '>', 0)
      .execute();
  }
}

/** @throws LoaError `sign-in.slowed` naming the wait and the time of day. */
export function refuseUntil(untilMs: number, nowMs: number): never {
  const time = vietnamTime(instantFromMillis(untilMs));
  throw accountError('sign-in.slowed', { wait: waitInWords(untilMs - nowMs), time });
}

async function lockBucket(tx: Tx, bucket: Bucket, nowMs: number) {
  await tx.db
    .insertInto('sign_in_throttle')
    .values({
      commune_id: tx.communeId,
      key_hash: bucket.key,
      failures: 0,
      blocked_until: instantFromMillis(nowMs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx.db
    .selectFrom('sign_in_throttle')
    .select(['failures', 'blocked_until'])
    .where('key_hash', '=', bucket.key)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
