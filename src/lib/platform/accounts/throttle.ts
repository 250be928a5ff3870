// How guessing is slowed: the first failures cost nothing, then each wait doubles up to a ceiling.

export interface ThrottleRule {
  /** Failures that cost no waiting. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

const MINUTE_MS = 60_000;

/** One login tried from one network, or from one device that has signed in before. */
export const ACCOUNT_RULE: ThrottleRule = {
  free: 5,
  firstWaitMs: 5_000,
  longestWaitMs: 15 * MINUTE_MS,
};

/** All logins tried from one network: higher, since a whole office may share one address. */
export const NETWORK_RULE: ThrottleRule = {
  free: 30,
  firstWaitMs: 5_000,
  longestWaitMs: 15 * MINUTE_MS,
};

/** Codes of the second factor: only who knows the password gets to guess here. */
export const CODE_RULE: ThrottleRule = {
  free: 5,
  firstWaitMs: 30_000,
  longestWaitMs: 30 * MINUTE_MS,
};

/** Failures are forgotten this long after the last wait ended. */
export const FORGET_AFTER_MS = 12 * 60 * MINUTE_MS;

/** How long to wait after the `failures`th failure, in milliseconds. */
export function waitAfter(failures: number, rule: ThrottleRule): number {
  if (failures <= rule.free) return 0;
  const doublings = Math.min(failures - rule.free - 1, 30);
  return Math.min(rule.firstWaitMs * 2 ** doublings, rule.longestWaitMs);
}

/** "40 giây", "3 phút": rounded up, so that trying then is not too early. */
export function waitInWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return seconds < 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
}
