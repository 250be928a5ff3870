// What is filled in to amend, close or carry over a plan.
import { z } from 'zod';
import { isPlainDate } from '#lib/vietnam/index.ts';

const day = (empty: string) =>
  z
    .string()
    .min(1, empty)
    .refine(isPlainDate, { error: 'Ngày này không có trong lịch; ghi dạng ngày/tháng/năm.' });
const text = z
  .string()
  .trim()
  .min(1, 'Ghi nội dung.')
  .max(4000, 'Nội dung dài quá 4.000 ký tự; hãy tách ra.');
const label = z.string().trim().min(1, 'Ghi tên ngắn.').max(80, 'Tên ngắn dài quá 80 ký tự.');
const reason = z
  .string()
  .trim()
  .min(5, 'Ghi lý do, ít nhất 5 chữ.')
  .max(500, 'Lý do dài quá 500 chữ.');
const dueOn = z
  .string()
  .refine((value) => value === '' || isPlainDate(value), {
    error: 'Hạn này không có trong lịch; ghi dạng ngày/tháng/năm.',
  })
  .transform((value) => (value === '' ? null : value));

export const TopicEdit = z.object({ id: z.uuid(), label, text, ended: z.boolean() });
export const DutyEdit = z.object({
  id: z.uuid(),
  unit: z.uuid('Chọn đơn vị thực hiện.'),
  text,
  dueOn,
  ended: z.boolean(),
});

export const AmendPlan = z.object({
  planId: z.uuid(),
  /** The amending decision as it is cited. */
  code: z
    .string()
    .trim()
    .min(3, 'Ghi số, ký hiệu của quyết định sửa đổi, ví dụ 45/QĐ-UBND.')
    .max(60, 'Số, ký hiệu dài quá 60 ký tự.'),
  issuedOn: day('Chọn ngày ban hành của quyết định.'),
  validFrom: day('Chọn ngày sửa đổi có hiệu lực.'),
  reason,
  topics: z.array(TopicEdit).max(200).default([]),
  newTopics: z.array(z.object({ label, text })).max(20).default([]),
  duties: z.array(DutyEdit).max(500).default([]),
  newDuties: z
    .array(DutyEdit.omit({ id: true, ended: true }))
    .max(20)
    .default([]),
});
export type AmendPlan = z.input<typeof AmendPlan>;

export const ClosePlan = z.object({
  planId: z.uuid(),
  /** The last day the plan runs. */
  lastDay: day('Chọn ngày cuối kế hoạch còn thực hiện.'),
  reason,
  replacedBy: z
    .union([z.literal(''), z.uuid('Chọn trong danh sách.')])
    .default('')
    .transform((value) => (value === '' ? null : value)),
});
export type ClosePlan = z.input<typeof ClosePlan>;

export const CarryOver = z.object({
  /** The plan that takes the duties in. */
  planId: z.uuid(),
  dutyIds: z.array(z.uuid()).min(1, 'Chọn ít nhất một nhiệm vụ để chuyển tiếp.').max(200),
});
export type CarryOver = z.infer<typeof CarryOver>;
