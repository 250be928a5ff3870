// The declaration form: texts as typed to a month's figures, with what is wrong beside each field.
import { z } from 'zod';
import type { FigureDeclaration } from '#lib/onestop/index.ts';
import { isMonthKey, parseNumber, type MonthKey } from '#lib/vietnam/index.ts';

const MOST = 9_999_999;

function countField(name: string) {
  return z
    .string(`Nhập ô “${name}”.`)
    .transform((text) => parseNumber(text) ?? Number.NaN)
    .refine((value) => Number.isInteger(value) && value >= 0 && value <= MOST, {
      message: `Ô “${name}” cần một số nguyên không âm, ví dụ 12 hoặc 1.250. Không có hồ sơ nào thì ghi 0.`,
    });
}

export const FigureForm = z
  .object({
    thang: z.custom<MonthKey>(
      (value) => typeof value === 'string' && isMonthKey(value),
      'Chọn tháng trong bảng bên dưới.',
    ),
    truoc_han: z.string().default(''),
    dung_han: countField('Đúng hạn'),
    tre_han: countField('Trễ hạn'),
    nguon: z
      .string('Ghi nguồn của số liệu.')
      .min(1, 'Ghi nguồn của số liệu, ví dụ: Sổ theo dõi hồ sơ của bộ phận một cửa.')
      .max(300, 'Nguồn dài quá 300 ký tự.'),
    ly_do: z.string().max(500, 'Lý do dài quá 500 ký tự.').default(''),
    ban: z.coerce.number().int().min(0).catch(0),
  })
  .transform((form, context): FigureDeclaration => {
    // Left empty: early and on time are known only together.
    const early = form.truoc_han === '' ? null : countField('Trước hạn').safeParse(form.truoc_han);
    if (early && !early.success) {
      const message = early.error.issues[0]?.message ?? '';
      context.addIssue({ code: 'custom', path: ['truoc_han'], message });
      return z.NEVER;
    }
    return {
      month: form.thang,
      early: early ? early.data : null,
      onTime: form.dung_han,
      late: form.tre_han,
      source: form.nguon,
      reason: form.ly_do === '' ? null : form.ly_do,
      basedOn: form.ban,
    };
  });

/** Fields of the use case's errors, as the form names them. */
const FIELDS: Readonly<Record<string, string>> = {
  month: 'thang',
  source: 'nguon',
  reason: 'ly_do',
};

export function formField(name: string): string {
  return FIELDS[name] ?? name;
}
