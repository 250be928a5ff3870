// Duties in time as a table: one line an occurrence, so that a filter shows what a unit owes.
import type { TableData } from '#lib/platform/index.ts';
import type { Occurrence } from '../occurrences/fold-occurrences.ts';
import { OCCURRENCE_STATE_NAMES, occurrenceName } from '../occurrences/words.ts';

/** A duty with its occurrences and the names they need. */
export interface TabledDuty {
  readonly about: {
    readonly text: string;
    readonly unitName: string;
    readonly dueText: string | null;
    readonly cooperates: readonly string[];
    readonly plan: { readonly title: string };
  };
  readonly occurrences: readonly Occurrence[];
}

/** Lines in the order given; a duty without occurrences keeps a line of its own. */
export function dutiesTable(
  duties: readonly TabledDuty[],
  { title, source }: { title: string; source: string },
): TableData {
  return {
    title,
    source,
    columns: [
      { head: 'Đơn vị', kind: 'text' },
      { head: 'Nhiệm vụ', kind: 'text' },
      { head: 'Phối hợp', kind: 'text' },
      { head: 'Thời hạn trong kế hoạch', kind: 'text' },
      { head: 'Kỳ', kind: 'text' },
      { head: 'Từ ngày', kind: 'date' },
      { head: 'Hạn', kind: 'date' },
      { head: 'Trạng thái', kind: 'text' },
      { head: 'Sau hạn', kind: 'text' },
      { head: 'Số hoạt động', kind: 'number' },
      { head: 'Thiếu minh chứng', kind: 'number' },
      { head: 'Kế hoạch', kind: 'text' },
    ],
    rows: duties.flatMap(({ about, occurrences }) => {
      const named = [
        about.unitName,
        about.text,
        about.cooperates.join('; ') || null,
        about.dueText,
      ];
      if (occurrences.length === 0) {
        return [[...named, null, null, null, null, null, null, null, about.plan.title]];
      }
      return occurrences.map((one) => [
        ...named,
        occurrenceName(one),
        one.from,
        one.due,
        OCCURRENCE_STATE_NAMES[one.state],
        one.late ? 'Có' : null,
        one.actIds.length > 0 ? one.actIds.length : null,
        one.actIds.length > 0 ? one.unproven : null,
        about.plan.title,
      ]);
    }),
  };
}
