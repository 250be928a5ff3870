// Citations: a date without its year, one that can't be, one later than the document, two for one code.
import { collapse } from '#lib/vietnam/index.ts';
import { finding, type Finding } from '../findings.ts';
import type { ReadDocument } from '../reading.ts';
import type { ReferenceNote } from '../references.ts';

/** Findings about the citations of one document. */
export function checkReferences(text: string, { document, inner }: ReadDocument): Finding[] {
  return [
    ...inner.notes.flatMap((note) => checkOne(text, note, document.date)),
    ...checkDates(inner.notes),
  ];
}

function checkOne(text: string, note: ReferenceNote, issued: string | null): Finding[] {
  const { reference } = note;
  const findings: Finding[] = [];
  const { code, span } = reference;
  if (note.noYear) findings.push(finding('reference.no-year', note.dateSpan ?? span, { code }));
  if (note.impossible)
    findings.push(finding('reference.impossible-date', note.dateSpan ?? span, { code }));
  if (issued && reference.date && reference.date > issued) {
    const date = reference.date.split('-').reverse().join('/');
    findings.push(finding('reference.date-after', note.dateSpan ?? span, { code, date }));
  }
  const written = collapse(text.slice(note.codeSpan[0], note.codeSpan[1]));
  if (note.restored)
    findings.push(finding('reference.hyphen-lost', note.codeSpan, { written, code }));
  else if (written !== code)
    findings.push(finding('reference.spacing', note.codeSpan, { written, code }));
  return findings;
}

/** One code, two days: one of them is wrong. Codes without a year may be two documents of two bodies. */
function checkDates(notes: readonly ReferenceNote[]): Finding[] {
  const seen = new Map<string, ReferenceNote>();
  const findings: Finding[] = [];
  for (const note of notes) {
    const { code, date, issuer } = note.reference;
    if (date === null || !/\/\d{4}\//.test(code)) continue;
    const first = seen.get(code);
    if (!first) seen.set(code, note);
    else if (
      first.reference.date !== date &&
      (issuer === null || first.reference.issuer === null || issuer === first.reference.issuer)
    ) {
      const details = { code, first: dayOf(first.reference.date), second: dayOf(date) };
      findings.push(finding('reference.two-dates', note.dateSpan ?? note.reference.span, details));
    }
  }
  return findings;
}

function dayOf(date: string | null): string {
  return (date ?? '').split('-').reverse().join('/');
}
