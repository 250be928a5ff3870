// Terms as offices are held to: so many working days, sessions or hours from when a thing came in, with
// the hour after which it counts for tomorrow, and with the clock stopped while something is waited for.

import { addDays } from '../dates/plain-date.ts';
import { type Calendar } from './calendar.ts';
import { type OfficeHours, type OfficeTime, type Session, sessionsOf } from './office-hours.ts';
import { type WorkingDayCount, countWorkingDays, isWorkingDay } from './working-days.ts';

/** What a term is counted in: working days, sessions (half days), working minutes. */
export type TermUnit = 'day' | 'session' | 'minute';

/** A time during which the clock stands still; without `to` it still does. */
export interface Pause {
  readonly from: OfficeTime;
  readonly to: OfficeTime | null;
}

/** By what a term is reckoned. */
export interface TermRules {
  readonly calendar: Calendar;
  readonly hours: OfficeHours;
  /**
   * `next`: the day of reception isn't counted (Civil Code 2015, article 147, clause 2); `same`: it is
   * the first day. Concerns terms in days only: sessions and hours begin where the clock stands.
   */
  readonly firstDay: 'next' | 'same';
  readonly pauses: readonly Pause[];
}

/** Why counting begins later than reception. */
export type Deferral = 'cut-off' | 'closed';

/** A reckoned term; `explainTerm` puts it in words. */
export interface Term {
  readonly unit: TermUnit;
  /** Of the unit: asked for by {@link dueOf}, found by {@link elapsedOf}. */
  readonly amount: number;
  readonly received: OfficeTime;
  /** When it counts as received. */
  readonly start: OfficeTime;
  readonly deferral: Deferral | null;
  /** The end of the term; null while a pause is open that it reaches into. */
  readonly end: OfficeTime | null;
  /** Of the unit, not used up yet when a pause is open. */
  readonly left: number;
  /** Of the unit, passed over because the clock stood. */
  readonly paused: number;
  /** The days the term lay over, until its end or until the open pause. */
  readonly days: WorkingDayCount;
  readonly firstDay: 'next' | 'same';
}

/** The longest term of each unit: what is longer is a slip of the keyboard. */
export const LONGEST_TERM: Readonly<Record<TermUnit, number>> = {
  day: 2_000,
  session: 4_000,
  minute: 60 * 8 * 2_000,
};

// With a wrong table of hours counting must end too.
const HORIZON_DAYS = 12_000;

/**
 * When a term ends: for days with the last session of its last day, for sessions with the last one, for
 * minutes at the minute. Throws a RangeError when the amount is no positive whole number or too large,
 * or when a pause ends before it begins.
 */
export function dueOf(
  received: OfficeTime,
  amount: number,
  unit: TermUnit,
  rules: TermRules,
): Term {
  if (!Number.isInteger(amount) || amount < 1 || amount > LONGEST_TERM[unit]) {
    throw new RangeError(`Not a term: ${amount} ${unit}`);
  }
  const begun = begin(received, rules);
  let left = amount;
  let paused = 0;
  let last = begun.start;
  for (const piece of pieces(begun.start, unit, rules)) {
    if (piece.state === 'stopped') {
      return result(begun, received, unit, rules, { amount, left, paused, end: null, last });
    }
    if (piece.state === 'paused') {
      paused += piece.size;
      continue;
    }
    last = { date: piece.date, minute: piece.to };
    if (piece.size >= left) {
      const minute = unit === 'minute' ? piece.from + left : piece.to;
      const end = { date: piece.date, minute };
      return result(begun, received, unit, rules, { amount, left: 0, paused, end, last: end });
    }
    left -= piece.size;
  }
  throw new RangeError('The table of hours leaves too little time to work');
}

/** How much of a term has run from reception until a moment, pauses left out: the inverse of {@link dueOf}. */
export function elapsedOf(
  received: OfficeTime,
  until: OfficeTime,
  unit: TermUnit,
  rules: TermRules,
): Term {
  const begun = begin(received, rules);
  let amount = 0;
  let paused = 0;
  for (const piece of pieces(begun.start, unit, rules)) {
    // A day counts when it has come; a session when it has ended; minutes as they pass.
    const place = unit === 'day' ? { date: piece.date, minute: 0 } : { ...piece, minute: piece.to };
    const isOver = compareTimes(place, until) <= 0;
    if (unit !== 'minute' && !isOver) break;
    if (compareTimes({ date: piece.date, minute: piece.from }, until) >= 0 && unit === 'minute')
      break;
    if (piece.state === 'stopped') break;
    const size =
      unit === 'minute' && piece.date === until.date
        ? Math.min(piece.to, until.minute) - piece.from
        : piece.size;
    if (piece.state === 'paused') paused += size;
    else amount += size;
  }
  return result(begun, received, unit, rules, { amount, left: 0, paused, end: until, last: until });
}

