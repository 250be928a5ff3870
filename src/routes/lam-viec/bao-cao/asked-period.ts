// The period an address asks for: `?ky=half-year&ngay=2023-06-30`, a free span with its last day `den`.
import { askedPeriod, type PeriodKind, type ReportPeriod } from '#lib/reports/index.ts';
import { isPlainDate, toPlainDate } from '#lib/vietnam/index.ts';
import { PERIOD_KINDS } from './words.ts';

/** What is left out or no date is the half-year of today. @throws LoaError `report.*` */
export function periodOfAddress(words: URLSearchParams, today: string): ReportPeriod {
  const asked = words.get('ky');
  const kind: PeriodKind = PERIOD_KINDS.find(({ value }) => value === asked)?.value ?? 'half-year';
  const day = (name: string) => {
    const text = words.get(name) ?? '';
    return isPlainDate(text) ? toPlainDate(text) : null;
  };
  return askedPeriod(kind, day('ngay') ?? toPlainDate(today), day('den'));
}

/** The same period as the end of an address. */
export function addressOfPeriod({ kind, from, to }: ReportPeriod): string {
  return new URLSearchParams({ ky: kind, ngay: from, den: to }).toString();
}
