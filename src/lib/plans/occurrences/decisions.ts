// Forms of decisions about duties in time.
import { z } from 'zod';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { QUANTITIES } from '../acts/kinds.ts';

const day = z
  .string()
  .refine(isPlainDate, { error: 'Ngày này không có trong lịch; ghi dạng ngày/tháng/năm.' });
const reason = z
  .string()
  .trim()
  .min(5, 'Ghi lý do, ít nhất 5 chữ.')
  .max(500, 'Lý do dài quá 500 chữ.');
const occurrence = { dutyId: z.uuid(), key: z.string().min(1).max(20) };

export const Rhythm = z.object({
  count: z
    .int('Ghi số lần bằng số nguyên.')
    .min(1, 'Ít nhất 1 lần.')
    .max(31, 'Nhiều nhất 31 lần trong một kỳ.'),
  unit: z.enum(['week', 'month', 'quarter', 'half', 'year'], { error: 'Chọn nhịp.' }),
});

export const SetCadence = z.object({
  dutyIds: z.array(z.uuid()).min(1, 'Chọn ít nhất một nhiệm vụ.').max(200),
  /** `null`: no rhythm, the whole period counts as one. */
  every: Rhythm.nullable(),
  from: day,
});
export type SetCadence = z.input<typeof SetCadence>;

export const SetTarget = z.object({
  dutyId: z.uuid(),
  quantity: z.enum(QUANTITIES, { error: 'Chọn loại chỉ tiêu.' }),
  /** For each occurrence; `null` takes the target back. */
  amount: z
    .int('Ghi chỉ tiêu bằng số nguyên.')
    .min(1, 'Chỉ tiêu ít nhất là 1.')
    .max(1_000_000, 'Chỉ tiêu lớn quá; xem lại đơn vị tính.')
    .nullable(),
});
export type SetTarget = z.input<typeof SetTarget>;

export const MoveOccurrence = z.object({ ...occurrence, due: day, reason });
export type MoveOccurrence = z.input<typeof MoveOccurrence>;

export const ExcuseOccurrence = z.object({ ...occurrence, reason });
export type ExcuseOccurrence = z.input<typeof ExcuseOccurrence>;

export const HandOverOccurrence = z.object({
  ...occurrence,
  unitId: z.uuid('Chọn đơn vị nhận.'),
  reason,
});
export type HandOverOccurrence = z.input<typeof HandOverOccurrence>;

export const ReinstateOccurrence = z.object({ ...occurrence, reason });
export type ReinstateOccurrence = z.input<typeof ReinstateOccurrence>;

export const TieAct = z.object({ ...occurrence, actId: z.uuid(), tie: z.boolean() });
export type TieAct = z.input<typeof TieAct>;
