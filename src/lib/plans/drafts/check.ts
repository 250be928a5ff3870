// What keeps a draft from being confirmed, and what is worth a look before. Each problem leads to
// its place.
import { fold, isPlainDate } from '#lib/vietnam/index.ts';
import type { Draft } from './draft.ts';
import { LABEL_LENGTH } from './labels.ts';

export interface Problem {
  /** Errors block confirmation. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Key of the clause, unit or finding it stands beside; `period` and `title` for those fields. */
  readonly place: string;
}

export interface DraftCounts {
  readonly topics: number;
  readonly measures: number;
  readonly units: number;
  readonly duties: number;
}

/** What would be confirmed: everything that isn't dropped. */
export function countDraft(draft: Draft): DraftCounts {
  const kept = draft.assignments.filter((assignment) => !assignment.dropped);
  return {
    topics: draft.topics.filter((topic) => !topic.dropped).length,
    measures: draft.measures.filter((measure) => !measure.dropped).length,
    units: kept.length,
    duties: kept.reduce(
      (sum, { duties }) => sum + duties.filter((duty) => !duty.dropped).length,
      0,
    ),
  };
}

/** "11 nội dung, 6 biện pháp, 8 đơn vị, 21 nhiệm vụ" */
export function countsInWords(counts: DraftCounts): string {
  return `${counts.topics} nội dung, ${counts.measures} biện pháp, ${counts.units} đơn vị, ${counts.duties} nhiệm vụ`;
}

export function checkDraft(draft: Draft): readonly Problem[] {
  return [
    ...checkPeriod(draft),
    ...checkTopics(draft),
    ...checkUnits(draft),
    ...checkFindings(draft),
  ];
}

function checkPeriod({ period }: Draft): Problem[] {
  const at = (message: string): Problem[] => [{ severity: 'error', message, place: 'period' }];
  if (!period.from || !period.to) {
    return at('Chưa có thời gian thực hiện. Nhập ngày bắt đầu và ngày kết thúc của kế hoạch.');
  }
  if (!isPlainDate(period.from) || !isPlainDate(period.to)) {
    return at('Ngày của thời gian thực hiện không có trên lịch. Nhập lại theo ngày/tháng/năm.');
  }
  if (period.to < period.from) {
    return at('Ngày kết thúc đứng trước ngày bắt đầu. Sửa lại một trong hai ngày.');
  }
  return [];
}

function checkTopics(draft: Draft): Problem[] {
  const kept = draft.topics.filter((topic) => !topic.dropped);
  if (kept.length === 0) {
    return [
      {
        severity: 'error',
        message:
          'Chưa có nội dung tuyên truyền nào. Thêm, khôi phục hoặc chuyển một mục sang phần này.',
        place: 'topics',
      },
    ];
  }
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { key, label } of kept) {
    const name = fold(label ?? '');
    if (seen.has(name)) {
      const message = 'Tên ngắn trùng với một nội dung khác. Đặt lại để dễ phân biệt trên bảng.';
      problems.push({ severity: 'warning', message, place: key });
    }
    if ((label ?? '').length > LABEL_LENGTH) {
      const message = `Tên ngắn dài quá ${LABEL_LENGTH} ký tự. Rút gọn để vừa một cột.`;
      problems.push({ severity: 'warning', message, place: key });
    }
    seen.add(name);
  }
  return problems;
}

function checkUnits(draft: Draft): Problem[] {
  const problems: Problem[] = [];
  for (const { key, unit, duties, dropped } of draft.assignments) {
    if (dropped) continue;
    const kept = duties.filter((duty) => !duty.dropped);
    if (unit === '') {
      const message = 'Đơn vị chưa có tên. Nhập tên như trong kế hoạch.';
      problems.push({ severity: 'error', message, place: key });
    }
    if (kept.length === 0) {
      const message = 'Đơn vị chưa có nhiệm vụ nào. Chuyển nhiệm vụ vào hoặc bỏ đơn vị này.';
      problems.push({ severity: 'warning', message, place: key });
    }
    for (const { key: place, due } of kept) {
      if (due?.date && !isPlainDate(due.date)) {
        const message = 'Hạn hoàn thành không có trên lịch. Nhập lại ngày.';
        problems.push({ severity: 'error', message, place });
      }
    }
  }
  return problems;
}

/** Errors that reading found wait for a person's eye; the text can't be changed, only looked at. */
function checkFindings(draft: Draft): Problem[] {
  return draft.findings
    .filter((finding) => finding.severity === 'error' && !finding.seen)
    .map(({ key, message }) => ({ severity: 'error', message, place: key }));
}
