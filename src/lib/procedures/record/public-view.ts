// A record as people look at it: in one glance what to bring, how long, how much; then the whole.
import { said, type ProcedureRecord } from './record.ts';
import {
  countsInWords,
  formFiles,
  listParts,
  paperName,
  readFees,
  readTerm,
  splitSteps,
} from './written-values.ts';

export interface FilingView {
  readonly form: string;
  readonly term: string;
  /** Nothing is said of charges where this is empty. */
  readonly fees: readonly string[];
  readonly note: string;
}

export interface PaperView {
  readonly name: string;
  readonly counts: string;
  readonly files: readonly string[];
}

export interface PaperGroup {
  /** The case; empty where the procedure tells none apart. */
  readonly name: string;
  readonly papers: readonly PaperView[];
}

export interface ProcedureView {
  readonly forWhom: readonly string[];
  readonly filings: readonly FilingView[];
  readonly groups: readonly PaperGroup[];
  readonly steps: readonly string[];
  readonly result: string;
  /** "8 ngày làm việc" or "từ 2 giờ đến 1 ngày làm việc"; empty where nobody says. */
  readonly term: string;
  readonly fee: string;
}

export function viewProcedure(record: ProcedureRecord): ProcedureView {
  const filings = record.filings.map((filing) => ({
    form: said(filing.form) ?? 'Không ghi cách nộp',
    term: readTerm(filing)?.words ?? '',
    fees: readFees(filing).map(({ words }) => words),
    note: said(filing.note) ?? '',
  }));
  const groups = [...Map.groupBy(record.papers, (paper) => said(paper.group) ?? '')].map(
    ([name, papers]) => ({
      name,
      papers: papers.map((paper) => ({
        name: paperName(paper),
        counts: countsInWords(paper),
        files: formFiles(paper),
      })),
    }),
  );
  return {
    forWhom: listParts(record.audience),
    filings,
    groups,
    steps: splitSteps(record.steps),
    result: said(record.result) ?? '',
    term: distinct(filings.map(({ term }) => term)).join(' hoặc '),
    fee: distinct(filings.flatMap(({ fees }) => fees)).join('; '),
  };
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))];
}
