// What a procedure says after a list has named it: the list knows a few facts, the rest stays as it was.
import { collapse } from '#lib/vietnam/index.ts';
import { viewProcedure } from '../record/public-view.ts';
import { listParts } from '../record/written-values.ts';
import {
  textFields,
  type LegalBasis,
  type ProcedureRecord,
  type TextField,
} from '../record/record.ts';

export interface Announced {
  readonly record: ProcedureRecord;
  /** What the list says and could not be put in, in words. */
  readonly remarks: readonly string[];
}

/**
 * @param given what the list says; empty lists and absent texts say nothing
 * @param keepsDecision the list only carries the announcing decision along and announces nothing itself
 */
export function announced(
  given: ProcedureRecord,
  before: ProcedureRecord | undefined,
  keepsDecision: boolean,
): Announced {
  if (!before) return { record: given, remarks: [] };
  const texts = (Object.keys(textFields) as TextField[]).flatMap((name) => {
    const isKept = keepsDecision && name === 'decision' && before.decision !== undefined;
    if (isKept || given[name] === undefined || saysSame(name, given[name], before[name])) return [];
    return [[name, given[name]] as const];
  });
  const filings = mergedFilings(given, before);
  return {
    record: {
      ...before,
      ...Object.fromEntries(texts),
      suffix: given.suffix ?? before.suffix,
      filings: filings.filings,
      bases: saysSameBases(given.bases, before.bases) ? before.bases : given.bases,
    },
    remarks: filings.remarks,
  };
}

/** Whether a cell says what stands there already, as pages and open data write it. */
function saysSame(name: TextField, given: string, before: string | undefined): boolean {
  if (collapse(given) === collapse(before ?? '')) return true;
  return name === 'audience' && sameSet(listParts(given), listParts(before));
}

function saysSameBases(given: readonly LegalBasis[], before: readonly LegalBasis[]): boolean {
  const names = (bases: readonly LegalBasis[]) =>
    bases.map(({ code, title }) => collapse(code ?? title ?? ''));
  return given.length === 0 || sameSet(names(given), names(before));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part) => other.includes(part));
}

/**
 * A list has one time limit and one charge for all ways of filing. Where the ways differ from one another,
 * one value for all would be wrong for some of them: they stay, and that is said.
 */
function mergedFilings(given: ProcedureRecord, before: ProcedureRecord) {
  const [filing] = given.filings;
  if (!filing) return { filings: before.filings, remarks: [] };
  if (before.filings.length === 0) return { filings: given.filings, remarks: [] };
  const [says, said] = [viewProcedure(given), viewProcedure(before)];
  let { filings } = before;
  const remarks: string[] = [];
  for (const name of ['term', 'fee'] as const) {
    const value = filing[name];
    if (value === undefined || says[name] === said[name] || value === said[name]) continue;
    const differ = new Set(filings.map((one) => one[name] ?? '')).size > 1;
    if (differ) remarks.push(`${NAMES[name]} “${collapse(value)}” chưa dùng: ${DIFFER}`);
    else filings = filings.map((one) => ({ ...one, [name]: value }));
  }
  return { filings, remarks };
}

const NAMES = { term: 'Thời hạn', fee: 'Phí, lệ phí' } as const;
const DIFFER =
  'các cách nộp đang ghi khác nhau. Nhập tệp của Cơ sở dữ liệu quốc gia để sửa từng cách.';
