// The stretches of time a rhythm cuts a plan's period into: weeks, months, quarters, halves, years.
import {
  addDays,
  dateParts,
  monthEnd,
  monthOf,
  monthStart,
  plainDate,
  shiftMonth,
  weekday,
  type PlainDate,
} from '#lib/vietnam/index.ts';

export type SpellUnit = 'week' | 'month' | 'quarter' | 'half' | 'year';

/** One stretch, both days included. */
export interface Spell {
  /** Stable name: `2023-W05`, `2023-02`, `2023-Q1`, `2023-H1`, `2023`. */
  readonly key: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The stretches that lie in a period, cut to it; weeks run from Monday (ISO 8601). */
export function spellsIn(unit: SpellUnit, from: PlainDate, to: PlainDate): Spell[] {
  const spells: Spell[] = [];
  for (let day = from; day <= to;) {
    const whole = spellOf(unit, day);
    const end = whole.to < to ? whole.to : to;
    spells.push({ key: whole.key, from: day, to: end });
    day = addDays(whole.to, 1);
  }
  return spells;
}

/** The whole stretch a day lies in. */
export function spellOf(unit: SpellUnit, day: PlainDate): Spell {
  if (unit === 'week') return weekOf(day);
  const { year, month } = dateParts(day);
  const length = { month: 1, quarter: 3, half: 6, year: 12 }[unit];
  const place = Math.floor((month - 1) / length);
  const first = monthOf(plainDate(year, place * length + 1, 1));
  const names = {
    month: first,
    quarter: `${year}-Q${place + 1}`,
    half: `${year}-H${place + 1}`,
    year: String(year),
  };
  return {
    key: names[unit],
    from: monthStart(first),
    to: monthEnd(shiftMonth(first, length - 1)),
  };
}

function weekOf(day: PlainDate): Spell {
  const from = addDays(day, 1 - weekday(day));
  // A week belongs to the year of its Thursday.
  const thursday = addDays(from, 3);
  const { year } = dateParts(thursday);
  const number = Math.floor(daysInto(thursday) / 7) + 1;
  const key = `${year}-W${String(number).padStart(2, '0')}`;
  return { key, from, to: addDays(from, 6) };
}

/** Days since 1 January, which is 0. */
function daysInto(day: PlainDate): number {
  const { year } = dateParts(day);
  return Math.round((Date.parse(day) - Date.parse(plainDate(year, 1, 1))) / 86_400_000);
}

/** "tháng 02/2023", "quý I/2023", "6 tháng đầu năm 2023", "tuần 06/02 – 12/02/2023" */
export function spellInWords({ key, from, to }: Spell): string {
  const show = (day: PlainDate) => `${day.slice(8)}/${day.slice(5, 7)}`;
  const year = key.slice(0, 4);
  if (key.includes('-W')) return `tuần ${show(from)} – ${show(to)}/${to.slice(0, 4)}`;
  if (key.includes('-Q')) return `quý ${['I', 'II', 'III', 'IV'][Number(key.at(-1)) - 1]}/${year}`;
  if (key.includes('-H')) return `6 tháng ${key.endsWith('1') ? 'đầu' : 'cuối'} năm ${year}`;
  if (/^\d{4}$/.test(key)) return `năm ${year}`;
  return `tháng ${key.slice(5, 7)}/${year}`;
}
