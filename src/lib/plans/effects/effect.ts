// Signs of effect (ruling 16): what showed that an act told people something, as somebody saw it.
import { z } from 'zod';
import { AMOUNT_LIMIT } from '../acts/record-act.ts';

export const EFFECT_KINDS = {
  questions: 'Người hỏi lại, trao đổi thêm',
  calls: 'Cuộc gọi hỏi về việc này',
  scans: 'Lượt quét mã, mở đường dẫn',
  quiz: 'Người trả lời đúng câu hỏi nhanh',
  requests: 'Hồ sơ nộp đúng, nộp trực tuyến sau đó',
  other: 'Dấu hiệu khác',
} as const;
export type EffectKind = keyof typeof EFFECT_KINDS;

/** Digits, or digits in groups of three: a point before fewer is a fraction, and nobody is half a person. */
const WHOLE_NUMBER = /^(?:\d+|\d{1,3}(?:[.\s]\d{3})+)$/;

export const NoteEffect = z
  .object({
    actId: z.uuid(),
    kind: z.enum(Object.keys(EFFECT_KINDS) as [EffectKind], 'Chọn loại dấu hiệu.'),
    amount: z
      .string()
      .default('')
      .transform((text) => text.trim())
      .refine(
        (text) => text === '' || WHOLE_NUMBER.test(text),
        'Ghi số nguyên bằng chữ số, ví dụ 25 hoặc 1.200.',
      )
      .transform((text) => (text === '' ? null : Number(text.replace(/\D/g, ''))))
      .refine(
        (amount) => amount === null || amount <= AMOUNT_LIMIT,
        'Số lớn bất thường; hãy kiểm tra lại.',
      ),
    words: z.string().trim().max(300, 'Lời ghi dài quá 300 chữ cái; hãy rút gọn.').default(''),
  })
  .refine(({ amount, words }) => amount !== null || words !== '', {
    path: ['words'],
    message: 'Ghi một số, hoặc một câu về điều đã thấy.',
  });
export type NoteEffect = z.input<typeof NoteEffect>;

export const WithdrawEffect = z.object({
  id: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(5, 'Ghi rõ lý do rút, ít nhất vài chữ.')
    .max(300, 'Lý do dài quá 300 chữ cái; hãy rút gọn.'),
});
export type WithdrawEffect = z.input<typeof WithdrawEffect>;

/** "12 người hỏi lại, trao đổi thêm: hỏi nhiều nhất về lệ phí". */
export function effectInWords(effect: {
  readonly kind: EffectKind;
  readonly amount: number | null;
  readonly words: string;
}): string {
  const { kind, amount, words } = effect;
  const name = EFFECT_KINDS[kind];
  const counted =
    amount === null
      ? name
      : `${amount.toLocaleString('vi')} ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
  if (words === '') return counted;
  return kind === 'other' && amount === null ? words : `${counted}: ${words}`;
}
