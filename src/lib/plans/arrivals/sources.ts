// Where acts come from by themselves, and what each is as an act.
import type { Quantities } from '../acts/kinds.ts';

interface Source {
  readonly kind: string;
  readonly channel: string;
  /** Its page is read by everybody; otherwise it stands at the desk. */
  readonly isPublic: boolean;
  /**
   * Goes on after it came: more is done of the same thing, and the act says and counts more. Why it does, as
   * the act's history says it; null where it doesn't.
   */
  readonly grows: string | null;
  /** Said of the act: where it came from. */
  readonly said: string;
}

/** An airing again and again of one bulletin grows as a posting does: one act, more airings. */
const SOURCES = {
  article: {
    ...{ kind: 'article', channel: 'portal', isPublic: true, grows: null },
    said: 'Tự ghi từ bài trên Cổng',
  },
  document: {
    ...{ kind: 'legal-document', channel: 'portal', isPublic: true, grows: null },
    said: 'Tự ghi từ văn bản đăng trên Cổng',
  },
  posting: {
    ...{ kind: 'board-posting', channel: 'noticeboard', isPublic: false },
    grows: 'Việc tự ghi được ghi thêm trong ngày',
    said: 'Tự ghi từ bảng niêm yết',
  },
  // Says how many comments came once its result is out.
  consultation: {
    ...{ kind: 'survey', channel: 'portal', isPublic: true },
    grows: 'Đã có kết quả lấy ý kiến',
    said: 'Tự ghi từ lấy ý kiến trên Cổng',
  },
  // What people said and what the office made of it is a document of its own.
  'consultation-result': {
    ...{ kind: 'legal-document', channel: 'portal', isPublic: true, grows: null },
    said: 'Tự ghi từ kết quả lấy ý kiến trên Cổng',
  },
} as const satisfies Record<string, Source>;

export type ArrivalSource = keyof typeof SOURCES;

/** Sources whose pages everybody reads. */
export const PUBLIC_SOURCES = (Object.keys(SOURCES) as ArrivalSource[]).filter(
  (source) => SOURCES[source].isPublic,
);

export function sourceOf(source: ArrivalSource): Source {
  return SOURCES[source];
}

/** What every act of a source has in common. */
export function traitsOf(source: ArrivalSource): { kind: string; channel: string } {
  const { kind, channel } = SOURCES[source];
  return { kind, channel };
}

export function sameQuantities(one: Quantities, other: Quantities): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Quantities>;
  return [...names].every((name) => one[name] === other[name]);
}
