// The declaration form: texts as typed to a month's figures, with what is wrong beside each field.
import { z } from 'zod';
import type { FigureDeclaration } from '#lib/onestop/index.ts';
import { isMonthKey, parseNumber, type MonthKey } from '#lib/vietnam/index.ts';

const MOST = 9_999_999;

function readCount(text: string): number {
  return parseNumber(text) ?? Number.NaN;
}

function checkCount<Value extends number | null>(name: string, field: z.ZodType<Value, string>) {
  return field
    .refine((value) => value === null || (Number.isInteger(value) && value >= 0), {
      message: `Ô “${name}” cần một số nguyên không âm, ví dụ 12 hoặc 1.250. Không có hồ sơ nào thì ghi 0.`,
    })
    .refine((value) => !(Number(value) > MOST), `Ô “${name}” lớn khác thường; xem lại con số.`);
}

function countField(name: string) {
  return checkCount(name, z.string(`Nhập ô “${name}”.`).transform(readCount));
}

export const FigureForm = z
  .object({
    thang: z.custom<MonthKey>(
      (value) => typeof value === 'string' && isMonthKey(value),
      'Chọn tháng trong bảng bên dưới.',
    ),
    // Left empty: early and on time are known only together.
    truoc_han: checkCount(
      'Trước hạn',
      z.string().transform((text) => (text === '' ? null : readCount(text))),
    ).default(null),
    dung_han: countField('Đúng hạn'),
    tre_han: countField('Trễ hạn'),
    nguon: z
      .string('Ghi nguồn của số liệu.')
      .min(1, 'Ghi nguồn của số liệu, ví dụ: Sổ theo dõi hồ sơ của bộ phận một cửa.')
      .max(300, 'Nguồn dài quá 300 ký tự.'),
    ly_do: z.string().max(500, 'Lý do dài quá 500 ký tự.').default(''),
    ban: z.coerce.number().int().min(0).catch(0),
  })
  .transform((form): FigureDeclaration => {
    return {
      month: form.thang,
      early: form.truoc_han,
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
