// What documents and their days are called, at the desk and on the portal.
import { CITED_TYPES, DOCUMENT_TYPES } from '#lib/documents/index.ts';
import { formatDate, isPlainDate } from '#lib/vietnam/index.ts';

const NAMES = new Map<string, string>();
for (const { type, name } of [...DOCUMENT_TYPES, ...CITED_TYPES]) {
  if (!NAMES.has(type)) NAMES.set(type, name);
}

/** "Kế hoạch" for `KH`; an unknown abbreviation stays as it is. */
export function typeName(type: string | null): string {
  return type === null ? 'Văn bản' : (NAMES.get(type) ?? type);
}

/** Types to choose from, by name. */
export const typeChoices: readonly { value: string; label: string }[] = [...NAMES]
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label, 'vi'));

/** 05/01/2023; nothing where there is no day. */
export function day(date: string | null): string {
  return date === null ? '' : isPlainDate(date) ? formatDate(date) : date;
}

/** "Nghị định 30/2020/NĐ-CP ngày 05/03/2020", as far as it is known. */
export function nameOf(document: {
  type: string | null;
  code: string | null;
  issuedOn: string | null;
  title?: string;
}): string {
  const code = document.code ? ` ${document.code}` : '';
  const dated = document.issuedOn ? ` ngày ${day(document.issuedOn)}` : '';
  return code === '' && document.title
    ? `${typeName(document.type)}: ${document.title}`
    : `${typeName(document.type)}${code}${dated}`;
}
