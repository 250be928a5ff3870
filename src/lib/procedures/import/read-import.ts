// A file or a pasted text, whichever of the known forms it has.
import type { SheetCells } from '#lib/platform/index.ts';
import type { ImportReading } from './import-reading.ts';
import { readDecision } from './read-decision.ts';
import { looksLikeExport, readExport } from './read-export.ts';
import { readTable } from './read-table.ts';

/** @param content a text, or the cells of a workbook */
export function readImport(content: string | readonly SheetCells[]): ImportReading {
  if (typeof content !== 'string') return readTable(content);
  return looksLikeExport(content) ? readExport(content) : readDecision(content);
}
