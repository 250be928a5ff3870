// What is filled in for a dispatch and for those who confirm without an account; where a recipient stands.
import { z } from 'zod';
import { addWorkingDays, type Calendar, type PlainDate } from '#lib/vietnam/index.ts';

export const DISPATCH_KINDS = {
  plan: 'Kế hoạch',
  guidance: 'Hướng dẫn',
  change: 'Thay đổi, điều chỉnh',
  relay: 'Nội dung truyền đạt',
} as const;
export type DispatchKind = keyof typeof DISPATCH_KINDS;

const title = z
  .string()
  .trim()
  .min(1, 'Nhập trích yếu, ví dụ: Hướng dẫn tuyên truyền tháng 7.')
  .max(200, 'Trích yếu dài quá 200 ký tự; hãy rút gọn.');
const body = z
  .string()
  .trim()
  .min(1, 'Nhập nội dung gửi đi.')
  .max(20_000, 'Nội dung dài quá 20.000 ký tự; hãy gửi phần chính.');
const optionalId = z
  .union([z.literal(''), z.uuid('Chọn trong danh sách.')])
  .default('')
  .transform((value) => (value === '' ? null : value));

export const SendDispatch = z.object({
  clientKey: z.uuid(),
  kind: z.enum(Object.keys(DISPATCH_KINDS) as [DispatchKind], 'Chọn loại nội dung gửi.'),
  /** The plan it belongs to; a topic brings its own. */
  planId: optionalId,
  topicId: optionalId,
  title,
  body,
  /** Ids of units and villages. */
  recipients: z.array(z.uuid()).min(1, 'Chọn ít nhất một nơi nhận.'),
  confirmWithin: z.coerce
    .number('Nhập số ngày làm việc, từ 1 đến 60.')
    .int('Nhập số ngày làm việc, từ 1 đến 60.')
    .min(1, 'Nhập số ngày làm việc, từ 1 đến 60.')
    .max(60, 'Nhập số ngày làm việc, từ 1 đến 60.'),
});
export type SendDispatch = z.input<typeof SendDispatch>;

export const ReviseDispatch = z.object({
  id: z.uuid(),
  title,
  body,
  reason: z.string().trim().min(1, 'Nhập lý do sửa.').max(500, 'Lý do dài quá 500 ký tự.'),
});
export type ReviseDispatch = z.infer<typeof ReviseDispatch>;

export const RecallDispatch = ReviseDispatch.pick({ id: true, reason: true });
export type RecallDispatch = z.infer<typeof RecallDispatch>;

export const AddHead = z.object({
  /** Id of the unit or village. */
  of: z.uuid('Chọn đơn vị hoặc thôn trong danh sách.'),
  position: z
    .string()
    .trim()
    .min(1, 'Nhập chức danh, ví dụ: Trưởng thôn Nội.')
    .max(120, 'Chức danh dài quá 120 ký tự; hãy rút gọn.'),
});
export type AddHead = z.infer<typeof AddHead>;

/** A PIN is good for a year, a link for thirty days. */
export const PIN_MONTHS = 12;
export const LINK_DAYS = 30;

export type ReadingState = 'read' | 'waiting' | 'late';

/** The last day to confirm a revision sent on `day`. */
export function confirmBy(day: PlainDate, within: number, calendar: Calendar): PlainDate {
  return addWorkingDays(day, within, calendar).to;
}

/** Where a recipient stands: `late` from the day after the last day to confirm. */
export function readingState(read: boolean, due: PlainDate, today: PlainDate): ReadingState {
  if (read) return 'read';
  return today > due ? 'late' : 'waiting';
}
