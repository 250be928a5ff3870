// What was understood of a file or a pasted text before anything is changed: items to match by code,
// and what could not be used, each with its place and the reason in words.
import { fold } from '#lib/vietnam/index.ts';
import type { ProcedureRecord } from '../record/record.ts';
import type { Origin } from '../record/export-format.ts';

/** What the source says of a procedure: its whole record, that it is announced, listed, or abolished. */
export type ItemAct = 'record' | 'announce' | 'list' | 'abolish';

/** A file of the national database, a decision as text, a table in Excel. */
export type ImportKind = 'export' | 'decision' | 'table';

export interface ImportItem {
  /** Where in the source: `mục 3`, `dòng 120`. */
  readonly place: string;
  readonly act: ItemAct;
  readonly record: ProcedureRecord;
  readonly origin: Origin;
  /** What is odd but kept as written. */
  readonly remarks: readonly string[];
}

export interface ImportFault {
  readonly place: string;
  readonly message: string;
}

export interface ImportDecision {
  readonly code: string | null;
  /** YYYY-MM-DD */
  readonly date: string | null;
  readonly agency: string | null;
}

export interface ImportReading {
  readonly kind: ImportKind;
  readonly items: readonly ImportItem[];
  readonly faults: readonly ImportFault[];
  readonly decision: ImportDecision;
}

/** One code twice: the same words once are enough; different words can't both be right, so neither counts. */
export function withoutDuplicates(
  items: readonly ImportItem[],
): Pick<ImportReading, 'items' | 'faults'> {
  const groups = Map.groupBy(items, (item) => item.record.code);
  const kept: ImportItem[] = [];
  const faults: ImportFault[] = [];
  for (const [code, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const words = new Set(group.map(({ act, record }) => `${act}\n${JSON.stringify(record)}`));
    const places = group.map(({ place }) => place).join(', ');
    if (words.size > 1) {
      faults.push({
        place: places,
        message: `Mã ${code} có ${group.length} lần với nội dung khác nhau; chưa dùng bản nào. Giữ lại một bản rồi nhập lại.`,
      });
    } else if (group.length > 1) {
      kept.push({
        ...first,
        remarks: [
          ...first.remarks,
          `Mã này có ${group.length} lần giống hệt nhau (${places}); dùng một.`,
        ],
      });
    } else kept.push(first);
  }
  return { items: kept, faults };
}

/** What the heading of a list says is done to the procedures below it; undefined for any other line. */
export function actOfHeading(text: string): 'announce' | 'abolish' | undefined {
  const words = fold(text);
  const isHeading = /^(?:phu luc\b.*|[a-z0-9ivx]{1,4}[.)] *)?.{0,12}danh muc\b/.test(words);
  if (!isHeading && !/^[a-z0-9ivx]{1,4}[.)] (?:tthc|thu tuc hanh chinh)\b/.test(words))
    return undefined;
  return /\bbi bai bo\b|\bbai bo\b|\bhuy bo\b/.test(words) ? 'abolish' : 'announce';
}
