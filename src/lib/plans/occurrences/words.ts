// Occurrences in words: states, how much time is left, reasons, and what was decided.
import { formatDate, isPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import type { QuantityName } from '../acts/kinds.ts';
import type { Reason } from '../coverage/reason.ts';
import { cadenceInWords } from '../drafts/words.ts';
import type { Cadence } from '../drafts/draft.ts';
import {
  daysLeft,
  type Occurrence,
  type OccurrenceRule,
  type OccurrenceState,
} from './fold-occurrences.ts';
import { WHOLE_PERIOD, type PlannedOccurrence } from './plan-occurrences.ts';
import { spellInWords } from './spells.ts';

/** What a target counts, as people set it. */
export const TARGET_NAMES: Readonly<Record<QuantityName, { label: string; unit: string }>> = {
  items: { label: 'Tin, bài, cuộc', unit: 'tin, bài, cuộc' },
  airings: { label: 'Lượt phát thanh', unit: 'lượt phát' },
  minutes: { label: 'Thời lượng phát', unit: 'phút' },
  people: { label: 'Lượt người', unit: 'lượt người' },
  copies: { label: 'Bản in, tờ rơi', unit: 'bản' },
};

export const OCCURRENCE_STATE_NAMES: Readonly<Record<OccurrenceState, string>> = {
  coming: 'Chưa đến kỳ',
  open: 'Đang trong kỳ',
  overdue: 'Quá hạn, chưa làm',
  done: 'Đã làm, thiếu minh chứng',
  evidenced: 'Đã làm, đủ minh chứng',
  excused: 'Được miễn',
  ended: 'Thôi thực hiện',
};

/** "tháng 02/2023", "trước ngày 15/06/2023", "cả kỳ kế hoạch" */
export function occurrenceName(one: Pick<PlannedOccurrence, 'key' | 'from' | 'to'>): string {
  if (one.key === WHOLE_PERIOD) return 'cả kỳ kế hoạch';
  if (isPlainDate(one.key)) return `hạn ${formatDate(one.key)}`;
  return spellInWords(one);
}

/** "còn 3 ngày", "hôm nay", "quá 12 ngày"; empty once it is done, excused or not begun. */
export function timeLeft(one: Occurrence, today: PlainDate): string {
  if (one.state !== 'open' && one.state !== 'overdue') return '';
  const days = daysLeft(one, today);
  if (days === 0) return 'hạn hôm nay';
  return days > 0 ? `còn ${days} ngày` : `quá ${-days} ngày`;
}

/** What one reason says; `unitName` gives a unit's name of that day. */
export function explainOccurrence(
  reason: Reason<OccurrenceRule>,
  unitName: (id: string) => string,
): string {
  const day = formatDate(reason.on);
  const unit = reason.unit === undefined ? '' : unitName(reason.unit);
  switch (reason.rule) {
    case 'occurrence.due-by-stretch':
      return `Hạn là ngày làm việc cuối của kỳ: ${day}.`;
    case 'occurrence.due-named':
      return `Hạn theo ngày kế hoạch ghi; rơi vào ngày nghỉ thì lùi đến ngày làm việc kế tiếp (Bộ luật Dân sự 2015, Điều 148): ${day}.`;
    case 'occurrence.due-end':
      return `Kế hoạch không ghi ngày, cũng chưa đặt nhịp: tính cả kỳ kế hoạch, đến ngày làm việc cuối ${day}.`;
    case 'occurrence.moved':
      return `Hạn được dời đến ngày ${day}.`;
    case 'occurrence.handed-over':
      return `Kỳ này được chuyển cho ${unit}.`;
    case 'occurrence.excused':
      return 'Kỳ này được miễn.';
    case 'occurrence.passed':
      return `Từ ngày ${day}, ${unit} kế tục đơn vị cũ và nhận việc còn dở.`;
    case 'occurrence.ended':
      return `Nhiệm vụ thôi thực hiện sau ngày ${day}: kế hoạch được sửa đổi, kết thúc hoặc thay thế.`;
    case 'occurrence.act-in-time':
      return `Hoạt động ngày ${day} của ${unit}, trong hạn.`;
    case 'occurrence.act-late':
      return `Hoạt động ngày ${day} của ${unit}, sau hạn.`;
    case 'occurrence.act-tied':
      return `Hoạt động ngày ${day} của ${unit}, được gắn vào kỳ này.`;
    case 'occurrence.act-unevidenced':
      return `Hoạt động ngày ${day} chưa có minh chứng.`;
  }
}

/** One line of what was decided about a duty. */
export function decisionInWords(
  decision: { kind: string; content: Readonly<Record<string, unknown>> },
  unitName: (id: string) => string,
): string {
  const { content } = decision;
  const day = (value: unknown) =>
    typeof value === 'string' && isPlainDate(value) ? formatDate(value) : '';
  switch (decision.kind) {
    case 'cadence':
      return content['every'] === null
        ? `Bỏ nhịp từ ngày ${day(content['from'])}: tính cả kỳ kế hoạch`
        : `Đặt nhịp ${cadenceInWords(content['every'] as Cadence)} từ ngày ${day(content['from'])}`;
    case 'target':
      return content['amount'] === null
        ? `Bỏ chỉ tiêu ${targetName(content['quantity'])}`
        : `Đặt chỉ tiêu mỗi kỳ: ${String(content['amount'])} ${targetName(content['quantity'])}`;
    case 'moved':
      return `Dời hạn đến ngày ${day(content['due'])}`;
    case 'excused':
      return 'Miễn kỳ này';
    case 'handed-over':
      return `Chuyển cho ${unitName(String(content['unit']))}`;
    case 'reinstated':
      return 'Trở lại như kế hoạch';
    case 'tied':
      return 'Gắn một hoạt động vào kỳ này';
    case 'untied':
      return 'Bỏ gắn một hoạt động';
    default:
      return decision.kind;
  }
}

/** How often a duty comes, in a word; what waits for the coordinator says so. */
export function rhythmInWords(duty: {
  readonly every: Cadence | null;
  readonly cadence: 'plan' | 'coordinator' | 'unset';
}): string {
  if (duty.cadence === 'unset') return 'chưa đặt nhịp';
  return duty.every === null ? '' : cadenceInWords(duty.every);
}

function targetName(quantity: unknown): string {
  return TARGET_NAMES[quantity as QuantityName]?.unit ?? '';
}
