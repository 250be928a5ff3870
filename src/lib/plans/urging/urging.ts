// What is filled in to urge a unit or to write down an inspection, and the letter made from it.
import { z } from 'zod';
import { CancelNumber, type WrittenDocument } from '#lib/documents/index.ts';
import { formatDate, type PlainDate } from '#lib/vietnam/index.ts';

export const URGING_KINDS = { urge: 'Đôn đốc', inspection: 'Kiểm tra' } as const;
export type UrgingKind = keyof typeof URGING_KINDS;

const text = (empty: string) =>
  z.string().trim().min(1, empty).max(4000, 'Nội dung dài quá 4.000 ký tự; hãy rút gọn.');

export const RecordUrging = z.object({
  clientKey: z.uuid(),
  kind: z.enum(['urge', 'inspection'], 'Chọn đôn đốc hay kiểm tra.'),
  unitId: z.uuid('Chọn đơn vị trong danh sách.'),
  day: z.iso.date('Chọn ngày, ví dụ 15/05/2023.'),
  findings: text('Ghi tình hình: việc nào chậm, hoặc kiểm tra thấy gì.'),
  demand: text('Ghi đơn vị cần làm gì.'),
  answerBy: z.iso.date('Chọn ngày đơn vị phải trả lời.'),
});
export type RecordUrging = z.infer<typeof RecordUrging>;

export const AnswerUrging = z.object({
  id: z.uuid(),
  answer: text('Ghi đơn vị đã làm gì, hoặc bao giờ xong.'),
});
export type AnswerUrging = z.infer<typeof AnswerUrging>;

export const NumberUrging = z.object({
  id: z.uuid(),
  issuedOn: z.iso.date('Chọn ngày của công văn, ví dụ 15/05/2023.'),
});
export type NumberUrging = z.infer<typeof NumberUrging>;

export const CancelUrgingNumber = CancelNumber.extend({ id: z.uuid() });
export type CancelUrgingNumber = z.infer<typeof CancelUrgingNumber>;

export interface OwedLine {
  readonly text: string;
  readonly name: string;
  readonly due: PlainDate;
}

/** The words a letter of urging starts from, so that the officer only judges; nothing where nothing is owed. */
export function urgingDraft(
  unitName: string,
  overdue: number,
  today: PlainDate,
): { findings: string; demand: string } {
  if (overdue === 0) return { findings: '', demand: '' };
  return {
    findings: `Tính đến ngày ${formatDate(today)}, ${unitName} còn ${overdue} việc quá hạn.`,
    demand:
      'hoàn thành các việc nêu trên và gửi minh chứng; việc nào chưa làm được thì nêu rõ lý do, thời gian hoàn thành.',
  };
}

/** What the letter is made from. */
export interface UrgingLetter {
  readonly kind: UrgingKind;
  readonly superior: string | undefined;
  readonly issuer: string;
  readonly place: string;
  readonly unitName: string;
  readonly day: PlainDate;
  readonly findings: string;
  readonly demand: string;
  readonly answerBy: PlainDate;
  readonly owed: readonly OwedLine[];
  readonly demonstration: boolean;
}

/**
 * The reminder as an official letter (công văn, Decree 30/2020/NĐ-CP), its number blank until the office
 * gives it one.
 */
export function urgingDocument(letter: UrgingLetter): WrittenDocument {
  const { kind, owed, unitName } = letter;
  const about =
    kind === 'urge'
      ? 'đôn đốc thực hiện nhiệm vụ tuyên truyền'
      : 'kết quả kiểm tra việc thực hiện nhiệm vụ tuyên truyền';
  return {
    type: 'CV',
    ...(letter.superior && { superior: letter.superior }),
    issuer: letter.issuer,
    symbol: 'UBND',
    place: letter.place,
    date: letter.day,
    about,
    to: [unitName],
    blocks: [
      ...paragraphs(letter.findings),
      ...(owed.length > 0 ? owedBlocks(owed) : []),
      ...paragraphs(`Yêu cầu ${unitName}: ${letter.demand}`),
      {
        kind: 'paragraph' as const,
        text: `Kết quả thực hiện gửi về Ủy ban nhân dân trước hết ngày ${formatDate(letter.answerBy)}.`,
      },
    ],
    recipients: ['Như trên', 'Lưu: VT'],
    signatory: { onBehalf: { mark: 'TM.', of: 'Ủy ban nhân dân' }, title: 'Chủ tịch' },
    ...(letter.demonstration && { demonstration: true }),
  };
}

function owedBlocks(owed: readonly OwedLine[]): WrittenDocument['blocks'] {
  return [
    { kind: 'paragraph', text: 'Các việc đã quá hạn:' },
    {
      kind: 'table',
      columns: [
        { head: 'TT', kind: 'ordinal', width: 1 },
        { head: 'Nhiệm vụ', kind: 'text', width: 7 },
        { head: 'Kỳ', kind: 'text', width: 3 },
        { head: 'Hạn', kind: 'date', width: 2 },
      ],
      rows: owed.map(({ text: duty, name, due }, index) => [
        String(index + 1),
        duty,
        name,
        formatDate(due),
      ]),
    },
  ];
}

function paragraphs(words: string): WrittenDocument['blocks'] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
}
