// What an amendment changed, as data: every change with the words before and after it. A plan as it stood
// on a day is its rows without what began later, with the wordings amendments replaced put back.
import { addDays, type PlainDate } from '#lib/vietnam/index.ts';

export interface TopicWords {
  readonly label: string;
  readonly text: string;
}

export interface DutyWords {
  readonly unit: string;
  readonly text: string;
  readonly dueOn: string | null;
}

export type PlanChange =
  | { readonly kind: 'topic-added'; readonly id: string; readonly after: TopicWords }
  | {
      readonly kind: 'topic-reworded';
      readonly id: string;
      readonly before: TopicWords;
      readonly after: TopicWords;
    }
  | { readonly kind: 'topic-ended'; readonly id: string; readonly before: TopicWords }
  | { readonly kind: 'duty-added'; readonly id: string; readonly after: DutyWords }
  /** The old duty ends, the new one (`next`) takes its place: what was done keeps its sentence. */
  | {
      readonly kind: 'duty-changed';
      readonly id: string;
      readonly next: string;
      readonly before: DutyWords;
      readonly after: DutyWords;
    }
  | { readonly kind: 'duty-ended'; readonly id: string; readonly before: DutyWords };

export const CHANGE_NAMES: Readonly<Record<PlanChange['kind'], string>> = {
  'topic-added': 'Thêm nội dung',
  'topic-reworded': 'Sửa nội dung',
  'topic-ended': 'Thôi nội dung',
  'duty-added': 'Thêm nhiệm vụ',
  'duty-changed': 'Sửa nhiệm vụ',
  'duty-ended': 'Thôi nhiệm vụ',
};

interface Dated {
  readonly validFrom: PlainDate;
  readonly changes: readonly PlanChange[];
}

/** Whether a topic or duty held on a day; without days it held as long as its plan. */
export function heldOn(
  row: { readonly validFrom: string | null; readonly validTo: string | null },
  day: string,
): boolean {
  return (
    (row.validFrom === null || row.validFrom <= day) && (row.validTo === null || row.validTo >= day)
  );
}

/** The words of a topic on a day: what later amendments replaced comes back, the earliest of them first. */
export function topicWordsOn(
  topic: TopicWords & { readonly id: string },
  amendments: readonly Dated[],
  day: string,
): TopicWords {
  const later = amendments
    .filter(({ validFrom }) => validFrom > day)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const { changes } of later) {
    for (const change of changes) {
      if (change.kind === 'topic-reworded' && change.id === topic.id) return change.before;
    }
  }
  return { label: topic.label, text: topic.text };
}

/** The last day of what an amendment ends. */
export function lastDayBefore(validFrom: PlainDate): PlainDate {
  return addDays(validFrom, -1);
}
