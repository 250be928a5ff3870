// The room's catalogue of events: ids, codes, days and digests only.
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

/** `procedure.guide-set`: the commune's own words of a procedure; subject is the procedure. */
export interface ProcedureGuideSetData {
  readonly code: string;
  readonly version: number;
  readonly digest: string;
}

export interface ProceduresEvents {
  'procedure.received': ProcedureReceivedData;
  'procedure.applied': ProcedureAppliedData;
  'procedure.undone': ProcedureUndoneData;
  'procedure.guide-set': ProcedureGuideSetData;
}
