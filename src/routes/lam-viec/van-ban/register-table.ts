// The register of documents as a table for sheets.
import { validityNames } from '#lib/documents/index.ts';
import type { EntrySummary } from '#lib/documents/index.server.ts';
import type { TableData } from '#lib/platform/index.ts';
import { typeName } from '../../document-parts/names.ts';
import { directionNames } from './words.ts';

/** Lines in the order given. */
export function registerTable(entries: readonly EntrySummary[], source: string): TableData {
  return {
    title: 'Sổ văn bản',
    source,
    columns: [
      { head: 'Số, ký hiệu', kind: 'code' },
      { head: 'Ngày ban hành', kind: 'date' },
      { head: 'Loại', kind: 'text' },
      { head: 'Trích yếu', kind: 'text' },
      { head: 'Cơ quan ban hành', kind: 'text' },
      { head: 'Nguồn', kind: 'text' },
      { head: 'Lĩnh vực', kind: 'text' },
      { head: 'Hiệu lực', kind: 'text' },
      { head: 'Hết hiệu lực từ', kind: 'date' },
    ],
    rows: entries.map((entry) => [
      entry.code,
      entry.issuedOn,
      typeName(entry.type),
      entry.title,
      entry.agency,
      directionNames[entry.direction] ?? entry.direction,
      entry.field || null,
      validityNames[entry.validity.state],
      entry.validity.since,
    ]),
  };
}
