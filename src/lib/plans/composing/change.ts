// What people send while they write a plan. Pure.
import { z } from 'zod';
import { PaperForm } from '#lib/documents/index.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';

const LONGEST = 4000;
const revision = z.coerce.number().int();
const key = z.string().min(1).max(20);
const words = z
  .string()
  .trim()
  .min(1, 'Ghi nội dung, hoặc bấm bỏ nếu không dùng nữa.')
  .max(LONGEST, 'Đoạn dài quá 4.000 chữ cái; hãy tách thành nhiều đoạn.');
const optionalDay = z
  .union([z.literal(''), z.string().refine(isPlainDate, 'Chọn một ngày có trên lịch.')])
  .default('');
const day = z.string().refine(isPlainDate, 'Chọn một ngày có trên lịch.');
const unitName = z
  .string()
  .trim()
  .max(300, 'Tên đơn vị dài quá 300 chữ cái; ghi tên chính thức.')
  .default('');

export const BeginPlan = z.object({ clientKey: z.uuid() });
export type BeginPlan = z.input<typeof BeginPlan>;

export const OnComposition = z.object({ revision });
export type OnComposition = z.input<typeof OnComposition>;

/** `before` puts back what stood in the plan before. */
export const SettleMoved = z.object({
  revision,
  key,
  text: words,
  due: optionalDay,
  decision: z.enum(['confirm', 'before']),
});
export type SettleMoved = z.input<typeof SettleMoved>;

export const SettleBasis = z
  .object({
    revision,
    key,
    text: z.string().trim().max(LONGEST, 'Căn cứ dài quá 4.000 chữ cái.').default(''),
    decision: z.enum(['keep', 'drop']),
  })
  .refine(({ text, decision }) => decision === 'drop' || text !== '', {
    path: ['text'],
    message: 'Ghi căn cứ, ví dụ: Căn cứ Kế hoạch số 446/KH-UBND ngày 30/12/2023 của …',
  });
export type SettleBasis = z.input<typeof SettleBasis>;

export const AddBasis = z.object({ revision, text: words });
export type AddBasis = z.input<typeof AddBasis>;

export const SettleUnit = z
  .object({ revision, key, unit: unitName, decision: z.enum(['keep', 'drop']) })
  .refine(({ unit, decision }) => decision === 'drop' || unit !== '', {
    path: ['unit'],
    message: 'Ghi tên đơn vị nhận nhiệm vụ.',
  });
export type SettleUnit = z.input<typeof SettleUnit>;

export const SettleOwed = z.object({
  revision,
  dutyId: z.uuid(),
  decision: z.enum(['take', 'leave']),
});
export type SettleOwed = z.input<typeof SettleOwed>;

export const EditClause = z.object({ revision, key, text: words, due: optionalDay });
export type EditClause = z.input<typeof EditClause>;

export const DropClause = z.object({ revision, key, decision: z.enum(['drop', 'restore']) });
export type DropClause = z.input<typeof DropClause>;

export const AddClause = z.object({ revision, list: key, text: words });
export type AddClause = z.input<typeof AddClause>;

export const NameComposition = z
  .object({ revision, title: words, from: day, to: day })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'Ngày kết thúc đứng trước ngày bắt đầu.',
  });
export type NameComposition = z.input<typeof NameComposition>;

export const ComposedPaper = PaperForm.extend({ revision });
export type ComposedPaper = z.input<typeof ComposedPaper>;

export const IssueComposition = OnComposition.extend({
  issuedOn: day,
  /** Whose signature it is could not be proved; a person knows. */
  signatureSeen: z.literal('on').optional(),
});
export type IssueComposition = z.input<typeof IssueComposition>;

export const ReturnComposition = OnComposition.extend({
  reason: z
    .string()
    .trim()
    .min(5, 'Ghi rõ vì sao trả lại, ít nhất vài chữ.')
    .max(1000, 'Lý do dài quá 1.000 chữ cái; hãy rút gọn.'),
});
export type ReturnComposition = z.input<typeof ReturnComposition>;
