// A consultation: a draft that people may comment on between two days, both included, and what came of it. Pure.
import { z } from 'zod';
import { addDays, isPlainDate, toPlainDate } from '#lib/vietnam/index.ts';

export type ConsultationState = 'planned' | 'open' | 'closed' | 'answered' | 'withdrawn';

export const stateNames: Readonly<Record<ConsultationState, string>> = {
  planned: 'Chờ ngày mở',
  open: 'Đang lấy ý kiến',
  closed: 'Đã hết hạn, đang tổng hợp',
  answered: 'Đã công bố kết quả',
  withdrawn: 'Đã gỡ',
};

/** How a consultation stands on a day, YYYY-MM-DD: by its days alone until somebody says more. */
export function stateOn(
  given: {
    readonly opensOn: string;
    readonly closesOn: string;
    readonly answeredAt: string | null;
    readonly withdrawnAt: string | null;
  },
  day: string,
): ConsultationState {
  if (given.withdrawnAt !== null) return 'withdrawn';
  if (given.answeredAt !== null) return 'answered';
  if (day < given.opensOn) return 'planned';
  return day <= given.closesOn ? 'open' : 'closed';
}

/** Days left to comment, today included; 0 where it is over. */
export function daysLeft(closesOn: string, today: string): number {
  const days = (Date.parse(closesOn) - Date.parse(today)) / 86_400_000 + 1;
  return Math.max(0, days);
}

/** From so many days before the last one, that one included, the office is told that it nears. */
export const CLOSING_DAYS = 5;

/** What a consultation asks of the office now; null for nothing. */
export function needOf(
  one: {
    readonly state: ConsultationState;
    readonly closesOn: string;
    readonly comments: { readonly waiting: number };
  },
  today: string,
): 'answer' | 'closing' | 'review' | null {
  if (one.state === 'closed') return 'answer';
  if (one.state !== 'open') return null;
  if (daysLeft(one.closesOn, today) <= CLOSING_DAYS) return 'closing';
  return one.comments.waiting > 0 ? 'review' : null;
}

