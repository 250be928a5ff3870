// What a person tells when recording an act, and the form it is checked in. Messages are for the person.
import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import { QUANTITIES } from './kinds.ts';

export const MAX_EVIDENCE = 20;

const Day = z
  .string()
  .refine(isPlainDate, 'Ghi ngày thực hiện theo dạng ngày/tháng/năm.')
  .transform((day) => day as PlainDate);

const ids = z
  .array(z.uuid())
  .max(60)
  .transform((list) => [...new Set(list)].sort());

function words(max: number, name: string) {
  return z
    .string()
    .max(max, `${name} dài quá ${max} chữ cái; hãy rút gọn.`)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim());
}

/** More than this is a slip of the key. */
export const AMOUNT_LIMIT = 1_000_000;

const amount = z
  .int('Ghi bằng số nguyên.')
  .min(0, 'Số lượng không thể nhỏ hơn 0.')
  .max(AMOUNT_LIMIT, 'Số lượng lớn bất thường; hãy kiểm tra lại.');

const fileEvidence = z.object({
  kind: z.enum(['photo', 'file', 'attendance-list']),
  /** As `storeFile` gave it back. */
  file: z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.int().positive(),
    mediaType: z.string(),
    name: z.string(),
  }),
  caption: words(200, 'Chú thích').default(''),
  isPublic: z.boolean().default(false),
});

const linkEvidence = z.object({
  kind: z.literal('link'),
  url: z
    .string()
    .trim()
    .max(2000)
    .refine(isWebAddress, 'Đường dẫn phải bắt đầu bằng http:// hoặc https:// và có tên trang.'),
  caption: words(200, 'Chú thích').default(''),
  isPublic: z.boolean().default(false),
});

export const EvidenceInput = z.discriminatedUnion('kind', [fileEvidence, linkEvidence]);
export type EvidenceInput = z.input<typeof EvidenceInput>;

export const SUMMARY_LENGTH = 2000;

/** What an act says, whichever version of it. */
const content = {
  kind: z.string().min(1, 'Chọn loại hoạt động.'),
  /** Empty takes the kind's usual channel. */
  channel: z.string().default(''),
  day: Day,
  unitId: z.uuid('Chọn đơn vị thực hiện.'),
  /** Empty is named after the kind and the first topic. */
  title: words(300, 'Tên hoạt động').default(''),
  summary: words(SUMMARY_LENGTH, 'Tóm tắt').default(''),
  /** Paragraphs separated by blank lines. */
  body: words(60_000, 'Nội dung').default(''),
  audience: z.array(z.string()).max(10).default([]),
  place: words(200, 'Địa điểm').default(''),
  villageId: z.uuid().nullable().default(null),
  topics: ids.refine((list) => list.length > 0, 'Chọn ít nhất một nội dung của kế hoạch.'),
  duties: ids.default([]),
  quantities: z.partialRecord(z.enum(QUANTITIES), amount).default({}),
  isPublic: z.boolean().default(false),
};

/** What the person answered to the questions a first attempt raised. */
const answers = {
  /** Personal numbers in public words: refused, covered, or confirmed as allowed. */
  personalData: z.enum(['refuse', 'mask', 'confirm']).default('refuse'),
  /** The day lies outside the plan's period and that is right. */
  outsidePlan: z.boolean().default(false),
  /** The day lies in a closed period and the act is to be an adjustment of the next. */
  lateForPeriod: z.boolean().default(false),
};

export const RecordAct = z.object({
  /** Made once per act by whoever sends it: sending twice records once. */
  clientKey: z.uuid(),
  ...content,
  ...answers,
  /** Not the likely twin that was shown, but something else. */
  anotherAct: z.boolean().default(false),
  evidence: z.array(EvidenceInput).max(MAX_EVIDENCE).default([]),
});
export type RecordAct = z.input<typeof RecordAct>;

const reason = words(500, 'Lý do').refine(
  (text) => text.length >= 5,
  'Ghi rõ lý do, ít nhất vài chữ, để người xem lại hiểu được.',
);

export const CorrectAct = z.object({
  id: z.uuid(),
  /** The version the person had open. */
  version: z.int().positive(),
  ...content,
  ...answers,
  reason,
});
export type CorrectAct = z.input<typeof CorrectAct>;

export const WithdrawAct = z.object({ id: z.uuid(), reason });
export type WithdrawAct = z.input<typeof WithdrawAct>;

export const AddEvidence = z.object({
  actId: z.uuid(),
  evidence: z.array(EvidenceInput).min(1, 'Chọn tệp hoặc ghi đường dẫn.').max(MAX_EVIDENCE),
  personalData: answers.personalData,
});
export type AddEvidence = z.input<typeof AddEvidence>;

/** Evidence of other acts that proves something for this one too. */
export const ReuseEvidence = z.object({
  actId: z.uuid(),
  evidence: z
    .array(z.uuid())
    .min(1, 'Chọn ít nhất một ảnh hoặc tệp đã có.')
    .max(MAX_EVIDENCE, `Mỗi lần chọn nhiều nhất ${MAX_EVIDENCE} ảnh, tệp.`),
});
export type ReuseEvidence = z.input<typeof ReuseEvidence>;

export const RemoveEvidence = z.object({ id: z.uuid(), reason });
export type RemoveEvidence = z.input<typeof RemoveEvidence>;

/** The checked content of an act: what all versions hold. */
export type ActContent = Pick<z.output<typeof RecordAct>, keyof typeof content>;

/** An http or https address with a host and no sign-in data in it. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return url.hostname.includes('.') && url.username === '' && url.password === '';
}
