// What the written values of a record mean, where they can be told: time limits, charges, counts of
// papers, days, steps. Where they can't, the words stand as they are and that is said.
import { said, type Filing, type LegalBasis, type Paper } from './record.ts';

export type WrittenTermUnit = 'working-day' | 'day' | 'hour' | 'month' | 'year';

export interface WrittenTerm {
  readonly words: string;
  readonly amount: number | null;
  readonly unit: WrittenTermUnit | null;
}

const UNITS: readonly [RegExp, WrittenTermUnit, string][] = [
  [/^ngày làm việc$/iu, 'working-day', 'ngày làm việc'],
  [/^ngày$/iu, 'day', 'ngày'],
  [/^giờ(?: làm việc)?$/iu, 'hour', 'giờ'],
  [/^tháng$/iu, 'month', 'tháng'],
  [/^năm$/iu, 'year', 'năm'],
];

/** `02 Giờ` → 2 hours. `1 Khác`, or words, have no amount: the description beside it says what holds. */
export function readTerm(filing: Pick<Filing, 'term'>): WrittenTerm | undefined {
  const words = said(filing.term);
  if (words === undefined) return undefined;
  const found = /^(\d+(?:[.,]\d+)?)\s+(.+)$/u.exec(words);
  const unit = UNITS.find(([pattern]) => found && pattern.test(found[2] ?? ''));
  if (!found || !unit) {
    return {
      words: /khác/iu.test(words) ? 'Không ghi bằng ngày, xem phần mô tả' : words,
      amount: null,
      unit: null,
    };
  }
  const amount = Number((found[1] ?? '').replace(',', '.'));
  return { words: `${String(amount).replace('.', ',')} ${unit[2]}`, amount, unit: unit[1] };
}

export interface WrittenFee {
  readonly words: string;
  /** Whole đồng; null where the source gives words. */
  readonly amount: number | null;
}

/** `Phí : 8.000 Đồng` → 8,000; several charges stand one a line. */
export function readFees(filing: Pick<Filing, 'fee'>): WrittenFee[] {
  const words = said(filing.fee);
  if (words === undefined) return [];
  return words
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(Phí|Lệ phí)?\s*:?\s*(\d[\d.,]*)\s*(?:Đồng|đ|VNĐ|VND)?\.?(?=$|\s|\()/iu.exec(
        line,
      );
      const amount = found ? Number((found[2] ?? '').replace(/[.,](?=\d{3})/g, '')) : Number.NaN;
      if (!Number.isSafeInteger(amount)) return { words: line, amount: null };
      if (amount === 0) return { words: 'Không mất phí', amount };
      const name = found?.[1] ? `${found[1]}: ` : '';
      const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
      return { words: `${name}${grouped} đồng`, amount };
    });
}

export interface PaperCounts {
  readonly originals: number | null;
  readonly copies: number | null;
}

/** `Bản chính: 1\nBản sao: 0`. */
export function readCounts(paper: Pick<Paper, 'counts'>): PaperCounts {
  const count = (name: RegExp) => {
    const found = name.exec(paper.counts ?? '');
    return found ? Number(found[1]) : null;
  };
  return { originals: count(/bản chính\s*:\s*(\d+)/iu), copies: count(/bản sao\s*:\s*(\d+)/iu) };
}

/** "1 bản chính, 1 bản sao"; empty where nothing is said. */
export function countsInWords(paper: Pick<Paper, 'counts'>): string {
  const { originals, copies } = readCounts(paper);
  return [originals ? `${originals} bản chính` : '', copies ? `${copies} bản sao` : '']
    .filter((part) => part !== '')
    .join(', ');
}

/** Names of form files, one a line in the source. */
export function formFiles(paper: Pick<Paper, 'files'>): string[] {
  return (paper.files ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\.\p{L}{2,4}$/u.test(line));
}

/** The paper's name without the dash it was listed by. */
export function paperName(paper: Pick<Paper, 'name'>): string {
  return (paper.name ?? '').replace(/^[-–+•*\s]+/u, '').trim();
}

/** The steps of the legal text, one by one; one step where it counts none. */
export function splitSteps(text: string | undefined): string[] {
  const steps = said(text);
  if (steps === undefined) return [];
  return steps
    .split(/(?=(?:^|[\s.;])[Bb]ước\s+\d+\s*[.:])/u)
    .map((part) => part.replace(/^[\s.;]+/u, '').trim())
    .filter((part) => part !== '');
}

/** `19-02-2016` → `2016-02-19`; null where the words are no day. */
export function basisDay(basis: Pick<LegalBasis, 'issuedOn'>): string | null {
  const found = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(basis.issuedOn?.trim() ?? '');
  return found ? `${found[3]}-${found[2]}-${found[1]}` : null;
}

/** Parts of a list field: `Cấp Bộ, Cấp Xã`. Commas inside brackets or a name of trades stay. */
export function listParts(text: string | undefined): string[] {
  return (said(text) ?? '')
    .split(/[;,]\s*(?=\p{Lu})(?![^(]*\))/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