/** How long a draft has to be open by the law of a day; dated facts of `data/consultation-terms.yaml`. */
export interface ConsultationTerm {
  /** YYYY-MM-DD, both included; null while it holds. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly leastDays: number;
  readonly source: string;
}

export function termOn(
  terms: readonly ConsultationTerm[],
  day: string,
): ConsultationTerm | undefined {
  return terms.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
}

/** The first last day that gives people the whole term; the day it becomes public doesn't count. */
export function earliestClose(opensOn: string, { leastDays }: ConsultationTerm): string {
  return addDays(toPlainDate(opensOn), leastDays);
}

/** Whether a longer last day may still give people less than the whole term, and so need a reason. */
export function mayStayShort(
  { opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string },
  terms: readonly ConsultationTerm[],
): boolean {
  const term = termOn(terms, opensOn);
  return term !== undefined && addDays(toPlainDate(closesOn), 1) < earliestClose(opensOn, term);
}

/** How a comment came: by the form of the portal, or written down by an officer. */
export const sourceNames = {
  portal: 'Cổng thông tin',
  meeting: 'Hội nghị, họp thôn',
  letter: 'Thư, phiếu lấy ý kiến',
  telephone: 'Điện thoại',
} as const;
export type CommentSource = keyof typeof sourceNames;

export const verdictNames = {
  taken: 'Tiếp thu',
  partly: 'Tiếp thu một phần',
  kept: 'Giữ như dự thảo',
  noted: 'Ghi nhận',
} as const;
export type Verdict = keyof typeof verdictNames;

/** Why a comment isn't shown; it counts all the same. The last is for one that nobody can read any more. */
export const asideNames = {
  empty: 'Không có nội dung góp ý',
  'other-matter': 'Không về dự thảo này',
  personal: 'Toàn thông tin riêng, không thể đăng',
  insulting: 'Lời lẽ xúc phạm',
  repeated: 'Trùng ý kiến đã gửi',
  expired: 'Đã hết hạn lưu giữ',
} as const;

/** Months after which what a sender left is destroyed where no result was ever published. */
export const UNANSWERED_MONTHS = 12;
/** Days after the result was published. */
export const ANSWERED_DAYS = 30;

export const COMMENT_LENGTH = 5_000;

const day = z
  .string()
  .refine((text): boolean => isPlainDate(text), { message: 'Chọn một ngày có trên lịch.' });
const keysOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  Object.keys(names) as [Key, ...Key[]];
const words = (least: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, least)
    .max(most, `Dài quá ${most.toLocaleString('vi-VN')} chữ cái; hãy rút gọn.`);
const optional = (most: number) =>
  z.string().trim().max(most, `Dài quá ${most} chữ cái; hãy rút gọn.`).default('');

export const HoldConsultation = z.object({
  title: words('Ghi tên dự thảo như người dân sẽ đọc.', 300),
  lead: words('Ghi xã muốn hỏi người dân điều gì.', 2_000),
  opensOn: day,
  closesOn: day,
  shortReason: optional(500),
  /** Personal data that was found in the draft: stop and say so, cover it, or leave it. */
  privacy: z.enum(['refuse', 'mask', 'confirm']).default('refuse'),
  withFile: z.literal('1').optional(),
});
export type HoldConsultation = z.output<typeof HoldConsultation>;

export const ProlongConsultation = z.object({ closesOn: day, shortReason: optional(500) });
export type ProlongConsultation = z.output<typeof ProlongConsultation>;

export const WithdrawConsultation = z.object({
  reason: words('Ghi vì sao gỡ; người mở địa chỉ cũ sẽ đọc câu này.', 500),
});
export type WithdrawConsultation = z.output<typeof WithdrawConsultation>;

/** Empty for the whole draft, otherwise the place of a section. */
const part = z
  .string()
  .regex(/^\d{0,4}$/, 'Chọn phần muốn góp ý trong danh sách.')
  .transform((text) => (text === '' ? null : Number(text)))
  .default(null);
const text = words('Viết ý kiến của bạn.', COMMENT_LENGTH);

export const SendComment = z.object({
  key: z.uuid('Tải lại trang rồi gửi lại.'),
  part,
  text,
  name: optional(100),
  contact: optional(200),
});
export type SendComment = z.output<typeof SendComment>;

export const WriteDownComment = z.object({
  key: z.uuid('Tải lại trang rồi lưu lại.'),
  source: z.enum(keysOf(sourceNames), 'Chọn ý kiến nhận từ đâu.').exclude(['portal']),
  part,
  text,
});
export type WriteDownComment = z.output<typeof WriteDownComment>;

export const ReviewComment = z
  .object({
    id: z.uuid('Tải lại trang rồi chọn lại ý kiến.'),
    decision: z.enum(['show', 'aside'], 'Chọn đăng hay không đăng.'),
    publicText: z.string().trim().max(COMMENT_LENGTH, 'Lời đăng quá dài.').default(''),
    aside: z.union([z.literal(''), z.enum(keysOf(asideNames))]).default(''),
  })
  .refine(({ decision, publicText }) => decision === 'aside' || publicText !== '', {
    path: ['publicText'],
    message: 'Lời đăng còn trống.',
  })
  .refine(({ decision, aside }) => decision === 'show' || aside !== '', {
    path: ['aside'],
    message: 'Chọn vì sao không đăng.',
  });
export type ReviewComment = z.output<typeof ReviewComment>;

export const ReplyToComment = z
  .object({
    id: z.uuid('Tải lại trang rồi chọn lại ý kiến.'),
    verdict: z.enum(keysOf(verdictNames), 'Chọn tiếp thu đến đâu.'),
    reply: optional(3_000),
  })
  .refine(({ verdict, reply }) => reply !== '' || verdict === 'taken' || verdict === 'noted', {
    path: ['reply'],
    message: 'Chưa tiếp thu hết thì phải giải trình vì sao.',
  });
export type ReplyToComment = z.output<typeof ReplyToComment>;

export const AnswerConsultation = z.object({
  answer: words(
    'Viết kết quả: người dân nói gì, xã tiếp thu gì, chưa tiếp thu gì và vì sao.',
    20_000,
  ),
  /** Mark of the result as it stood when the form was opened; empty where there was none. */
  seen: z.string().max(64).default(''),
  /** The document that was issued; empty while there is none. */
  issuedId: z.union([z.literal(''), z.uuid()], 'Chọn văn bản trong danh sách.').default(''),
});
export type AnswerConsultation = z.output<typeof AnswerConsultation>;

export function consultationUrl(slug: string): string {
  return `/lay-y-kien/${slug}`;
}
