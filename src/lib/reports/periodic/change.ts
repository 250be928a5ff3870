// What people send to a report: the period of a new one, words, a number in place of a counted one.
import { z } from 'zod';
import { PaperForm } from '#lib/documents/index.ts';
import { emptyText, readTextField, richTextToPlain } from '#lib/platform/index.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { wordsForPaper } from './words.ts';

const day = z.string().refine((text) => isPlainDate(text), {
  message: 'Chọn một ngày có trên lịch.',
});

export const NewReport = z.object({
  clientKey: z.uuid(),
  kind: z.enum(['month', 'quarter', 'half-year', 'year', 'span'], {
    message: 'Chọn loại kỳ báo cáo.',
  }),
  /** Any day of the period; the first of a free span. */
  from: day,
  /** Last day of a free span. */
  to: z.union([z.literal(''), day]).default(''),
  planIds: z.array(z.string()),
});
export type NewReport = z.input<typeof NewReport>;

const LONGEST_WORDS = 20_000;
/** More than that makes a column of a table unreadable. */
const LONGEST_NOTE = 300;

export const EditText = z
  .object({
    revision: z.coerce.number().int(),
    key: z.string(),
    /** What the editor made, or light markup where no script ran. */
    'text-json': z.string().optional(),
    text: z.string().optional(),
  })
  .transform(({ revision, key, text, 'text-json': json }, check) => {
    const read = readTextField({ json, markup: text });
    const words = read.ok ? wordsForPaper(read.value) : emptyText;
    if (!read.ok) check.addIssue({ code: 'custom', path: ['text'], message: read.message });
    if (richTextToPlain(words).length > LONGEST_WORDS) {
      const message = 'Đoạn dài quá 20.000 chữ cái; hãy chia nhỏ hoặc rút gọn.';
      check.addIssue({ code: 'custom', path: ['text'], message });
    }
    return { revision, key, text: words };
  });
export type EditText = z.input<typeof EditText>;

export const OverrideFigure = z.object({
  revision: z.coerce.number().int(),
  name: z.string(),
  value: z
    .string()
    .regex(/^\d{1,9}$/, 'Ghi một số nguyên, không dấu chấm.')
    .transform(Number),
  reason: z
    .string()
    .trim()
    .min(5, 'Ghi rõ vì sao số này khác số theo dõi, ít nhất vài chữ.')
    .max(500, 'Lý do dài quá 500 chữ cái; hãy rút gọn.'),
});
export type OverrideFigure = z.input<typeof OverrideFigure>;

export const NoteRow = z.object({
  revision: z.coerce.number().int(),
  /** A figure of the row. */
  name: z.string(),
  /** Empty takes the note away. */
  note: z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .refine((text) => text.length <= LONGEST_NOTE, {
      message: `Ghi chú dài quá ${String(LONGEST_NOTE)} chữ cái; hãy rút gọn, phần dài viết vào nội dung báo cáo.`,
    }),
});
export type NoteRow = z.input<typeof NoteRow>;

export const FigureName = z.object({ revision: z.coerce.number().int(), name: z.string() });
export type FigureName = z.input<typeof FigureName>;

export const OnRevision = z.object({ revision: z.coerce.number().int() });
export type OnRevision = z.input<typeof OnRevision>;

export const ChangePaper = PaperForm.extend({ revision: z.coerce.number().int() });
export type ChangePaper = z.input<typeof ChangePaper>;

export const SignReport = OnRevision.extend({ signedOn: day });
export type SignReport = z.input<typeof SignReport>;

const seen = z.literal('on').optional();

export const IssueReport = OnRevision.extend({
  issuedOn: day,
  /** The figures changed since approval were looked at; it goes out as approved. */
  changesSeen: seen,
  /** Whose signature it is could not be proved; a person knows. */
  signatureSeen: seen,
});
export type IssueReport = z.input<typeof IssueReport>;

export const PublishReport = OnRevision.extend({
  /** What to do about personal numbers the guard finds: say so, cover them, let them stand. */
  privacy: z.enum(['', 'mask', 'allow']).default(''),
});
export type PublishReport = z.input<typeof PublishReport>;

export const ReturnReport = OnRevision.extend({
  reason: z
    .string()
    .trim()
    .min(5, 'Ghi rõ vì sao trả lại, ít nhất vài chữ.')
    .max(1000, 'Lý do dài quá 1.000 chữ cái; hãy rút gọn.'),
});
export type ReturnReport = z.input<typeof ReturnReport>;
