// By when an announced procedure must be public, and whether it was: a fold over changes, in working
// days from the decision.
import { addWorkingDays, explainCount, isPlainDate, type Calendar } from '#lib/vietnam/index.ts';

/** A term a decree sets, with the days it holds for. */
export interface PublicationTerm {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly workingDays: number;
  readonly source: string;
}

export type PublicationState = 'on-time' | 'late' | 'waiting' | 'overdue' | 'no-day';

export interface Publication {
  readonly state: PublicationState;
  /** Last day, YYYY-MM-DD; null where the decision has no day. */
  readonly due: string | null;
  /** The day it was made public; null while it waits. */
  readonly doneOn: string | null;
  /** How the last day came about. */
  readonly why: string;
}

export interface PublicationDays {
  /** Day of the announcing decision. */
  readonly decidedOn: string | null;
  /** Day the change was applied. */
  readonly doneOn: string | null;
  /** Working days the office gave itself; left out or null: as the law says. */
  readonly ownDays?: number | null;
}

/** @param today the office's day */
export function publicationOf(
  { decidedOn, doneOn, ownDays = null }: PublicationDays,
  today: string,
  terms: readonly PublicationTerm[],
  calendar: Calendar,
): Publication {
  const term = terms.find(
    ({ validFrom, validTo }) =>
      decidedOn !== null && validFrom <= decidedOn && (validTo === null || decidedOn <= validTo),
  );
  if (decidedOn === null || !isPlainDate(decidedOn) || !term) {
    const why =
      decidedOn === null
        ? 'Chưa ghi ngày quyết định nên chưa tính được hạn công khai.'
        : 'Không có quy định về hạn công khai cho ngày này.';
    return { state: 'no-day', due: null, doneOn, why };
  }
  const count = addWorkingDays(decidedOn, ownDays ?? term.workingDays, calendar);
  const due = count.to;
  const state: PublicationState =
    doneOn === null ? (today > due ? 'overdue' : 'waiting') : doneOn > due ? 'late' : 'on-time';
  const source = ownDays === null ? term.source : 'Số ngày do xã đặt cho bảng này.';
  return { state, due, doneOn, why: `${capital(explainCount(count))}. ${source}` };
}

export const publicationNames: Readonly<Record<PublicationState, string>> = {
  'on-time': 'Công khai đúng hạn',
  late: 'Công khai trễ hạn',
  waiting: 'Còn trong hạn',
  overdue: 'Quá hạn công khai',
  'no-day': 'Chưa tính được hạn',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
