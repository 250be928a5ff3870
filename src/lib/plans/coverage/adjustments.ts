// What was recorded about a period after it was closed (ruling 12). The closed figures stand; a late act,
// a correction, a withdrawal or late evidence is an adjustment of the period it was recorded in, and
// names the month it belongs to.
import { vietnamDate, type MonthKey, type PlainDate } from '#lib/vietnam/index.ts';
import { foldActs, type ActState, type FoldEvent } from './fold-acts.ts';
import { holdsDay, type WorkPeriod } from './period.ts';

export type AdjustmentKind = 'late' | 'corrected' | 'moved-away' | 'withdrawn' | 'evidence';

export interface Adjustment {
  readonly act: string;
  readonly what: AdjustmentKind;
  /** The month of the closed period that it concerns. */
  readonly month: MonthKey;
  /** Day in Vietnam on which it was recorded. */
  readonly on: PlainDate;
  /** Sequence numbers of the events behind it. */
  readonly events: readonly number[];
}

export interface Closing {
  readonly period: Pick<WorkPeriod, 'from' | 'to'>;
  /** The last event that the closed figures rest on. */
  readonly lastSeq: number;
}

/** Adjustments of a closed period, one per act, ordered by month and act. */
export function foldAdjustments(events: readonly FoldEvent[], closing: Closing): Adjustment[] {
  const later = events.filter((event) => event.seq > closing.lastSeq);
  const changes = new Map<string, FoldEvent[]>();
  for (const event of later) {
    if (event.subject.type !== 'act') continue;
    changes.set(event.subject.id, [...(changes.get(event.subject.id) ?? []), event]);
  }
  if (changes.size === 0) return [];
  const touched = events.filter((event) => changes.has(event.subject.id));
  const known = touched.filter((event) => event.seq <= closing.lastSeq);
  const before = inPeriod(foldActs(known, null), closing);
  const after = inPeriod(foldActs(touched, null), closing);
  const standing = new Set(foldActs(touched, null).map((act) => act.id));
  const found: Adjustment[] = [];
  for (const [id, made] of changes) {
    const [was, is] = [before.get(id), after.get(id)];
    const act = was ?? is;
    const last = made.reduce((latest, event) => (event.seq > latest.seq ? event : latest));
    if (!act) continue;
    found.push({
      act: id,
      what: whatOf(was, is, standing.has(id), made),
      month: act.month,
      on: vietnamDate(last.at),
      events: made.map((event) => event.seq).sort((left, right) => left - right),
    });
  }
  return found.sort((left, right) =>
    `${left.month} ${left.act}` < `${right.month} ${right.act}` ? -1 : 1,
  );
}

/** What an adjustment did, in words; the act is named beside it. */
export const ADJUSTMENT_NAMES: Readonly<Record<AdjustmentKind, string>> = {
  late: 'Ghi muộn',
  corrected: 'Sửa sau khi khóa',
  'moved-away': 'Chuyển sang ngày ngoài kỳ',
  withdrawn: 'Rút khỏi kết quả',
  evidence: 'Thay đổi minh chứng',
};

function inPeriod(acts: readonly ActState[], { period }: Closing): Map<string, ActState> {
  return new Map(acts.filter((act) => holdsDay(period, act.day)).map((act) => [act.id, act]));
}

function whatOf(
  was: ActState | undefined,
  is: ActState | undefined,
  stands: boolean,
  made: readonly FoldEvent[],
): AdjustmentKind {
  if (!was) return 'late';
  if (!is) return stands ? 'moved-away' : 'withdrawn';
  return made.some((event) => event.kind === 'act.corrected') ? 'corrected' : 'evidence';
}
