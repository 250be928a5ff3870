// The reasons of the folds in words, for the "why" panels. Names are looked up by the caller.
import { formatDate, formatMonth } from '#lib/vietnam/index.ts';
import type { CoverageCell } from './fold-coverage.ts';
import type { CellRule, Reason } from './reason.ts';
import type { SilentTopic } from './silence.ts';

export const CELL_STATE_NAMES: Readonly<Record<CoverageCell['state'], string>> = {
  unset: 'Chưa đặt',
  scheduled: 'Đã đặt lịch',
  done: 'Đã làm, chưa đủ minh chứng',
  evidenced: 'Đã làm, có minh chứng',
  missing: 'Quá hạn, còn thiếu',
};

/** The rule behind a cell's state, as one sentence. */
export function explainState({ state, month }: CoverageCell): string {
  const name = formatMonth(month);
  switch (state) {
    case 'unset':
      return `Đầu mối chưa đặt đơn vị nào cho tháng ${name} và chưa có hoạt động, nên ô để “chưa đặt”, không tính là thiếu.`;
    case 'scheduled':
      return `Có đơn vị đã được đặt lịch, tháng ${name} chưa hết nên chưa tính là thiếu.`;
    case 'missing':
      return `Có đơn vị được đặt lịch mà hết tháng ${name} chưa ghi hoạt động nào của mình.`;
    case 'done':
      return 'Đã có hoạt động; còn ít nhất một hoạt động chưa có minh chứng.';
    case 'evidenced':
      return 'Đã có hoạt động và mọi hoạt động đều có minh chứng.';
  }
}

/** What one reason says. */
export function explainReason(reason: Reason<CellRule>, unitName: (id: string) => string): string {
  const unit = reason.unit === undefined ? '' : unitName(reason.unit);
  const day = formatDate(reason.on);
  switch (reason.rule) {
    case 'cell.unset':
      return 'Không có lịch, không có hoạt động.';
    case 'cell.unit-scheduled':
      return `${unit} được đặt lịch, hạn đến hết ngày ${day}.`;
    case 'cell.unit-missing':
      return `${unit} được đặt lịch, đến hết ngày ${day} chưa ghi hoạt động nào.`;
    case 'cell.unit-done':
      return `${unit} được đặt lịch và đã làm.`;
    case 'cell.act-counted':
      return `Hoạt động ngày ${day} của ${unit}, có minh chứng.`;
    case 'cell.act-unevidenced':
      return `Hoạt động ngày ${day} của ${unit}, chưa có minh chứng.`;
  }
}

/** The finding about a silent topic, as one sentence. */
export function explainSilence(found: SilentTopic, topicName: string): string {
  const since = formatDate(found.since);
  const from =
    found.why.rule === 'silence.since-last-act'
      ? `kể từ ngày ${since}`
      : `từ đầu kỳ kế hoạch (${since})`;
  return `Chưa có hoạt động nào về “${topicName}” ${from}: đã ${found.days} ngày, quá mức ${found.limit} ngày.`;
}

/** Who set the limit a silent topic passed. */
export function explainLimit({ limit, limitOf }: SilentTopic): string {
  const days = `${limit} ngày`;
  if (limitOf === 'topic') return `${days}, đầu mối đặt riêng cho nội dung này`;
  return limitOf === 'commune' ? `${days}, đầu mối đặt chung` : `${days}, mức sẵn có của Loa`;
}
