// Reads official exports: one record, a list of them, or one a line; remarks before the braces are
// passed over. A file that breaks off says so and gives nothing: half a list may be half a truth.
import { collapse } from '#lib/vietnam/index.ts';
import { fromExport } from '../record/export-format.ts';
import { readFees, readTerm } from '../record/written-values.ts';
import type { ProcedureRecord } from '../record/record.ts';
import {
  withoutDuplicates,
  type ImportFault,
  type ImportItem,
  type ImportReading,
} from './import-reading.ts';

const NO_DECISION = { code: null, date: null, agency: null };

/** Whether a text wants to be an export: after lines of remarks it opens with a brace or bracket. */
export function looksLikeExport(text: string): boolean {
  return /^(?:\s*#[^\n]*\n)*\s*[[{]/.test(text.replace(/^\uFEFF/, ''));
}

/** Reads the text of an export. Never throws; what can't be used is among the faults. */
export function readExport(text: string): ImportReading {
  const body = text.replace(/^\uFEFF/, '').replace(/^(?:\s*#[^\n]*\n)+/, '');
  const parsed = parseItems(body);
  if ('fault' in parsed) {
    return { kind: 'export', items: [], faults: [parsed.fault], decision: NO_DECISION };
  }
  const items: ImportItem[] = [];
  const faults: ImportFault[] = [];
  for (const [index, one] of parsed.items.entries()) {
    const place = `mục ${index + 1}`;
    const read = fromExport(one);
    if ('fault' in read) faults.push({ place, message: read.fault });
    else {
      const remarks = [...read.remarks, ...oddValues(read.record)];
      items.push({ place, act: 'record', record: read.record, origin: read.origin, remarks });
    }
  }
  const unique = withoutDuplicates(items);
  return {
    kind: 'export',
    items: unique.items,
    faults: [...faults, ...unique.faults],
    decision: NO_DECISION,
  };
}

function parseItems(body: string): { items: unknown[] } | { fault: ImportFault } {
  try {
    return { items: asList(JSON.parse(body)) };
  } catch (error) {
    const lines = body.split('\n').filter((line) => line.trim() !== '');
    const each = lines.map(parseLine);
    if (lines.length > 1 && each.every((one) => one !== undefined)) return { items: each };
    return {
      fault: {
        place: placeOf(error, body),
        message:
          'Tệp không đọc được hết: có thể tải dở hoặc đã bị sửa. Chưa nhập gì; tải lại tệp rồi chọn lại.',
      },
    };
  }
}

function parseLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const { items } = value as { items?: unknown };
  return Array.isArray(items) ? items : [value];
}

function placeOf(error: unknown, body: string): string {
  const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const line = (at === undefined ? body : body.slice(0, Number(at))).split('\n').length;
  return `dòng ${line}`;
}

/** Values that are words where people look for a number: kept as written, and said. */
function oddValues({ filings }: ProcedureRecord): string[] {
  const remarks = new Set<string>();
  for (const filing of filings) {
    const term = readTerm(filing);
    if (term && term.amount === null) {
      remarks.add(
        `Thời hạn “${collapse(filing.term ?? '')}” không ghi bằng số ngày; giữ như nguồn.`,
      );
    }
    for (const fee of readFees(filing)) {
      if (fee.amount === null)
        remarks.add(`Phí ghi bằng chữ “${fee.words.slice(0, 80)}”; giữ như nguồn.`);
    }
  }
  return [...remarks];
}
