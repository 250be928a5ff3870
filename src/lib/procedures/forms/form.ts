// Forms to take away: what they are called, how to fill them in, which paper of the record they are.
import { z } from 'zod';
import { fold } from '#lib/vietnam/index.ts';

export const formKinds = {
  blank: 'Mẫu để điền',
  sample: 'Bài mẫu đã điền',
} as const;
export type FormKind = keyof typeof formKinds;

/** What an officer says of a file. */
export const ProcedureFormFacts = z.object({
  'ten-mau': z
    .string()
    .min(1, 'Ghi tên mẫu, ví dụ Tờ khai đăng ký khai sinh.')
    .max(200, 'Tên quá dài.'),
  'loai-mau': z.enum(['blank', 'sample'], 'Chọn loại mẫu.').default('blank'),
  'cach-dien': z.string().max(2000, 'Hướng dẫn quá dài; viết ngắn lại.').default(''),
  'da-xem': z.literal('1').optional(),
});
export type ProcedureFormFacts = z.infer<typeof ProcedureFormFacts>;

export interface ProcedureForm {
  readonly id: string;
  readonly name: string;
  readonly kind: FormKind;
  readonly hint: string;
  readonly fileName: string;
  readonly size: number;
  readonly mediaType: string;
}

/** The attached form that is the file a record names, `To khai.DOCX` for `to-khai.docx`. */
export function findFormOf(
  named: string,
  forms: readonly ProcedureForm[],
): ProcedureForm | undefined {
  const plain = (name: string) => fold(name).replace(/[^a-z0-9]+/g, '');
  return forms.find(({ kind, fileName }) => kind === 'blank' && plain(fileName) === plain(named));
}
