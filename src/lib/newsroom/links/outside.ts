// What an answer of another site means for a link. Pure.

/** Status codes by which a site says that the page itself is no more. */
const GONE = new Set([404, 410]);
/** A page that was unreachable so often, over so many days, is told to the editor as dead. */
const FAILURES = 3;
const DAYS = 2;

export type Answer = { readonly status: number } | { readonly failed: Unreached };

/** Why the net had no way there. */
export type Unreached = 'unreachable' | 'too-slow' | 'too-many-redirects' | 'not-public';

const FAILED: Readonly<Record<Unreached, string>> = {
  unreachable: 'không kết nối được',
  'too-slow': 'quá lâu không trả lời',
  'too-many-redirects': 'bị chuyển vòng quanh',
  'not-public': 'không phải trang công khai trên mạng',
};

/** What is wrong in words; null where it opened, or only robots are kept out. */
export function faultOf(answer: Answer): string | null {
  if ('failed' in answer) return FAILED[answer.failed];
  const { status } = answer;
  if (GONE.has(status)) return `trang không còn (mã ${status})`;
  return status >= 500 ? `máy chủ báo lỗi (mã ${status})` : null;
}

export interface Tried {
  readonly triedAt: string;
  readonly fault: string | null;
  readonly failingSince: string | null;
  readonly failures: number;
}

/** What is known after one more try. */
export function afterTry(before: Tried | undefined, answer: Answer, now: string): Tried {
  const fault = faultOf(answer);
  if (fault === null) return { triedAt: now, fault, failingSince: null, failures: 0 };
  return {
    ...{ triedAt: now, fault },
    failingSince: before?.failingSince ?? now,
    failures: (before?.failures ?? 0) + 1,
  };
}

/** One bad minute of another's server is no dead link; a page that its own site calls gone is. */
export function isDead({ fault, failingSince, failures, triedAt }: Tried): boolean {
  if (fault === null || failingSince === null) return false;
  if ([...GONE].some((status) => fault.endsWith(`(mã ${status})`))) return true;
  const days = (Date.parse(triedAt) - Date.parse(failingSince)) / 86_400_000;
  return failures >= FAILURES && days >= DAYS;
}
