// What a board shows against what it must show: a fold over its sheets and what holds today.

export interface Board {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Fields whose procedures must hang here; none named: all. */
  readonly fields: readonly string[];
}

export interface Sheet {
  readonly id: string;
  readonly boardId: string;
  readonly shortCode: string;
  readonly code: string;
  readonly version: number;
  readonly recordSha256: string;
  readonly telephone: string;
  readonly printedAt: string;
  readonly postedAt: string | null;
  readonly postedBy: string | null;
  readonly photoSha256: string | null;
  readonly removedAt: string | null;
}

/** What holds today, as far as a sheet carries it. */
export interface Holding {
  readonly code: string;
  readonly title: string;
  readonly field: string;
  readonly number: number;
  readonly recordSha256: string;
}

type ChangedReason = 'record' | 'telephone' | 'abolished';
export type SheetState = 'current' | ChangedReason;
/** `ended`: the sheet holds, but the time it must hang here is over. */
export type StaleReason = ChangedReason | 'ended';

/** Whether a sheet still says what holds; `holding` is left out for a procedure that is abolished. */
export function sheetState(
  sheet: Pick<Sheet, 'recordSha256' | 'telephone'>,
  holding: Pick<Holding, 'recordSha256'> | undefined,
  telephone: string,
): SheetState {
  if (!holding) return 'abolished';
  if (sheet.recordSha256 !== holding.recordSha256) return 'record';
  return sheet.telephone === telephone ? 'current' : 'telephone';
}

export interface BoardItem {
  readonly code: string;
  readonly title: string;
  /** `missing`: must hang here and doesn't; `stale`: hangs here and no longer holds. */
  readonly state: 'current' | 'stale' | 'missing';
  readonly reason: StaleReason | null;
  /** What hangs there. */
  readonly posted: Sheet | null;
  /** Printed in the version that holds, waiting to be hung. */
  readonly waiting: Sheet | null;
}

/** Whether a sheet has to be made: what is abolished or whose time is over is only taken down. */
export function isToPrint({ state, reason, waiting }: BoardItem): boolean {
  return state !== 'current' && reason !== 'abolished' && reason !== 'ended' && waiting === null;
}

/**
 * The items of a board, what needs a hand first.
 * @param sheets of this board
 * @param holdings all that holds today
 * @param telephoneOf the number that a sheet of a procedure would carry if it were printed now
 * @param phaseOf whether procedures of a field must hang here today; always, where left out
 */
export function boardItems(
  board: Board,
  sheets: readonly Sheet[],
  holdings: readonly Holding[],
  telephoneOf: (code: string) => string,
  phaseOf: (field: string) => 'before' | 'within' | 'after' = () => 'within',
): BoardItem[] {
  const byCode = new Map(holdings.map((one) => [one.code, one]));
  const own = sheets.filter(({ boardId, removedAt }) => boardId === board.id && removedAt === null);
  const due = holdings.filter(
    ({ field }) =>
      (board.fields.length === 0 || board.fields.includes(field)) && phaseOf(field) === 'within',
  );
  const hung = own.filter(({ postedAt }) => postedAt !== null);
  const codes = new Set([...due.map(({ code }) => code), ...hung.map(({ code }) => code)]);
  const items = [...codes].map((code): BoardItem => {
    const holding = byCode.get(code);
    const telephone = telephoneOf(code);
    const posted = last(hung.filter((sheet) => sheet.code === code));
    const waiting = last(
      own.filter(
        (sheet) =>
          sheet.code === code &&
          sheet.postedAt === null &&
          sheetState(sheet, holding, telephone) === 'current',
      ),
    );
    const hasEnded = holding !== undefined && phaseOf(holding.field) === 'after';
    const state = posted ? sheetState(posted, holding, telephone) : 'current';
    // What isn't to hang any more isn't printed anew, whatever has changed.
    const reason = posted && hasEnded ? 'ended' : state === 'current' ? null : state;
    return {
      code,
      title: holding?.title ?? '',
      state: posted ? (reason === null ? 'current' : 'stale') : 'missing',
      reason,
      posted: posted ?? null,
      waiting: hasEnded ? null : (waiting ?? null),
    };
  });
  const order = { stale: 0, missing: 1, current: 2 };
  return items.toSorted(
    (one, other) => order[one.state] - order[other.state] || (one.code < other.code ? -1 : 1),
  );
}

function last(sheets: readonly Sheet[]): Sheet | undefined {
  return sheets.toSorted((one, other) => (one.printedAt < other.printedAt ? 1 : -1))[0];
}
