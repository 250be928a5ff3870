// Editions of a guide: which one holds on a day, who handled the procedure when, what an edition would
// change. Folds over what was approved; an edition never changes.
import { emptyGuide, writeQuestions, type ProcedureGuide } from './guide.ts';

export type GuideStatus = 'submitted' | 'approved' | 'returned' | 'rewritten';

export const guideStatusNames: Readonly<Record<GuideStatus, string>> = {
  submitted: 'Chờ duyệt',
  approved: 'Đã duyệt',
  returned: 'Trả lại',
  // Its writer sent another one before anybody decided.
  rewritten: 'Đã viết lại',
};

export interface GuideEdition {
  /** 1, 2, 3 … in the order they were written. */
  readonly number: number;
  readonly guide: ProcedureGuide;
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
}

/** The edition that holds on a day, of those approved; undefined before the first. */
export function guideOn<Edition extends Pick<GuideEdition, 'number' | 'effectiveFrom'>>(
  approved: readonly Edition[],
  day: string,
): Edition | undefined {
  return approved.filter(({ effectiveFrom }) => effectiveFrom <= day).toSorted(compare)[0];
}

export interface Handling {
  readonly handler: string;
  readonly room: string;
  readonly hours: string;
  readonly place: string;
  /** Id of the hotline; empty where none is named. */
  readonly hotline: string;
}

export interface HandlingPeriod extends Handling {
  /** YYYY-MM-DD */
  readonly from: string;
  /** The first day of the next one; null while nothing else is known. */
  readonly until: string | null;
}

/**
 * Who handles it from when to when, the latest first; editions that change only other words open no
 * period of their own, and one that takes effect before an earlier one wins from its day on.
 */
export function handlingPeriods(approved: readonly GuideEdition[]): HandlingPeriod[] {
  const days = [...new Set(approved.map(({ effectiveFrom }) => effectiveFrom))].toSorted();
  const periods: HandlingPeriod[] = [];
  for (const from of days) {
    const held = handlingOf(guideOn(approved, from)?.guide ?? emptyGuide);
    const last = periods.at(-1);
    if (last && isSame(last, held)) continue;
    if (last) periods[periods.length - 1] = { ...last, until: from };
    periods.push({ ...held, from, until: null });
  }
  return periods.toReversed();
}

/** Names of a guide's parts, in the order of its form. */
export const guideParts = {
  summary: 'Nói đơn giản',
  handler: 'Người giải quyết',
  room: 'Phòng',
  hotline: 'Số điện thoại',
  hours: 'Giờ nhận',
  place: 'Nơi nộp',
  onlineUrl: 'Đường dẫn nộp trực tuyến',
  feeNote: 'Ghi chú về phí',
  tips: 'Lưu ý',
  questions: 'Hay được hỏi',
} as const satisfies Readonly<Record<keyof ProcedureGuide, string>>;

export interface GuideChange {
  readonly field: keyof ProcedureGuide;
  readonly label: string;
  /** Null: nothing was said; nothing is said any more. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What an edition changes against another.
 * @param nameOf what is shown of a hotline
 */
export function guideDifferences(
  before: ProcedureGuide,
  after: ProcedureGuide,
  nameOf: (hotline: string) => string,
): GuideChange[] {
  const words = (guide: ProcedureGuide, field: keyof ProcedureGuide): string => {
    if (field === 'questions') return writeQuestions(guide.questions);
    return field === 'hotline' && guide.hotline !== '' ? nameOf(guide.hotline) : guide[field];
  };
  return (Object.entries(guideParts) as [keyof ProcedureGuide, string][]).flatMap(
    ([field, label]) => {
      const [old, now] = [words(before, field), words(after, field)];
      return old === now ? [] : [{ field, label, before: old || null, after: now || null }];
    },
  );
}

function handlingOf({ handler, room, hours, place, hotline }: ProcedureGuide): Handling {
  return { handler, room, hours, place, hotline };
}

function isSame(one: Handling, other: Handling): boolean {
  return (
    one.handler === other.handler &&
    one.room === other.room &&
    one.hours === other.hours &&
    one.place === other.place &&
    one.hotline === other.hotline
  );
}

function compare(
  one: Pick<GuideEdition, 'number' | 'effectiveFrom'>,
  other: Pick<GuideEdition, 'number' | 'effectiveFrom'>,
): number {
  return one.effectiveFrom < other.effectiveFrom
    ? 1
    : one.effectiveFrom > other.effectiveFrom
      ? -1
      : other.number - one.number;
}
