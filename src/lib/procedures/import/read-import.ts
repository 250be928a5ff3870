// A file or a pasted text, whichever of the known forms it has.
import type { ImportReading } from './import-reading.ts';
import { readDecision } from './read-decision.ts';
import { looksLikeExport, readExport } from './read-export.ts';

export function readImport(text: string): ImportReading {
  return looksLikeExport(text) ? readExport(text) : readDecision(text);
}
