// Comments on a draft with what came of each, as a table for the file that goes with the paper to be signed.
import { asideNames, sourceNames, verdictNames } from '#lib/documents/index.ts';
import type { ReviewedComment } from '#lib/documents/index.server.ts';
import type { TableData } from '#lib/platform/index.ts';

const STATES = { waiting: 'Chờ duyệt', shown: 'Đăng', aside: 'Không đăng' } as const;
const wordOf = (names: Readonly<Record<string, string>>, key: string | null) =>
  key === null ? null : (names[key] ?? key);

/** Lines in the order they came; words as others may read them, never as they were sent. */
export function consultationTable(
  comments: readonly (ReviewedComment & { readonly about: string })[],
  title: string,
  source: string,
): TableData {
  return {
    title: `Tổng hợp, tiếp thu, giải trình ý kiến: ${title}`,
    source,
    columns: [
      { head: 'Số', kind: 'number' },
      { head: 'Phần của dự thảo', kind: 'text' },
      { head: 'Nhận từ', kind: 'text' },
      { head: 'Ý kiến', kind: 'text' },
      { head: 'Duyệt', kind: 'text' },
      { head: 'Kết quả', kind: 'text' },
      { head: 'Trả lời, giải trình', kind: 'text' },
    ],
    rows: comments
      .toSorted((one, other) => one.number - other.number)
      .map((comment) => [
        comment.number,
        comment.about,
        sourceNames[comment.source],
        comment.publicText || null,
        comment.aside === null
          ? STATES[comment.state]
          : `${STATES.aside}: ${wordOf(asideNames, comment.aside)}`,
        wordOf(verdictNames, comment.verdict),
        comment.reply || null,
      ]),
  };
}
