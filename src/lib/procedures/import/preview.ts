// What an import would do to the register: each item against what holds today, old beside new.
import { differences, type FieldChange } from '../record/difference.ts';
import type { ProcedureRecord } from '../record/record.ts';
import { announced } from './announced.ts';
import type { ImportItem, ImportReading } from './import-reading.ts';

export type Outcome = 'new' | 'changed' | 'untouched' | 'abolished' | 'unknown' | 'older';

export interface PreviewItem {
  readonly code: string;
  readonly place: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** What the procedure would say from then on; null where nothing is written. */
  readonly record: ProcedureRecord | null;
  /** What it says until then; null for a new one. */
  readonly before: ProcedureRecord | null;
  readonly item: ImportItem;
  readonly changes: readonly FieldChange[];
  readonly remarks: readonly string[];
}

/** What the register knows of a procedure: what would hold on the day, and whether something later does. */
export interface Known {
  readonly record: ProcedureRecord;
  readonly isAbolished: boolean;
  /** Another version takes effect after the day the import would. */
  readonly hasLater: boolean;
}

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  new: 'Mới',
  changed: 'Sửa đổi',
  abolished: 'Bãi bỏ',
  older: 'Vào lịch sử',
  untouched: 'Không đổi',
  unknown: 'Không áp dụng được',
};

export function previewImport(
  reading: Pick<ImportReading, 'items'>,
  known: ReadonlyMap<string, Known>,
): PreviewItem[] {
  return reading.items.map((item) => previewItem(item, known.get(item.record.code)));
}

function previewItem(item: ImportItem, known: Known | undefined): PreviewItem {
  const { act, record: given, place } = item;
  const before = known && !known.isAbolished ? known.record : null;
  const base = { code: given.code, place, item, title: given.title, before };
  if (act === 'abolish') {
    if (!known || known.isAbolished) {
      const why = known
        ? 'Thủ tục này đã bãi bỏ từ trước.'
        : 'Sổ của xã không có thủ tục này nên không có gì để bãi bỏ. Nếu xã có giải quyết, nhập thủ tục trước.';
      return {
        ...base,
        outcome: 'unknown',
        record: null,
        changes: [],
        remarks: [...item.remarks, why],
      };
    }
    const remarks = known.hasLater ? [...item.remarks, LATER] : item.remarks;
    return { ...base, outcome: 'abolished', record: known.record, changes: [], remarks };
  }
  const { record, remarks: unused } =
    act === 'record'
      ? { record: given, remarks: [] }
      : announced(given, known?.record, act === 'list');
  const said = [...item.remarks, ...unused];
  if (!known) {
    const remarks = act === 'record' ? said : [...said, BARE];
    return { ...base, outcome: 'new', record, changes: [], remarks };
  }
  const changes = differences(known.record, record);
  if (changes.length === 0 && !known.isAbolished) {
    return { ...base, outcome: 'untouched', record: null, changes, remarks: said };
  }
  const remarks = known.isAbolished ? [...said, 'Thủ tục đã bãi bỏ, nay công bố lại.'] : said;
  if (known.hasLater) {
    return { ...base, outcome: 'older', record, changes, remarks: [...remarks, LATER] };
  }
  return { ...base, outcome: 'changed', record, changes, remarks };
}

const BARE = 'Mới có những gì danh mục ghi; nội dung chi tiết nhập sau từ Cơ sở dữ liệu quốc gia.';
const LATER =
  'Sổ đã có bản hiệu lực muộn hơn; bản này đứng vào lịch sử theo ngày hiệu lực, bản muộn hơn vẫn là bản hiện hành.';

export interface PreviewCounts {
  readonly new: number;
  readonly changed: number;
  readonly abolished: number;
  readonly older: number;
  readonly untouched: number;
  readonly unknown: number;
}

export function countOutcomes(items: readonly Pick<PreviewItem, 'outcome'>[]): PreviewCounts {
  const counts = { new: 0, changed: 0, abolished: 0, older: 0, untouched: 0, unknown: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}
