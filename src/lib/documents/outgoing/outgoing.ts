// Numbers of outgoing documents (Decree 30/2020/NĐ-CP, article 15): per year and type, from 01 on.
import { z } from 'zod';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { DOCUMENT_TYPES } from '../document-types.ts';

const type = z.enum(
  DOCUMENT_TYPES.map((each) => each.type),
  { message: 'Chọn loại văn bản.' },
);
const reason = z
  .string()
  .trim()
  .min(5, 'Ghi rõ lý do, ít nhất vài chữ; lý do đứng mãi trong sổ.')
  .max(500, 'Lý do dài quá 500 chữ cái; hãy rút gọn.');

export const PaperToNumber = z.object({
  type,
  /** "BC-UBND"; what follows the number. */
  symbol: z
    .string()
    .trim()
    .regex(/^[\p{L}\d]+(?:[-/][\p{L}\d]+)*$/u, 'Ghi ký hiệu như BC-UBND, UBND-VP.'),
  issuedOn: z.string().refine(isPlainDate, { message: 'Chọn một ngày có trên lịch.' }),
  title: z
    .string()
    .trim()
    .min(3, 'Ghi trích yếu nội dung.')
    .max(500, 'Trích yếu dài quá 500 chữ cái.'),
  signer: z.string().trim().min(2, 'Ghi người ký: quyền hạn và chức vụ.').max(200),
  recipients: z.string().trim().min(2, 'Ghi ít nhất một nơi nhận.').max(2000),
  copies: z
    .union([z.literal(''), z.string().regex(/^[1-9]\d{0,4}$/, 'Ghi số bản bằng số, từ 1.')])
    .transform((text) => (text === '' ? null : Number(text)))
    .default(null),
});
export type PaperToNumber = z.input<typeof PaperToNumber>;

export const CancelNumber = z.object({ reason });
export type CancelNumber = z.input<typeof CancelNumber>;

export const SeriesStart = z.object({
  year: z.string().regex(/^(?:19|20)\d\d$/, 'Ghi năm bằng bốn chữ số.'),
  type,
  lastNumber: z.string().regex(/^[1-9]\d{0,5}$/, 'Ghi số cuối đã cấp, từ 1.'),
  reason,
});
export type SeriesStart = z.input<typeof SeriesStart>;

/** "05/BC-UBND": numbers below 10 are written with a zero (decree, appendix I, II.3). */
export function numberedCode(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`;
}

/** Numbers of a series that the register does not hold, past those given elsewhere before. */
export function unexplainedGaps(numbers: readonly number[], lastBefore: number): number[] {
  const known = new Set(numbers);
  const last = Math.max(lastBefore, ...numbers);
  const gaps: number[] = [];
  for (let number = lastBefore + 1; number <= last; number += 1) {
    if (!known.has(number)) gaps.push(number);
  }
  return gaps;
}
