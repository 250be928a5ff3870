// Acts in words: amounts with their units, and what happened to an act.
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { FoldEvent } from '../coverage/fold-acts.ts';
import { findKind, quantitiesOf, type ActKinds, type Quantities } from './kinds.ts';

/** "1 bản tin, 4 lượt phát, 6 phút": what was reported, in the kind's own units. */
export function quantitiesInWords(table: ActKinds, kindId: string, reported: Quantities): string {
  const kind = findKind(table, kindId);
  if (!kind) return '';
  return quantitiesOf(kind)
    .flatMap(({ name, rule }) => {
      const amount = reported[name];
      if (amount === undefined) return [];
      const each = rule.per ? ' mỗi lần' : '';
      return [`${grouped(amount)} ${rule.unit}${each}`];
    })
    .join(', ');
}

/** What adds up over kinds. Stories and meetings, leaflets and banners don't: they have no common unit. */
const COMMON = { airings: 'lượt phát', people: 'lượt người' } as const;

/** Sums over several kinds, where they have a common unit; empty when nobody reported any. */
export function sumsInWords(sums: Quantities): string {
  return (['airings', 'people'] as const)
    .flatMap((name) => {
      const amount = sums[name] ?? 0;
      return amount === 0 ? [] : [`${grouped(amount)} ${COMMON[name]}`];
    })
    .join(', ');
}

/** Thousands apart by a point: 2.639. */
export function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}

export const EVIDENCE_NAMES: Readonly<Record<string, string>> = {
  photo: 'Ảnh',
  file: 'Tệp',
  link: 'Đường dẫn',
  'attendance-list': 'Danh sách ký tên',
};

/** One line of an act's history. */
export function eventInWords(event: FoldEvent): string {
  const data = event.data as { day?: string; version?: number; kind?: string };
  switch (event.kind) {
    case 'act.recorded':
      return `Ghi hoạt động ngày ${dayOf(data)}`;
    case 'act.corrected':
      return `Sửa thành bản ${data.version ?? ''} (ngày ${dayOf(data)})`;
    case 'act.withdrawn':
      return 'Rút hoạt động khỏi kết quả';
    case 'evidence.added':
      return `Thêm minh chứng: ${(EVIDENCE_NAMES[data.kind ?? ''] ?? '').toLowerCase()}`;
    case 'evidence.snapshot-kept':
      return 'Lưu bản chụp của đường dẫn';
    case 'effect.noted':
      return 'Ghi một dấu hiệu hiệu quả';
    case 'effect.withdrawn':
      return 'Rút một dấu hiệu hiệu quả';
    case 'evidence.removed':
      return 'Gỡ một minh chứng';
    default:
      return event.kind;
  }
}

function dayOf({ day }: { day?: string }): string {
  return day === undefined ? '' : formatDate(toPlainDate(day));
}
