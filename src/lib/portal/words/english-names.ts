// Names of offices and places, days and numbers as English pages say them; of a name its kind is translated.
// Pure.
import { ENGLISH_MONTHS as MONTHS, englishNumber } from '#lib/ui/index.ts';
import { toInstant, vietnamDate, vietnamTime } from '#lib/vietnam/index.ts';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^xã\s+/i, 'Commune'],
  [/^phường\s+/i, 'Ward'],
  [/^đặc khu\s+/i, 'Special Zone'],
  [/^thị trấn\s+/i, 'Township'],
  [/^thành phố\s+/i, 'City'],
  [/^thị xã\s+/i, 'Town'],
  [/^huyện\s+/i, 'District'],
  [/^quận\s+/i, 'District'],
  [/^tỉnh\s+/i, 'Province'],
];

/** "xã Tiền Tiến" → "Tiền Tiến Commune"; a name of unknown kind stays as it is. */
export function englishName(name: string): string {
  const known = KINDS.find(([kind]) => kind.test(name));
  return known ? `${name.replace(known[0], '')} ${known[1]}` : name;
}

/** "30 June 2023", which nobody takes for another day. @param day YYYY-MM-DD */
export function englishDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** "June 2023" @param month YYYY-MM */
export function englishMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${Number(month.slice(0, 4))}`;
}

/** "30 June 2023, 14:05", as clocks in Vietnam show it. @param instant ISO UTC */
export function englishInstant(instant: string): string {
  const at = toInstant(instant);
  return `${englishDate(vietnamDate(at))}, ${vietnamTime(at).slice(0, 5)}`;
}

/** "1,234 procedures"; the one thing without its plural. @param thing in the singular, its plural with an s */
export function englishCount(count: number, thing: string): string {
  return `${englishNumber(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** "96.77%"; undefined where there is nothing to have a share of, which is neither 0 % nor 100 %. */
export function englishPercent(percent: number | null): string | undefined {
  return percent === null ? undefined : `${percent}%`;
}
