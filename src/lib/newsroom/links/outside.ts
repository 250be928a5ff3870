// What an answer of another site means for a link. Pure.

/** Status codes by which a site says that the page itself is no more. */
const GONE: ReadonlySet<number> = new Set([404, 410]);
/** A page that was unreachable so often, over so many days, is told to the editor as dead. */
const FAILURES = 3;
const DAYS = 2;

/** Why the net had no way there, with what is said of it. */
const TROUBLES = {
  unreachable: 'không kết nối được',
  'too-slow': 'quá lâu không trả lời',
  'too-many-redirects': 'bị chuyển vòng quanh',
  'not-public': 'không phải trang công khai trên mạng',
} as const;
export type Trouble = keyof typeof TROUBLES;

/** What came of a try; `unasked`: this machine doesn't go there, which says nothing of the page. */
export type Answer =
  { readonly status: number } | { readonly failed: Trouble } | { readonly unasked: true };

export interface Tried {
  /** An instant. */
  readonly triedAt: string;
  /** The number of the last answer; null where none came. */
  readonly status: number | null;
  /** Why the last try had no answer. */
  readonly trouble: Trouble | null;
  /** The first of the tries that failed one after the other. */
  readonly failingSince: string | null;
  readonly failures: number;
}

/** What is known after one more try. */
export function afterTry(before: Tried | undefined, answer: Answer, now: string): Tried {
  const status = 'status' in answer ? answer.status : null;
  const trouble = 'failed' in answer ? answer.failed : null;
  if (!isFault(status, trouble)) {
    return { triedAt: now, status, trouble, failingSince: null, failures: 0 };
  }
  return {
    ...{ triedAt: now, status, trouble },
    failingSince: before?.failingSince ?? now,
    failures: (before?.failures ?? 0) + 1,
  };
}

/** What is known after a try that found this machine off the net: the day of it, and nothing more. */
export function afterNothing(before: Tried | undefined, now: string): Tried {
  const unknown = { status: null, trouble: null, failingSince: null, failures: 0 };
  return { ...(before ?? unknown), triedAt: now };
}

/** One bad minute of another's server is no dead link; a page that its own site calls gone is. */
export function isDead({ status, failingSince, failures, triedAt }: Tried): boolean {
  if (failingSince === null) return false;
  if (status !== null && GONE.has(status)) return true;
  const days = (Date.parse(triedAt) - Date.parse(failingSince)) / 86_400_000;
  return failures >= FAILURES && days >= DAYS;
}

/** What is wrong, for an editor; empty where nothing is. */
export function faultInWords({ status, trouble }: Pick<Tried, 'status' | 'trouble'>): string {
  if (trouble !== null) return TROUBLES[trouble];
  if (status === null || !isFault(status, trouble)) return '';
  return GONE.has(status) ? `trang không còn (mã ${status})` : `máy chủ báo lỗi (mã ${status})`;
}

/**
 * Whether this machine is off the net: several sites were asked and none was to be reached. One site alone
 * that can't be reached is that site's trouble.
 */
export function isOffTheNet(tries: readonly { href: string; answer: Answer }[]): boolean {
  const asked = tries.filter(({ answer }) => !('unasked' in answer));
  const hosts = new Set(asked.map(({ href }) => URL.parse(href)?.hostname));
  return hosts.size > 1 && asked.every(({ answer }) => isSilence(answer));
}

const isSilence = (answer: Answer) =>
  'failed' in answer && (answer.failed === 'unreachable' || answer.failed === 'too-slow');

/** Where only robots are kept out, readers aren't. */
function isFault(status: number | null, trouble: Trouble | null): boolean {
  return trouble !== null || (status !== null && (GONE.has(status) || status >= 500));
}

/** A trouble as it was kept. */
export function findTrouble(kept: string | null): Trouble | null {
  return kept !== null && Object.hasOwn(TROUBLES, kept) ? (kept as Trouble) : null;
}
