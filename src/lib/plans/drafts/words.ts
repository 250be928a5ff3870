// What the parts of a plan and the rhythm of a duty are called.
import { formatDate, isPlainDate } from '#lib/vietnam/index.ts';
import type { Cadence, Section } from './draft.ts';

export const sectionNames: Readonly<Record<Section, string>> = {
  purposes: 'Mục đích',
  requirements: 'Yêu cầu',
  audience: 'Đối tượng',
  topics: 'Nội dung tuyên truyền',
  measures: 'Hình thức, biện pháp',
};

/** "01/01/2026 – 31/12/2026", "từ ngày 01/01/2026", "đến hết ngày 31/12/2026", "chưa có thời gian" */
export function planTimeInWords({ from, to }: { from: string | null; to: string | null }): string {
  const [first, last] = [from, to].map((day) => day && isPlainDate(day) && formatDate(day));
  if (first && last) return `${first} – ${last}`;
  if (first) return `từ ngày ${first}`;
  return last ? `đến hết ngày ${last}` : 'chưa có thời gian';
}

const UNITS = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: 'nửa năm',
  year: 'năm',
} as const;

/** "thường xuyên", "hằng tháng", "2 lần mỗi tháng" */
export function cadenceInWords(every: Cadence): string {
  if (every === 'often') return 'thường xuyên';
  const unit = UNITS[every.unit];
  return every.count === 1
    ? `hằng ${unit}`.replace('hằng nửa năm', 'nửa năm một lần')
    : `${every.count} lần mỗi ${unit}`;
}

/** The rhythms offered for choosing, with the value a form sends. */
export const cadenceChoices: readonly { readonly value: string; readonly every: Cadence | null }[] =
  [
    { value: '', every: null },
    { value: 'often', every: 'often' },
    ...(['week', 'month', 'quarter', 'half', 'year'] as const).flatMap((unit) =>
      [1, 2].map((count) => ({ value: `${count}-${unit}`, every: { count, unit } })),
    ),
  ];

/** The form's value of a rhythm. */
export function cadenceValue(every: Cadence | null): string {
  if (every === null || every === 'often') return every ?? '';
  return `${every.count}-${every.unit}`;
}
