// The room's catalogue of events: ids, codes, days and digests only.
import type { CallKind } from './calls/call.ts';
import type { PreviewCounts } from './import/preview.ts';

/** `procedure.received`: an import was read; subject is the change. */
export interface ProcedureReceivedData {
  readonly digest: string;
  readonly items: number;
  readonly faults: number;
}

/** `procedure.applied`: a change as a whole; subject is the change. */
export interface ProcedureAppliedData {
  readonly effective: string;
  readonly decided: string | null;
  readonly counts: PreviewCounts;
  /** SHA-256 over codes and digests of what was written. */
  readonly digest: string;
}

/** `procedure.undone`: a change was taken back as a whole; subject is the change. */
export interface ProcedureUndoneData {
  readonly versions: number;
  /** SHA-256 of the reason. */
  readonly digest: string;
}

/** `procedure.discarded`: a draft was put aside; subject is the change. */
export type ProcedureDiscardedData = Record<string, never>;

/**
 * `procedure.guide-submitted`, `procedure.guide-approved`, `procedure.guide-returned`: an edition of the
 * commune's own words; subject is the procedure.
 */
export interface ProcedureGuideData {
  readonly code: string;
  readonly number: number;
  readonly effective: string;
  readonly digest: string;
  /** Approved without a second pair of eyes. */
  readonly forced?: true;
}

/** `procedure.form-added`, `procedure.form-removed`; subject is the procedure. */
export interface ProcedureFormData {
  readonly code: string;
  readonly form: string;
  /** SHA-256 of the file. */
  readonly file: string;
}

/** `call.logged`; subject is the call. */
export interface CallLoggedData {
  readonly kind: CallKind;
  /** Code of the procedure that was asked about. */
  readonly procedure: string | null;
  /** Answered while the caller waited. */
  readonly isSettled: boolean;
}

/** `call.settled`; subject is the call. */
export type CallSettledData = Record<string, never>;

/** `board.opened`, `board.ended`; subject is the board. */
export type BoardData = Record<string, never>;

/** `board.period-set`: when a field must hang; subject is the board. */
export interface BoardPeriodSetData extends BoardPeriodDroppedData {
  /** YYYY-MM-DD; null where the law's day counts. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Working days. */
  readonly withinDays: number | null;
}

/** `board.period-dropped`: the law's term counts again; subject is the board. */
export interface BoardPeriodDroppedData {
  /** SHA-256 of the field's name, of nothing for every field without a period of its own. */
  readonly digest: string;
}

/** `sheet.printed`: sheets were made for a board; subject is the board. */
export interface SheetsPrintedData {
  readonly sheets: number;
}

/** `sheet.posted` and `sheet.removed`; subject is the sheet. */
export interface SheetData {
  readonly board: string;
  /** Code of the procedure. */
  readonly procedure: string;
  /** SHA-256 of the photograph that proves it. */
  readonly photo?: string | null;
}

/** `sheet.unposted`: said to hang by mistake; subject is the sheet, which waits again. */
export interface SheetUnpostedData {
  readonly board: string;
  /** Code of the procedure. */
  readonly procedure: string;
  /** The day it was said to have been hung, YYYY-MM-DD. */
  readonly day: string;
}

export interface ProceduresEvents {
  'call.logged': CallLoggedData;
  'call.settled': CallSettledData;
  'board.opened': BoardData;
  'board.ended': BoardData;
  'board.period-set': BoardPeriodSetData;
  'board.period-dropped': BoardPeriodDroppedData;
  'sheet.printed': SheetsPrintedData;
  'sheet.posted': SheetData;
  'sheet.unposted': SheetUnpostedData;
  'sheet.removed': SheetData;
  'procedure.received': ProcedureReceivedData;
  'procedure.applied': ProcedureAppliedData;
  'procedure.undone': ProcedureUndoneData;
  'procedure.discarded': ProcedureDiscardedData;
  'procedure.guide-submitted': ProcedureGuideData;
  'procedure.guide-approved': ProcedureGuideData;
  'procedure.guide-returned': ProcedureGuideData;
  'procedure.form-added': ProcedureFormData;
  'procedure.form-removed': ProcedureFormData;
}
