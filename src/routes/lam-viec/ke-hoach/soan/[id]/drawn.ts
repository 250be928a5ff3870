// A plan that is being written, as its page draws it: points in groups, parts with their clauses.
import type { Composition } from '#lib/plans/index.ts';
import { formatWeekday, isPlainDate } from '#lib/vietnam/index.ts';

export interface DrawnClause {
  readonly key: string;
  readonly text: string;
  readonly due: string | null;
}

export interface DrawnPart {
  /** Where a new clause goes: a section's name or a unit's key. */
  readonly list: string;
  readonly heading: string;
  readonly clauses: readonly DrawnClause[];
  readonly isUnit: boolean;
}

export interface DrawnGroup {
  readonly heading: string;
  readonly parts: readonly DrawnPart[];
}

type Draft = Composition['draft'];
type Clause = Draft['topics'][number];

/** The groups in the order of the paper; those a plan has nothing in are there to be written into. */
export function drawGroups({ draft }: Composition): DrawnGroup[] {
  const part = (list: string, heading: string, clauses: readonly Clause[], isUnit = false) => ({
    list,
    heading,
    clauses: clauses.filter(({ dropped }) => !dropped).map(drawClause),
    isUnit,
  });
  return [
    {
      heading: 'Mục đích, yêu cầu',
      parts: [
        part('purposes', 'Mục đích', draft.purposes),
        part('requirements', 'Yêu cầu', draft.requirements),
        part('audience', 'Đối tượng', draft.audience),
      ],
    },
    { heading: 'Nội dung', parts: [part('topics', '', draft.topics)] },
    { heading: 'Hình thức, biện pháp', parts: [part('measures', '', draft.measures)] },
    {
      heading: 'Tổ chức thực hiện',
      parts: draft.assignments
        .filter(({ dropped }) => !dropped)
        .map(({ key, unit, lead, duties }) =>
          part(key, lead ? `${unit} (đầu mối)` : unit, duties, true),
        ),
    },
  ];
}

function drawClause({ key, text, due }: Clause): DrawnClause {
  return { key, text, due: due?.date ?? null };
}

/** What was left out and may come back. */
export function leftOut({ draft }: Composition): { key: string; text: string }[] {
  const clauses = [
    draft.purposes,
    draft.requirements,
    draft.audience,
    draft.topics,
    draft.measures,
    ...draft.assignments.map(({ duties }) => duties),
  ].flat();
  return [
    ...clauses.filter(({ dropped }) => dropped).map(({ key, text }) => ({ key, text })),
    ...draft.assignments
      .filter(({ dropped }) => dropped)
      .map(({ key, unit, duties }) => ({ key, text: `${unit}: ${duties.length} nhiệm vụ` })),
  ];
}

/** A moved place with what stands there now. */
export function drawMoved({ moved, draft }: Composition) {
  const clauses = new Map(
    [
      draft.purposes,
      draft.requirements,
      draft.audience,
      draft.topics,
      draft.measures,
      ...draft.assignments.map(({ duties }) => duties),
    ]
      .flat()
      .map((clause) => [clause.key, clause]),
  );
  return moved.map((point) => {
    const clause = clauses.get(point.key);
    const due = clause?.due?.date ?? null;
    return {
      ...point,
      text: point.key === 'title' ? draft.title : (clause?.text ?? ''),
      due,
      // A day that moved may have become a Saturday.
      weekday: due !== null && isPlainDate(due) ? formatWeekday(due) : null,
    };
  });
}
