// A procedure as the national database publishes it: every field as written there, in our names. What a
// source leaves out stays absent, so that an export says again exactly what was read.
import { z } from 'zod';
import { canonicalText } from '#lib/platform/index.ts';

const Written = z.string().optional();
/** What the source says beyond the fields known here, by its own names. */
const Beyond = z.record(z.string(), z.unknown()).optional();

/** One way of filing with its time limit and its charges (cách thức thực hiện). */
export const Filing = z.strictObject({
  /** Trực tiếp, Trực tuyến, Dịch vụ bưu chính … */
  form: Written,
  /** As written: `5 Ngày làm việc`, `02 Giờ`, `1 Khác`. */
  term: Written,
  /** As written: `Phí : 0 Đồng`, `theo quy định của HĐND`. */
  fee: Written,
  note: Written,
  beyond: Beyond,
});
export type Filing = z.infer<typeof Filing>;

/** One paper of the dossier (thành phần hồ sơ). */
export const Paper = z.strictObject({
  /** The case (trường hợp) it belongs to, where the procedure tells several apart. */
  group: Written,
  name: Written,
  /** The export's column "số lượng", which carries the names of form files. */
  files: Written,
  /** The export's column of counts: `Bản chính: 1\nBản sao: 0`. */
  counts: Written,
  beyond: Beyond,
});
export type Paper = z.infer<typeof Paper>;

/** One legal basis (căn cứ pháp lý). */
export const LegalBasis = z.strictObject({
  code: Written,
  title: Written,
  /** As written, mostly DD-MM-YYYY. */
  issuedOn: Written,
  agency: Written,
  beyond: Beyond,
});
export type LegalBasis = z.infer<typeof LegalBasis>;

/** The record (fact book of the national database, export "ChiTietTTHC"). */
export const ProcedureRecord = z.strictObject({
  /** Base code: `1.001193`. */
  code: z.string().regex(/^\d\.\d{6}$/),
  /** What follows the base code, with the agency's identifier: `000.00.00.H22`. */
  suffix: z.string().nullable(),
  title: z.string().min(1),
  /** The announcing decision as written. */
  decision: Written,
  levels: Written,
  kind: Written,
  field: Written,
  steps: Written,
  waysText: Written,
  audience: Written,
  agency: Written,
  authority: Written,
  delegate: Written,
  partners: Written,
  address: Written,
  result: Written,
  requirements: Written,
  keywords: Written,
  description: Written,
  filings: z.array(Filing),
  papers: z.array(Paper),
  bases: z.array(LegalBasis),
  beyond: Beyond,
});
export type ProcedureRecord = z.infer<typeof ProcedureRecord>;

/** The fields that are one text, in the order in which people are shown them. */
export const textFields = {
  title: 'Tên thủ tục',
  decision: 'Quyết định công bố',
  levels: 'Cấp thực hiện',
  kind: 'Loại thủ tục',
  field: 'Lĩnh vực',
  audience: 'Đối tượng thực hiện',
  steps: 'Trình tự thực hiện',
  waysText: 'Cách thức thực hiện',
  result: 'Kết quả thực hiện',
  agency: 'Cơ quan thực hiện',
  authority: 'Cơ quan có thẩm quyền',
  delegate: 'Cơ quan được ủy quyền',
  partners: 'Cơ quan phối hợp',
  address: 'Địa chỉ tiếp nhận hồ sơ',
  requirements: 'Yêu cầu, điều kiện',
  keywords: 'Từ khóa',
  description: 'Mô tả',
} as const;
export type TextField = keyof typeof textFields;

const SILENT = /^(?:không có thông tin|không có|chưa có thông tin|n\/a|-+)?$/iu;

/** What a field says; `undefined` where it is absent, empty or "Không có thông tin". */
export function said(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return SILENT.test(trimmed) ? undefined : trimmed;
}

/** The text a record is digested by: two records with one text say the same. */
export function recordText(record: ProcedureRecord): string {
  return canonicalText(JSON.parse(JSON.stringify(record)));
}

/** A record of which only a list is known: code, name, field, announcing decision. */
export function bareRecord(known: {
  readonly code: string;
  readonly suffix: string | null;
  readonly title: string;
  readonly field?: string;
  readonly decision?: string;
}): ProcedureRecord {
  const { code, suffix, title, field, decision } = known;
  return {
    code,
    suffix,
    title,
    ...(field === undefined ? {} : { field }),
    ...(decision === undefined ? {} : { decision }),
    filings: [],
    papers: [],
    bases: [],
  };
}
