// One month's figures as an officer declares them, checked.
import { z } from 'zod';
import { isMonthKey, type MonthKey } from '#lib/vietnam/index.ts';

const MOST = 9_999_999;

const count = (name: string) =>
  z
    .number(`Ô “${name}” cần một số nguyên, ví dụ 12.`)
    .int(`Ô “${name}” cần một số nguyên, không có phần lẻ.`)
    .min(0, `Ô “${name}” không thể là số âm.`)
    .max(MOST, `Ô “${name}” lớn khác thường; xem lại con số.`);

export const FigureDeclaration = z.object({
  month: z.custom<MonthKey>(
    (value) => typeof value === 'string' && isMonthKey(value) && value >= '2000-01',
    'Tháng viết theo dạng năm-tháng, ví dụ 2023-06.',
  ),
  /** `null` when early and on time are known only together; the sum then stands in `onTime`. */
  early: count('Trước hạn').nullable(),
  onTime: count('Đúng hạn'),
  late: count('Trễ hạn'),
  source: z
    .string()
    .trim()
    .min(1, 'Ghi nguồn của số liệu, ví dụ: Sổ theo dõi hồ sơ của bộ phận một cửa.')
    .max(300, 'Nguồn dài quá 300 ký tự.'),
  /** Needed when the month has figures already. */
  reason: z.string().trim().max(500, 'Lý do dài quá 500 ký tự.').nullable().default(null),
  /** The version the officer had before them; a newer one is then not overwritten unseen. */
  basedOn: z.number().int().min(0).optional(),
});
export type FigureDeclaration = z.input<typeof FigureDeclaration>;
