// A call as whoever picks up the telephone writes it down: what was asked and what became of it, nothing
// of the caller.
import { z } from 'zod';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { readProcedureCode } from '../record/codes.ts';

export const callKinds = {
  procedure: 'Hỏi thủ tục',
  progress: 'Hỏi hồ sơ đang giải quyết',
  suggestion: 'Góp ý cách làm',
  conduct: 'Phản ánh thái độ, gây phiền hà',
  urgent: 'Báo việc khẩn (bạo lực, tai nạn, cháy)',
  other: 'Việc khác',
} as const;
export type CallKind = keyof typeof callKinds;

const text = (most: number) => z.string().max(most, `Dài quá ${most} chữ cái; ghi gọn lại.`);

export const CallForm = z
  .object({
    loai: z.enum(Object.keys(callKinds) as CallKind[], 'Chọn loại cuộc gọi.'),
    'duong-day': text(200).default(''),
    'cau-hoi': text(1000).min(1, 'Ghi người gọi hỏi gì; không ghi tên, số máy, địa chỉ.'),
    'ma-thu-tuc': z
      .string()
      .default('')
      .refine(
        (code) => code === '' || readProcedureCode(code) !== undefined,
        'Mã thủ tục có dạng N.NNNNNN, ví dụ 1.001193; bỏ trống nếu không rõ.',
      ),
    'tra-loi': text(2000).default(''),
    'don-vi': z.union([z.uuid(), z.literal('')]).default(''),
    han: z
      .string()
      .default('')
      .refine((day) => day === '' || isPlainDate(day), 'Ngày hẹn không có thật.'),
  })
  .superRefine((form, check) => {
    if (form['tra-loi'] !== '') return;
    const why = 'Chưa trả lời ngay thì chọn đơn vị giải quyết và ngày hẹn.';
    if (form['don-vi'] === '') check.addIssue({ code: 'custom', path: ['don-vi'], message: why });
    if (form.han === '') check.addIssue({ code: 'custom', path: ['han'], message: why });
  });
export type CallForm = z.infer<typeof CallForm>;

export interface CallNote {
  readonly id: string;
  readonly calledAt: string;
  readonly hotline: string;
  readonly kind: CallKind;
  readonly question: string;
  readonly code: string | null;
  readonly unitId: string | null;
  readonly dueOn: string | null;
  readonly answer: string;
  readonly settledAt: string | null;
}

export interface CallTally {
  readonly total: number;
  /** Answered while the caller waited. */
  readonly atOnce: number;
  readonly open: number;
  readonly overdue: number;
  /** Procedures asked about, the most often first. */
  readonly asked: readonly { readonly code: string; readonly times: number }[];
}

/** @param today YYYY-MM-DD */
export function tallyCalls(calls: readonly CallNote[], today: string): CallTally {
  const open = calls.filter(({ settledAt }) => settledAt === null);
  const codes = calls.flatMap(({ code }) => code ?? []);
  return {
    total: calls.length,
    atOnce: calls.filter(({ settledAt, calledAt }) => settledAt === calledAt).length,
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    asked: [...Map.groupBy(codes, (code) => code)]
      .map(([code, all]) => ({ code, times: all.length }))
      .toSorted((one, other) => other.times - one.times || (one.code < other.code ? -1 : 1)),
  };
}
