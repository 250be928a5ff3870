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

/** What is known beside the answers of one run. */
export interface Around {
  /** It was off the net at the last try. */
  readonly wasOff: boolean;
  /** How many sites the commune's links lead to, tried in this run or not. */
  readonly hosts: number;
}

/**
 * Whether this machine is off the net: several sites were asked and none was to be reached. One site alone
 * that can't be reached is that site's trouble, and so are several that were silent the last time too, unless all
 * were silent before and nothing told since that the net is back.
 */
export function isOffTheNet(tries: readonly Asked[], { wasOff, hosts }: Around): boolean {
  const asked = tries.filter(wasAsked);
  const silent = new Set(asked.map(({ href }) => hostOf(href)));
  const isNew = silent.size > 1 && asked.some(({ before }) => !wasSilent(before));
  const isTelling = isNew || (silent.size > 0 && wasOff && hosts > 1);
  return isTelling && asked.every(({ answer }) => isSilence(answer));
}

/** Whether these tries say that others can be reached, or that nobody else is there to ask. */
export function isOnTheNet(tries: readonly Asked[], around: Around): boolean {
  return around.hosts === 0 || (tries.some(wasAsked) && !isOffTheNet(tries, around));
}

interface Asked {
  readonly href: string;
  /** What was known until then. */
  readonly before: Tried | undefined;
  readonly answer: Answer;
}

const wasAsked = ({ answer }: Asked) => !('unasked' in answer);

export function hostOf(href: string): string | undefined {
  return URL.parse(href)?.hostname;
}

/** A silence of so many days is told to the office. */
const TOLD_AFTER_DAYS = 2;

/** @param since @param now instants */
export function isLongSilence(since: string, now: string): boolean {
  return (Date.parse(now) - Date.parse(since)) / 86_400_000 >= TOLD_AFTER_DAYS;
}

const SILENT = new Set<Trouble | null>(['unreachable', 'too-slow']);
const isSilence = (answer: Answer) => 'failed' in answer && SILENT.has(answer.failed);
const wasSilent = (before: Tried | undefined) => SILENT.has(before?.trouble ?? null);

/** Where only robots are kept out, readers aren't. */
function isFault(status: number | null, trouble: Trouble | null): boolean {
  return trouble !== null || (status !== null && (GONE.has(status) || status >= 500));
}

/** A trouble as it was kept. */
export function findTrouble(kept: string | null): Trouble | null {
  return kept !== null && Object.hasOwn(TROUBLES, kept) ? (kept as Trouble) : null;
}
