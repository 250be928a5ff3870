// The columns of duties × units, in words.
import type { DutyFigure } from '#lib/plans/index.ts';

export const FIGURE_NAMES: Readonly<Record<DutyFigure, string>> = {
  planned: 'Phải làm',
  done: 'Đã làm',
  evidenced: 'Có minh chứng',
  overdue: 'Quá hạn',
  excused: 'Miễn, thôi',
};
