// The room's catalogue of events. Numbers and digests only; the words of source and reason stay in the row.

/** `case-figures.declared`: a month's figures as they stand from now on; subject is the commune. */
export interface CaseFiguresData {
  /** YYYY-MM */
  readonly month: string;
  /** 1 for the first declaration, higher for corrections. */
  readonly version: number;
  /** `null` when early and on time are known only together; the sum then stands in `onTime`. */
  readonly early: number | null;
  readonly onTime: number;
  readonly late: number;
  /** SHA-256 of source and reason, so that the row's words can be held against the chain. */
  readonly digest: string;
}

export interface OnestopEvents {
  'case-figures.declared': CaseFiguresData;
}
