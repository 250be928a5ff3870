// What the office wrote and told about procedures, over the rooms that know of each other only here:
// articles with the papers and messages made from them, bulletins and other acts of publicity.
import { PRINT_NAMES } from '#lib/newsroom/index.ts';
import { listArticlesNaming } from '#lib/newsroom/index.server.ts';
import { getActKinds, readActWords } from '#lib/plans/index.server.ts';
import { statusWord } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { namerOf, namesOf, type Named } from '#lib/procedures/index.ts';
import { addDays, formatDate, toPlainDate } from '#lib/vietnam/index.ts';

/** What was told longer ago isn't told again. */
const DAYS_BACK = 365;

const DERIVED_NAMES = {
  radio: 'bản tin loa',
  chat: 'tin nhắn nhóm',
  recording: 'bản ghi âm do người đọc (phải đọc lại)',
} as const;

export interface Writings {
  readonly articles: readonly {
    readonly href: string;
    readonly title: string;
    readonly isPublished: boolean;
    readonly statusName: string;
    /** What everybody meets beside the article and is made from it. */
    readonly derived: readonly string[];
    /** Sheets and posters, and whether they carry the edition that is read now. */
    readonly prints: readonly string[];
  }[];
  readonly acts: readonly {
    readonly href: string;
    readonly title: string;
    readonly kindName: string;
    readonly day: string;
  }[];
}

/** What speaks of these procedures, by code or title, or of an article that does. */
export async function readWritings(tx: Tx, procedures: readonly Named[]): Promise<Writings> {
  if (procedures.length === 0) return { articles: [], acts: [] };
  const articles = await listArticlesNaming(tx, namerOf(procedures));
  // A bulletin is told by the title of the article it was made from.
  const sought = [
    ...procedures,
    ...articles.map(({ editionId, title }) => ({ code: editionId, titles: [title] })),
  ];
  const find = namerOf(sought);
  const since = addDays(toPlainDate(tx.today), -DAYS_BACK);
  const acts = await readActWords(tx, since, namesOf(sought));
  const kindNames = new Map(getActKinds().kinds.map(({ id, name }) => [id, name]));
  return {
    articles: articles.map(({ editionId, title, status, forced, prints, derived }) => ({
      href: `/lam-viec/bien-tap/${editionId}`,
      title,
      isPublished: status === 'published',
      statusName: statusWord({ status, forced }),
      derived: derived.map((one) => DERIVED_NAMES[one]),
      prints: prints.map(
        ({ form, state }) =>
          `${PRINT_NAMES[form].toLowerCase()}${state === 'current' ? '' : ' (đã cũ)'}`,
      ),
    })),
    acts: acts
      .filter(({ text }) => find(text).length > 0)
      .map(({ id, title, kind, day }) => ({
        href: `/lam-viec/hoat-dong/${id}`,
        title,
        kindName: kindNames.get(kind) ?? 'Hoạt động',
        day: formatDate(toPlainDate(day)),
      })),
  };
}
