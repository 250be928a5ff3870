// The layout that comes with Loa, read once.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { DocumentLayout } from './layout.ts';

const FILE = path.join(import.meta.dirname, '../../../../data/document-layout.yaml');
let layout: DocumentLayout | undefined;

/** The layout in force (Decree 30/2020/NĐ-CP, appendix I). */
export function getDocumentLayout(): DocumentLayout {
  layout ??= DocumentLayout.parse(parse(readFileSync(FILE, 'utf8')));
  return layout;
}
