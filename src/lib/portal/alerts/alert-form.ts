// What an officer fills in for an alert, and for letting one stand longer. Pure.
import { z } from 'zod';
import { stretchNames, urgencyNames } from './alert.ts';

const keysOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  Object.keys(names) as [Key, ...Key[]];

const stretch = z.enum(keysOf(stretchNames), 'Chọn thời gian hiển thị trong danh sách.');

export const AlertForm = z.object({
  urgency: z.enum(keysOf(urgencyNames), 'Chọn mức độ: thông báo, cảnh báo hay khẩn cấp.'),
  words: z
    .string()
    .transform((typed) => typed.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, 'Viết nội dung: chuyện gì, ở đâu, người dân cần làm gì.')
        .max(300, 'Nội dung dài quá 300 ký tự; hãy rút gọn, chi tiết để ở trang liên kết.'),
    ),
  link: z
    .string()
    .max(300, 'Địa chỉ trang dài quá 300 ký tự.')
    .refine(
      (typed) => typed === '' || /^\/(?!\/)[\w\-./~%?=&]*$/.test(typed),
      'Liên kết phải là một trang của cổng này và bắt đầu bằng dấu /, ví dụ: /lien-he.',
    ),
  stretch,
});
export type AlertForm = z.output<typeof AlertForm>;

export const AlertAgain = z.object({
  id: z.uuid('Tải lại trang rồi chọn lại cảnh báo.'),
  stretch,
});
