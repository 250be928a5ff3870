// Words and colours of the procedures' desk pages.
import type { Tone } from '#lib/ui/index.ts';
import type { Outcome, Publication } from '#lib/procedures/index.ts';

type Status = 'draft' | 'applied' | 'undone' | 'discarded';

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  draft: 'Chờ xác nhận',
  applied: 'Đã công khai',
  undone: 'Đã hoàn tác',
  discarded: 'Đã bỏ',
};

export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  draft: 'warning',
  applied: 'success',
  undone: 'neutral',
  discarded: 'neutral',
};

export const TONES: Readonly<Record<Publication['state'], Tone>> = {
  'on-time': 'success',
  late: 'danger',
  waiting: 'warning',
  overdue: 'danger',
  'no-day': 'neutral',
};

type Counts = Readonly<Record<Outcome, number>>;

const ORDER: readonly [Outcome, string][] = [
  ['new', 'mới'],
  ['changed', 'sửa đổi'],
  ['abolished', 'bãi bỏ'],
  ['older', 'vào lịch sử'],
  ['untouched', 'không đổi'],
  ['unknown', 'không áp dụng được'],
];

/** "3 mới, 1 sửa đổi"; what there is none of is left out. */
export function outcomeWords(counts: Counts | null): string {
  if (counts === null) return '–';
  const parts = ORDER.filter(([name]) => counts[name] > 0).map(
    ([name, words]) => `${counts[name]} ${words}`,
  );
  return parts.length > 0 ? parts.join(', ') : 'không có thay đổi';
}
