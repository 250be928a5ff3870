// The dated occurrences of a duty: what "hằng tháng", "trước ngày 15/6" or "thường xuyên" asks for, day
// by day. Pure: the plan's words, the coordinator's cadences and the working calendar go in.
import { endOfMonth } from '../reading/timing.ts';
import type { Cadence } from '../drafts/draft.ts';
import {
  addDays,
  addWorkingDays,
  dateParts,
  findPlainDate,
  isWorkingDay,
  workingDayOnOrAfter,
  type Calendar,
  type PlainDate,
} from '#lib/vietnam/index.ts';
import { spellsIn, type Spell } from './spells.ts';

/** What occurrences are computed from, as the confirmed plan has it. */
export interface DutyFrame {
  readonly id: string;
  readonly unit: string;
  readonly period: { readonly from: PlainDate; readonly to: PlainDate };
  /** The day the plan names, and its words where it names none that can be computed. */
  readonly dueOn: PlainDate | null;
  readonly dueText: string | null;
  /** As the plan's words have it; "often" waits for the coordinator. */
  readonly every: Cadence | null;
}

/** A rhythm the coordinator set, from a day on. */
export interface SetCadence {
  readonly from: PlainDate;
  readonly every: Exclude<Cadence, 'often'> | null;
}

/** Why an occurrence is due when it is. */
export type DueRule =
  /** The last working day of its stretch. */
  | 'last-working-day'
  /** The day the plan names; a day off moves it to the next working day (BLDS 2015, art. 148). */
  | 'named-day'
  /** No day and no rhythm: by the end of the plan's period. */
  | 'end-of-plan';

export interface PlannedOccurrence {
  readonly duty: string;
  /** Stable within the duty: the stretch's key, the named day, or `ca-ky` for the whole period. */
  readonly key: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly due: PlainDate;
  /** How many acts it asks for. */
  readonly times: number;
  readonly rule: DueRule;
  /** `plan`: by the plan's words; `coordinator`: by a cadence set at the desk. */
  readonly basis: 'plan' | 'coordinator';
}

export const WHOLE_PERIOD = 'ca-ky';

/**
 * Every occurrence of a duty within its plan's period, in order. Cadences set at the desk take over from
 * their day on; a stretch belongs to the cadence in force on its first day.
 */
export function planOccurrences(
  duty: DutyFrame,
  cadences: readonly SetCadence[],
  calendar: Calendar,
): PlannedOccurrence[] {
  const named = namedDays(duty);
  const own = duty.every === 'often' ? null : duty.every;
  const first: Phase = { from: duty.period.from, every: own, basis: 'plan' };
  const phases = phasesOf(first, cadences, duty.period);
  const rhythmic = phases.flatMap((phase) => inPhase(duty, phase, calendar));
  const dated = named.map((day) => onDay(duty, day, calendar));
  const all = [...rhythmic, ...dated];
  return all.length > 0 ? all.sort(byDue) : [wholePeriod(duty, calendar)];
}

interface Phase extends SetCadence {
  readonly basis: 'plan' | 'coordinator';
}

function phasesOf(
  first: Phase,
  cadences: readonly SetCadence[],
  period: DutyFrame['period'],
): (Phase & { readonly to: PlainDate })[] {
  const set = [...cadences]
    .filter(({ from }) => from <= period.to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, every }) => ({
      from: from < period.from ? period.from : from,
      every,
      basis: 'coordinator' as const,
    }));
  const all: Phase[] = [first, ...set];
  return all.flatMap((phase, index) => {
    const next = all[index + 1];
    const to = next ? addDays(next.from, -1) : period.to;
    return to < phase.from ? [] : [{ ...phase, to }];
  });
}

function inPhase(
  duty: DutyFrame,
  { every, from, to, basis }: Phase & { to: PlainDate },
  calendar: Calendar,
): PlannedOccurrence[] {
  if (!every) return [];
  return spellsIn(every.unit, from, to).map((spell) => ({
    duty: duty.id,
    ...spell,
    due: lastWorkingDay(spell, calendar),
    times: every.count,
    rule: 'last-working-day',
    basis,
  }));
}

/** The last day worked in a stretch; where none is, its last day. */
function lastWorkingDay({ from, to }: Spell, calendar: Calendar): PlainDate {
  const day = isWorkingDay(to, calendar) ? to : addWorkingDays(to, -1, calendar).to;
  return day < from ? to : day;
}

function onDay(duty: DutyFrame, day: PlainDate, calendar: Calendar): PlannedOccurrence {
  const due = workingDayOnOrAfter(day, calendar);
  return {
    duty: duty.id,
    key: day,
    from: duty.period.from < day ? duty.period.from : day,
    to: due,
    due,
    times: 1,
    rule: 'named-day',
    basis: 'plan',
  };
}

function wholePeriod(duty: DutyFrame, calendar: Calendar): PlannedOccurrence {
  const spell = { key: WHOLE_PERIOD, ...duty.period };
  return {
    duty: duty.id,
    ...spell,
    due: lastWorkingDay(spell, calendar),
    times: 1,
    rule: 'end-of-plan',
    basis: 'plan',
  };
}

const YEARLY =
  /(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\s*[/.-]\s*\d)|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})/iu;
const YEARLY_MONTH = /tháng\s+(\d{1,2})/iu;
const EACH_YEAR = /(hằng|hàng|mỗi)\s+năm/iu;

/** The day the plan names, or the same day of each year it covers ("trước ngày 15/6 hằng năm"). */
function namedDays({ dueOn, dueText, period }: DutyFrame): PlainDate[] {
  if (dueOn) return [dueOn];
  if (!dueText || !EACH_YEAR.test(dueText)) return [];
  const first = dateParts(period.from).year;
  const last = dateParts(period.to).year;
  const days: PlainDate[] = [];
  for (let year = first; year <= last; year += 1) {
    const day = dayInYear(dueText, year);
    if (day && day >= period.from && day <= period.to) days.push(day);
  }
  return days;
}

function dayInYear(words: string, year: number): PlainDate | undefined {
  const day = YEARLY.exec(words);
  if (day) return findPlainDate(year, Number(day[2] ?? day[4]), Number(day[1] ?? day[3]));
  const month = YEARLY_MONTH.exec(words);
  const number = Number(month?.[1]);
  if (!(number >= 1 && number <= 12)) return undefined;
  return endOfMonth(number, year) as PlainDate;
}

function byDue(left: PlannedOccurrence, right: PlannedOccurrence): number {
  if (left.due !== right.due) return left.due < right.due ? -1 : 1;
  return left.key < right.key ? -1 : 1;
}
