// Events of the outgoing register: ids, codes and days only (ruling 11).

/** `outgoing.numbered`; subject is the line of the register. */
export interface OutgoingNumberedData {
  readonly code: string;
  readonly year: number;
  readonly type: string;
  readonly number: number;
  /** What in Loa it was given to; `null` for a paper written elsewhere. */
  readonly of: string | null;
}
