// The calendar of publication: what came out, what comes and what is expected, day by day. Pure.
import { weekOf } from '#lib/plans/index.ts';
import {
  addDays,
  daysBetween,
  monthEnd,
  monthStart,
  type MonthKey,
  type PlainDate,
} from '#lib/vietnam/index.ts';

/** `corrected`: a further edition of what is out; `due`: a duty of a plan that ends on this day. */
export type EntryKind = 'published' | 'corrected' | 'scheduled' | 'due';

export interface CalendarEntry {
  readonly id: string;
  readonly day: PlainDate;
  /** "08:00"; null for what lasts the day. */
  readonly time: string | null;
  readonly kind: EntryKind;
  readonly title: string;
  /** Of a duty: who answers for it; of an article: that it was taken off since. */
  readonly about: string;
  readonly href: string;
}

export interface CalendarDay {
  readonly day: PlainDate;
  /** False for days of other months that fill a week. */
  readonly inside: boolean;
  readonly entries: readonly CalendarEntry[];
}

/** First and last day, both inside. */
export interface Spell {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export function monthSpell(month: MonthKey): Spell {
  return { from: monthStart(month), to: monthEnd(month) };
}

/** Whole weeks that cover the spell, each day with what stands on it, by the hour. */
export function weeksOf(spell: Spell, entries: readonly CalendarEntry[]): CalendarDay[][] {
  const byDay = Map.groupBy(entries, ({ day }) => day);
  const first = weekOf(spell.from).from;
  const count = daysBetween(first, weekOf(spell.to).to) + 1;
  const days = Array.from({ length: count }, (_, index): CalendarDay => {
    const day = addDays(first, index);
    const own = (byDay.get(day) ?? []).toSorted(byHour);
    return { day, inside: day >= spell.from && day <= spell.to, entries: own };
  });
  return Array.from({ length: count / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** A longer silence of the portal is worth a word. */
const GAP_DAYS = 7;

/** Stretches of the spell in which nothing came or is to come out, at least a week long. */
export function gapsOf(spell: Spell, entries: readonly CalendarEntry[]): Spell[] {
  const busy = new Set(entries.filter(({ kind }) => kind !== 'due').map(({ day }) => day));
  const gaps: Spell[] = [];
  let from: PlainDate | undefined;
  for (let day = spell.from; day <= addDays(spell.to, 1); day = addDays(day, 1)) {
    const isEmpty = day <= spell.to && !busy.has(day);
    if (isEmpty) from ??= day;
    else if (from !== undefined) {
      if (daysBetween(from, day) >= GAP_DAYS) gaps.push({ from, to: addDays(day, -1) });
      from = undefined;
    }
  }
  return gaps;
}

function byHour(one: CalendarEntry, other: CalendarEntry): number {
  return (one.time ?? '').localeCompare(other.time ?? '') || one.title.localeCompare(other.title);
}

const FOLLOWED_NAMES: Readonly<Record<EntryKind, string>> = {
  published: 'Đã đăng',
  corrected: 'Đăng bản sửa',
  scheduled: 'Sẽ đăng',
  due: 'Đến hạn',
};

/** Entries as a calendar program takes them. @param origin where the office's pages lie, `https://…` */
export function eventsOf(entries: readonly CalendarEntry[], origin: string) {
  return entries.map(({ id, day, time, kind, title, about, href }) => ({
    // An edition that waited is the same one when it is out.
    uid: `${kind === 'due' ? 'due' : 'edition'}-${id}@loa`,
    day,
    title: `${FOLLOWED_NAMES[kind]}${time ? ` ${time}` : ''}: ${title}`,
    text: about,
    url: origin + href,
  }));
}
