// The box "Kết quả giải quyết TTHC" in words, the same on every page, in the feeds and in print.
import { formatInstant, formatMonth, formatNumber, formatPercent } from '#lib/vietnam/index.ts';
import type { CaseBox, Tally } from './figures.ts';

export interface CaseBoxWords {
  /** "Đến tháng 6 đã giải quyết" */
  readonly heading: string;
  /** "100%", "Không phát sinh" or "Chưa có số liệu". */
  readonly rate: string;
  /** True when `rate` is a figure rather than the lack of one. */
  readonly counted: boolean;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** "30/06/2023 16:40:21"; `null` while nothing was declared. */
  readonly updatedAt: string | null;
  /** What the reader should know of the sums: months nobody declared. */
  readonly caution: string | null;
}

const NOTHING = 'Không phát sinh';

export function caseBoxWords(box: CaseBox | undefined): CaseBoxWords {
  if (!box) {
    return {
      heading: 'Kết quả giải quyết hồ sơ',
      rate: 'Chưa có số liệu',
      counted: false,
      lines: [],
      updatedAt: null,
      caution: null,
    };
  }
  return {
    heading: `Đến tháng ${Number(box.upTo.slice(5))}/${box.year} đã giải quyết`,
    rate: percentWords(box.rate),
    counted: box.rate !== null,
    lines: tallyLines(box),
    updatedAt: formatInstant(box.updatedAt),
    caution:
      box.missing.length > 0
        ? `Chưa có số liệu tháng ${box.missing.map(formatMonth).join(', ')}; các con số trên không gồm những tháng này.`
        : null,
  };
}

/** A share in words; no file handled is "không phát sinh", which is neither 0 % nor 100 %. */
export function percentWords(percent: number | null): string {
  return percent === null ? NOTHING : formatPercent(percent);
}

function tallyLines(tally: Tally): CaseBoxWords['lines'] {
  if (tally.handled === 0) return [{ label: 'Số hồ sơ xử lý', value: NOTHING }];
  return [
    { label: 'Số hồ sơ xử lý', value: formatNumber(tally.handled) },
    { label: 'Trước và đúng hạn', value: formatNumber(tally.earlyAndOnTime) },
    { label: 'Trễ hạn', value: formatNumber(tally.late) },
    { label: 'Tỷ lệ trễ hạn', value: percentWords(tally.lateRate) },
  ];
}

/** A month's row for tables: numbers written out, "–" where a number is known only in a sum. */
export function monthWords(tally: Tally) {
  const isApart = tally.early !== null && tally.onTime !== null;
  return {
    handled: formatNumber(tally.handled),
    early: isApart ? formatNumber(tally.early ?? 0) : '–',
    onTime: isApart ? formatNumber(tally.onTime ?? 0) : '–',
    earlyAndOnTime: formatNumber(tally.earlyAndOnTime),
    late: formatNumber(tally.late),
    rate: percentWords(tally.rate),
    lateRate: percentWords(tally.lateRate),
  };
}
