// Acts of publicity as a table: one line an act, with what it was counted in.
import type { TableData } from '#lib/platform/index.ts';
import {
  findChannel,
  findKind,
  QUANTITIES,
  type ActKinds,
  type Quantities,
} from '../acts/kinds.ts';
import { TARGET_NAMES } from '../occurrences/words.ts';

/** What a line needs; acts of lists and of pages have it. */
export interface TabledAct {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly title: string;
  readonly kind: string;
  readonly channel: string;
  readonly unitName: string;
  readonly place: string;
  readonly topics: readonly { readonly number: string | null; readonly label: string }[];
  readonly quantities: Quantities;
  /** Pieces of evidence that stand. */
  readonly evidence: number;
}

/**
 * Lines in the order given. A quantity nobody reported is an empty cell, never 0.
 * @param source what was filtered and when it was read, for the line below the title
 */
export function actsTable(
  acts: readonly TabledAct[],
  kinds: ActKinds,
  { title, source }: { title: string; source: string },
): TableData {
  return {
    title,
    source,
    columns: [
      { head: 'Ngày', kind: 'date' },
      { head: 'Hoạt động', kind: 'text' },
      { head: 'Loại', kind: 'text' },
      { head: 'Kênh', kind: 'text' },
      { head: 'Đơn vị', kind: 'text' },
      { head: 'Địa điểm', kind: 'text' },
      { head: 'Nội dung kế hoạch', kind: 'text' },
      ...QUANTITIES.map((name) => ({ head: TARGET_NAMES[name].label, kind: 'number' as const })),
      { head: 'Số minh chứng', kind: 'number' },
    ],
    rows: acts.map((act) => [
      act.day,
      act.title,
      findKind(kinds, act.kind)?.name ?? act.kind,
      findChannel(kinds, act.channel)?.name ?? act.channel,
      act.unitName,
      act.place || null,
      act.topics.map(({ number, label }) => (number ? `${number}. ${label}` : label)).join('; ') ||
        null,
      ...QUANTITIES.map((name) => act.quantities[name] ?? null),
      act.evidence,
    ]),
  };
}