/** Orders moments, earliest first. */
export function compareTimes(left: OfficeTime, right: OfficeTime): number {
  if (left.date !== right.date) return left.date < right.date ? -1 : 1;
  return left.minute - right.minute;
}

interface Begun {
  readonly start: OfficeTime;
  readonly deferral: Deferral | null;
}

/** What comes in after the cut-off hour, or while the office rests, counts for the next working day. */
function begin(received: OfficeTime, { calendar, hours }: TermRules): Begun {
  const sessions = sessionsOf(received.date, calendar, hours);
  const closes = sessions.at(-1)?.to ?? 0;
  const isLate = hours.cutOff !== null && received.minute > hours.cutOff;
  if (sessions.length > 0 && !isLate && received.minute < closes) {
    return { start: received, deferral: null };
  }
  let date = addDays(received.date, 1);
  for (let days = 0; sessionsOf(date, calendar, hours).length === 0; days += 1) {
    if (days > HORIZON_DAYS) throw new RangeError('The table of hours has no session');
    date = addDays(date, 1);
  }
  const opens = sessionsOf(date, calendar, hours)[0]?.from ?? 0;
  const isOpenDay = sessions.length > 0;
  return { start: { date, minute: opens }, deferral: isOpenDay && isLate ? 'cut-off' : 'closed' };
}

interface Piece extends Session {
  readonly date: OfficeTime['date'];
  /** Of the unit. */
  readonly size: number;
  readonly state: 'counted' | 'paused' | 'stopped';
}

/** The working time from a moment on, in pieces that are counted or passed over, earliest first. */
function* pieces(start: OfficeTime, unit: TermUnit, rules: TermRules): Generator<Piece> {
  for (const { from, to } of rules.pauses) {
    if (to && compareTimes(from, to) > 0) throw new RangeError('A pause ends before it begins');
  }
  const first = unit === 'day' && rules.firstDay === 'next' ? addDays(start.date, 1) : start.date;
  for (let offset = 0; offset <= HORIZON_DAYS; offset += 1) {
    const date = addDays(first, offset);
    const sessions = sessionsOf(date, rules.calendar, rules.hours);
    if (unit === 'day') {
      if (isWorkingDay(date, rules.calendar)) {
        const to = sessions.at(-1)?.to ?? 24 * 60 - 1;
        yield { date, from: sessions[0]?.from ?? 0, to, size: 1, state: stateOfDay(date, rules) };
      }
      continue;
    }
    for (const session of sessions) {
      if (unit === 'session') {
        const opens = { date, minute: session.from };
        // A session already begun at reception isn't a whole one any more.
        if (compareTimes(opens, start) < 0) continue;
        yield { date, ...session, size: 1, state: stateAt(opens, rules) };
      } else {
        yield* minutesOf(date, session, start, rules);
      }
    }
  }
}

/** A session cut where reception lies and where the clock stops or starts. */
function* minutesOf(
  date: OfficeTime['date'],
  session: Session,
  start: OfficeTime,
  rules: TermRules,
): Generator<Piece> {
  const opens = date === start.date ? Math.max(session.from, start.minute) : session.from;
  if (opens >= session.to) return;
  const cuts = rules.pauses
    .flatMap(({ from, to }) => (to ? [from, to] : [from]))
    .filter((cut) => cut.date === date && cut.minute > opens && cut.minute < session.to)
    .map(({ minute }) => minute);
  const marks = [...new Set([opens, ...cuts, session.to])].sort((left, right) => left - right);
  for (const [index, from] of marks.slice(0, -1).entries()) {
    const to = marks[index + 1] ?? session.to;
    yield { date, from, to, size: to - from, state: stateAt({ date, minute: from }, rules) };
  }
}

/** The day a pause begins is still counted, the day it ends isn't: as terms begin on the day after. */
function stateOfDay(date: OfficeTime['date'], { pauses }: TermRules): Piece['state'] {
  const own = pauses.filter(({ from, to }) => date > from.date && (!to || date <= to.date));
  return stateOf(own);
}

function stateAt(moment: OfficeTime, { pauses }: TermRules): Piece['state'] {
  const own = pauses.filter(
    ({ from, to }) => compareTimes(moment, from) >= 0 && (!to || compareTimes(moment, to) < 0),
  );
  return stateOf(own);
}

function stateOf(pauses: readonly Pause[]): Piece['state'] {
  if (pauses.some(({ to }) => to === null)) return 'stopped';
  return pauses.length > 0 ? 'paused' : 'counted';
}

function result(
  { start, deferral }: Begun,
  received: OfficeTime,
  unit: TermUnit,
  { calendar, firstDay }: TermRules,
  found: Pick<Term, 'amount' | 'left' | 'paused' | 'end'> & { last: OfficeTime },
): Term {
  const { last, ...rest } = found;
  const before = unit === 'day' && firstDay === 'next' ? start.date : addDays(start.date, -1);
  const days = countWorkingDays(before, last.date < before ? before : last.date, calendar);
  return { unit, received, start, deferral, days, firstDay, ...rest };
}
