// Counting visits in memory: distinct visitors of a day, views, and who was here in the last minutes.
// Visitors are opaque marks made by the caller; nothing here knows an address.

/** A visitor counts as present for five minutes after the last page. */
export const PRESENT_MS = 5 * 60_000;
/** Beyond so many marks a day new visitors are no longer told apart; memory stays bounded. */
const MOST_MARKS = 200_000;

export interface VisitTally {
  readonly day: string;
  views: number;
  visits: number;
  /** Mark → when its last page was answered, in milliseconds. */
  readonly seen: Map<string, number>;
}

export function startTally(day: string): VisitTally {
  return { day, views: 0, visits: 0, seen: new Map() };
}

export function addView(tally: VisitTally, mark: string, at: number): void {
  tally.views += 1;
  const known = tally.seen.has(mark);
  if (!known && tally.seen.size >= MOST_MARKS) return;
  if (!known) tally.visits += 1;
  tally.seen.set(mark, at);
}

export function countPresent(tally: VisitTally, at: number): number {
  let present = 0;
  for (const last of tally.seen.values()) if (at - last <= PRESENT_MS) present += 1;
  return present;
}

const ROBOTS =
  /bot\b|bot\/|spider|crawl|slurp|preview|monitor|uptime|scan|fetch|curl|wget|python|java\/|go-http|okhttp|node|axios|undici|headless|lighthouse|facebookexternalhit|zalo(bot|link)|feed|validator/i;

/** Programs that say so, and those that say nothing. */
export function isRobot(userAgent: string): boolean {
  return userAgent.trim() === '' || ROBOTS.test(userAgent);
}

const NOT_PUBLIC = /^\/(lam-viec|dang-nhap|dang-xuat|thiet-lap|man-hinh|api|suc-khoe|_app)(\/|$)/;

/** Pages for everybody; signed-in work, machine answers and screens that turn by themselves aren't visits. */
export function isPublicPage(path: string): boolean {
  return !NOT_PUBLIC.test(path);
}
