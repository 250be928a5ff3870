// Steps of a report and kinds of periods, as its pages name them.
import { periodInWords, type ReportPeriod } from '#lib/reports/index.ts';
import { capitalize } from '#lib/vietnam/index.ts';

export const STATUS = {
  draft: { text: 'Dự thảo', tone: 'info' },
  checked: { text: 'Đã kiểm tra, chờ duyệt', tone: 'warning' },
  approved: { text: 'Đã duyệt, chờ ký', tone: 'warning' },
  signed: { text: 'Đã ký, chờ cấp số', tone: 'warning' },
  issued: { text: 'Đã ban hành', tone: 'success' },
  discarded: { text: 'Đã bỏ', tone: 'neutral' },
} as const;

export const PERIOD_KINDS = [
  { value: 'month', label: 'Tháng' },
  { value: 'quarter', label: 'Quý' },
  { value: 'half-year', label: '6 tháng' },
  { value: 'year', label: 'Năm' },
  { value: 'span', label: 'Kỳ tự chọn' },
] as const;

export function titleOf(period: ReportPeriod): string {
  return capitalize(periodInWords(period));
}
