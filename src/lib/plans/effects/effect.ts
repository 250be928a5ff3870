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

export const NoteEffect = z
  .object({
    actId: z.uuid(),
    kind: z.enum(Object.keys(EFFECT_KINDS) as [EffectKind], 'Chọn loại dấu hiệu.'),
    amount: z
      .string()
      .default('')
      .transform((text) => text.replace(/[\s.]/g, ''))
      .refine((text) => text === '' || /^\d+$/.test(text), 'Ghi bằng chữ số, ví dụ 25.')
      .transform((text) => (text === '' ? null : Number(text)))
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
