// What a plan gives to one unit, as a notice the chairman signs: each duty with its partners and day.
import { officeHead, type OfficeFacts, type WrittenDocument } from '#lib/documents/index.ts';
import { formatDate, isPlainDate } from '#lib/vietnam/index.ts';
import { cadenceInWords } from '../drafts/words.ts';
import type { Cadence } from '../drafts/draft.ts';

export interface NoticedPlan {
  readonly title: string;
  readonly code: string | null;
  readonly issuedOn: string | null;
}

export interface NoticedUnit {
  readonly unitName: string;
  readonly duties: readonly {
    readonly text: string;
    readonly dueOn: string | null;
    readonly dueText: string | null;
    readonly every: Cadence | null;
    readonly cooperates: readonly string[];
  }[];
}

/** The notice, unnumbered and undated until it is signed. */
export function assignmentNotice(
  plan: NoticedPlan,
  unit: NoticedUnit,
  office: OfficeFacts,
): WrittenDocument {
  const named = plan.code ? `Kế hoạch số ${plan.code}` : `“${plan.title}”`;
  const dated =
    plan.issuedOn && isPlainDate(plan.issuedOn) ? ` ngày ${formatDate(plan.issuedOn)}` : '';
  return {
    ...officeHead(office),
    type: 'TB',
    symbol: 'TB-UBND',
    date: null,
    about: `Giao nhiệm vụ cho ${unit.unitName} theo ${named}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${named}${dated} (${plan.title}), Ủy ban nhân dân ${office.name} thông báo các nhiệm vụ giao ${unit.unitName} chủ trì như sau:`,
      },
      {
        kind: 'table',
        columns: [
          { head: 'TT', kind: 'ordinal', width: 1 },
          { head: 'Nhiệm vụ', kind: 'text', width: 8 },
          { head: 'Phối hợp', kind: 'text', width: 3.5 },
          { head: 'Thời hạn, nhịp thực hiện', kind: 'text', width: 3.5 },
        ],
        rows: unit.duties.map((duty, at) => [
          String(at + 1),
          duty.text.replace(/\s+/gu, ' ').trim(),
          duty.cooperates.join('; '),
          timeOf(duty),
        ]),
      },
      {
        kind: 'paragraph',
        text: `Đề nghị ${unit.unitName} triển khai thực hiện, ghi hoạt động kèm minh chứng ngay sau mỗi lần thực hiện; có vướng mắc thì báo đầu mối kế hoạch để tổng hợp, báo cáo Chủ tịch Ủy ban nhân dân.`,
      },
    ],
    recipients: [unit.unitName, 'Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân', 'Lưu: VT'],
  };
}

/** The plan's own words where it has some; a duty without day or rhythm lasts as long as the plan. */
function timeOf({ dueOn, dueText, every }: NoticedUnit['duties'][number]): string {
  if (dueText) return dueText;
  if (dueOn && isPlainDate(dueOn)) return `Trước ngày ${formatDate(dueOn)}`;
  return every ? cadenceInWords(every) : 'Trong kỳ kế hoạch';
}
