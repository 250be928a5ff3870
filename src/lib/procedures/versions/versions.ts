// The versions of a procedure and which of them holds on a day: a fold over what was applied and not
// taken back. Two decisions may come in the wrong order; the days they take effect decide.

export type VersionStatus = 'in-force' | 'abolished';

export interface ProcedureVersion {
  readonly code: string;
  /** 1, 2, 3 … in the order they were recorded. */
  readonly number: number;
  readonly changeId: string;
  readonly status: VersionStatus;
  /** Digest of the record's text. */
  readonly recordSha256: string;
  readonly title: string;
  readonly field: string;
  readonly levels: string;
  readonly audience: string;
  /** The decision that announced it, as written; empty where nobody said. */
  readonly decision: string;
  /** YYYY-MM-DD */
  readonly decidedOn: string | null;
  readonly effectiveFrom: string;
  readonly recordedAt: string;
  readonly isUndone: boolean;
}

/** Later in law first: by day of effect, then day of decision, then by when it was recorded. */
export function compareVersions(one: ProcedureVersion, other: ProcedureVersion): number {
  return (
    compare(other.effectiveFrom, one.effectiveFrom) ||
    compare(other.decidedOn ?? '', one.decidedOn ?? '') ||
    other.number - one.number
  );
}

/** The version that holds on a day; `undefined` before the first one takes effect. */
export function versionOn(
  versions: readonly ProcedureVersion[],
  day: string,
): ProcedureVersion | undefined {
  return versions
    .filter((one) => !one.isUndone && one.effectiveFrom <= day)
    .toSorted(compareVersions)[0];
}

/** What is already known to take effect after a day, the soonest first. */
export function versionsAfter(
  versions: readonly ProcedureVersion[],
  day: string,
): ProcedureVersion[] {
  return versions
    .filter((one) => !one.isUndone && one.effectiveFrom > day)
    .toSorted((one, other) => compareVersions(other, one));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
