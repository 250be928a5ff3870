// Which stretch of the calendar of publication an address asks for.
import { monthSpell } from '#lib/newsroom/index.ts';
import { weekOf } from '#lib/plans/index.ts';
import {
  addDays,
  isMonthKey,
  isPlainDate,
  monthOf,
  monthStart,
  shiftMonth,
  type PlainDate,
} from '#lib/vietnam/index.ts';

/** A month (`thang`) or a week (`tuan`, any of its days); without either the month of `today`. */
export function viewOf(url: URL, today: PlainDate) {
  const week = url.searchParams.get('tuan') ?? '';
  if (isPlainDate(week)) {
    const spell = weekOf(week);
    return {
      ...{ kind: 'week' as const, spell, month: monthOf(spell.from) },
      ...{ before: `?tuan=${addDays(spell.from, -7)}`, after: `?tuan=${addDays(spell.from, 7)}` },
      here: `?tuan=${spell.from}`,
    };
  }
  const asked = url.searchParams.get('thang') ?? '';
  const month = isMonthKey(asked) ? asked : monthOf(today);
  return {
    ...{ kind: 'month' as const, spell: monthSpell(month), month },
    ...{ before: `?thang=${shiftMonth(month, -1)}`, after: `?thang=${shiftMonth(month, 1)}` },
    here: `?thang=${month}`,
  };
}

/** The week to look at first when a month is left for its weeks. */
export function weekIn(month: Parameters<typeof monthStart>[0], today: PlainDate): PlainDate {
  return monthOf(today) === month ? today : monthStart(month);
}
