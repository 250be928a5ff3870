// What is filled in for a commendation or a shortcoming.
import { z } from 'zod';

const text = (field: string, longest: number) =>
  z.string().trim().max(longest, `${field} dài quá ${longest} ký tự; hãy rút gọn.`);
const emptyAsNull = (value: string) => (value === '' ? null : value);
const day = (says: string) =>
  z
    .union([z.literal(''), z.iso.date(says)])
    .default('')
    .transform(emptyAsNull);
const id = (says: string) =>
  z
    .union([z.literal(''), z.uuid(says)])
    .default('')
    .transform(emptyAsNull);

export const RecordCommendation = z.object({
  clientKey: z.uuid(),
  kind: z.enum(['praise', 'shortcoming'], 'Chọn gương điển hình hay hạn chế.'),
  about: z.enum(['collective', 'person'], 'Chọn tập thể hay cá nhân.'),
  who: text('Tên tập thể hoặc chức danh', 200).min(
    1,
    'Nhập tên tập thể, hoặc chức danh của cá nhân, ví dụ: Trưởng thôn Nội.',
  ),
  unitId: id('Chọn đơn vị trong danh sách.'),
  personName: text('Họ và tên', 120).default(''),
  title: text('Tiêu đề', 200).min(1, 'Nhập tiêu đề, ví dụ: Giải quyết hồ sơ sớm hạn cả quý.'),
  reason: text('Nội dung', 4000).min(1, 'Nhập việc đã làm tốt, hoặc điều còn hạn chế.'),
  day: z.iso.date('Chọn ngày, ví dụ 15/05/2023.'),
  form: z.string().default('').transform(emptyAsNull),
  decidedBy: z
    .union([z.literal(''), z.enum(['chairman', 'superior'])])
    .default('')
    .transform((value) => (value === '' ? null : value)),
  decisionCode: text('Số, ký hiệu quyết định', 60).default(''),
  decidedOn: day('Chọn ngày ký quyết định.'),
  actId: id('Chọn hoạt động trong danh sách.'),
  evidenceUrl: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Địa chỉ phải bắt đầu bằng https:// hoặc http://.' }),
    ])
    .default(''),
});
export type RecordCommendation = z.input<typeof RecordCommendation>;
export type CommendationFacts = z.output<typeof RecordCommendation>;

export const RemedyShortcoming = z.object({
  id: z.uuid(),
  remedy: text('Cách khắc phục', 2000).min(1, 'Nhập việc đã làm để khắc phục.'),
  day: z.iso.date('Chọn ngày khắc phục xong.'),
});
export type RemedyShortcoming = z.infer<typeof RemedyShortcoming>;

export const WithdrawCommendation = z.object({
  id: z.uuid(),
  reason: text('Lý do', 500).min(1, 'Nhập lý do rút mục này khỏi sổ.'),
});
export type WithdrawCommendation = z.infer<typeof WithdrawCommendation>;

/** A name is kept this many years after the day it happened, then erased (ruling 11). */
export const NAME_YEARS = 5;
