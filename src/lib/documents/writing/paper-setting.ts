// Who receives and who signs, as an office sets it once and a document may change it. Pure.
import { z } from 'zod';
import { Signatory } from './official-document.ts';

export const PaperSetting = z.strictObject({
  recipients: z.array(z.string().min(1)).min(1),
  signatory: Signatory,
});
export type PaperSetting = z.infer<typeof PaperSetting>;

/** What a new office's documents start with: the chairman signs for the committee. */
export const defaultPaper: PaperSetting = {
  recipients: [
    'Thường trực Đảng ủy, Hội đồng nhân dân cấp xã',
    'Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân',
    'Các đơn vị, đoàn thể liên quan',
    'Lưu: VT',
  ],
  signatory: { onBehalf: { mark: 'TM.', of: 'Ủy ban nhân dân' }, title: 'Chủ tịch' },
};

const short = z.string().trim().max(120, 'Dài quá 120 chữ cái.').default('');

/** The setting as its form has it. */
export const PaperForm = z.object({
  /** One a line, with or without dashes. */
  recipients: z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) =>
          line
            .trim()
            .replace(/^[-–•]\s*/u, '')
            .replace(/[;.]+$/u, ''),
        )
        .filter((line) => line !== ''),
    )
    .pipe(
      z
        .array(z.string().max(200, 'Một nơi nhận dài quá 200 chữ cái.'))
        .min(1, 'Ghi ít nhất một nơi nhận, mỗi nơi một dòng.')
        .max(40, 'Quá 40 nơi nhận.'),
    ),
  mark: z.enum(['', 'TM.', 'TL.', 'TUQ.', 'Q.'], { message: 'Chọn quyền hạn ký.' }),
  onBehalfOf: short,
  inPlaceOf: short,
  title: z.string().trim().min(2, 'Ghi chức vụ người ký.').max(120, 'Dài quá 120 chữ cái.'),
  name: short,
});
export type PaperForm = z.input<typeof PaperForm>;

/** What a filled form says. */
export function paperOf(form: z.output<typeof PaperForm>): PaperSetting {
  const { recipients, mark, onBehalfOf, inPlaceOf, title, name } = form;
  return {
    recipients,
    signatory: {
      ...(mark !== '' && onBehalfOf !== '' ? { onBehalf: { mark, of: onBehalfOf } } : {}),
      ...(inPlaceOf === '' ? {} : { inPlaceOf }),
      title,
      ...(name === '' ? {} : { name }),
    },
  };
}

/** The form that says this. */
export function paperFormValues({ recipients, signatory }: PaperSetting): Required<PaperForm> {
  const { onBehalf, inPlaceOf, title, name } = signatory;
  return {
    recipients: recipients.join('\n'),
    mark: onBehalf?.mark === 'KT.' ? '' : (onBehalf?.mark ?? ''),
    onBehalfOf: onBehalf?.of ?? '',
    inPlaceOf: inPlaceOf ?? '',
    title,
    name: name ?? '',
  };
}
