// What has changed between two records of one procedure, field by field, old beside new.
import { canonicalText } from '#lib/platform/index.ts';
import {
  said,
  textFields,
  type Filing,
  type LegalBasis,
  type Paper,
  type ProcedureRecord,
  type TextField,
} from './record.ts';

export interface FieldChange {
  /** Which part of the record; `filings.1` is the second way of filing. */
  readonly field: string;
  readonly label: string;
  /** Null: wasn't there before; not there any more. */
  readonly before: string | null;
  readonly after: string | null;
  /** What people go by: time, charges, papers. Boards and posters carry these. */
  readonly matters: boolean;
}

const MATTERS: readonly TextField[] = ['title', 'audience', 'result', 'requirements', 'address'];

/** Empty where both say the same. */
export function differences(before: ProcedureRecord, after: ProcedureRecord): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, label] of Object.entries(textFields) as [TextField, string][]) {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    if (old === now) continue;
    changes.push({ field, label, before: old, after: now, matters: MATTERS.includes(field) });
  }
  if (before.suffix !== after.suffix) {
    changes.push({
      field: 'suffix',
      label: 'Phần sau của mã',
      before: before.suffix,
      after: after.suffix,
      matters: false,
    });
  }
  changes.push(
    ...rowChanges(
      'filings',
      'Cách nộp',
      before.filings,
      after.filings,
      filingKey,
      filingWords,
      true,
    ),
    ...rowChanges('papers', 'Giấy tờ', before.papers, after.papers, paperKey, paperWords, true),
    ...rowChanges('bases', 'Căn cứ', before.bases, after.bases, basisKey, basisWords, false),
  );
  const [old, now] = [textOf(before.beyond ?? null), textOf(after.beyond ?? null)];
  if (old !== now) {
    changes.push({
      field: 'beyond',
      label: 'Phần khác của nguồn',
      before: old,
      after: now,
      matters: false,
    });
  }
  return changes;
}

/** Rows are matched by what they are about, so that a row put in above changes none below it. */
function rowChanges<Row>(
  field: string,
  label: string,
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
  wordsOf: (row: Row) => string,
  matters: boolean,
): FieldChange[] {
  const changes: FieldChange[] = [];
  const rest = [...before];
  for (const [index, row] of after.entries()) {
    const at = rest.findIndex((one) => keyOf(one) === keyOf(row));
    const old = at < 0 ? undefined : rest.splice(at, 1)[0];
    const same = old !== undefined && textOf(old) === textOf(row);
    if (same) continue;
    changes.push({
      field: `${field}.${index}`,
      label,
      before: old === undefined ? null : wordsOf(old),
      after: wordsOf(row),
      matters,
    });
  }
  for (const row of rest) {
    changes.push({ field: `${field}.-`, label, before: wordsOf(row), after: null, matters });
  }
  const kept = changes.length === 0 && textOf(before) !== textOf(after);
  if (kept) {
    changes.push({
      field: `${field}.order`,
      label: `${label}: thứ tự`,
      before: before.map(wordsOf).join('\n'),
      after: after.map(wordsOf).join('\n'),
      matters: false,
    });
  }
  return changes;
}

/** A record that was kept has its names in another order than one just read: what they say counts. */
function textOf(value: unknown): string {
  return canonicalText(JSON.parse(JSON.stringify(value)));
}

const filingKey = (row: Filing) => row.form ?? '';
const paperKey = (row: Paper) => `${row.group ?? ''}\n${row.name ?? ''}`;
const basisKey = (row: LegalBasis) => `${row.code ?? ''}\n${row.title ?? ''}`;

function filingWords({ form, term, fee, note }: Filing): string {
  return join([said(form), said(term), said(fee), said(note)]);
}

function paperWords({ group, name, files, counts }: Paper): string {
  return join([said(group), said(name), said(files), said(counts)?.replace(/\n/g, ', ')]);
}

function basisWords({ code, title, issuedOn, agency }: LegalBasis): string {
  return join([said(code), said(title), said(issuedOn), said(agency)]);
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}
