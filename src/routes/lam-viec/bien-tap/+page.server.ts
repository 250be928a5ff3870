// The newsroom's desk: every article by where it stands.
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { findUncheckedSince, listArticles } from '#lib/newsroom/index.server.ts';
import type { PageServerLoad } from './$types';

const MOST = 500;
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'dang-soan': ['draft'],
  'cho-duyet': ['submitted'],
  'cho-dang': ['approved', 'scheduled'],
  'dang-dang': ['published'],
  'da-go': ['withdrawn', 'superseded'],
};

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const all = await listArticles(tx, { size: MOST, start: 0 });
    const wanted = url.searchParams.get('buoc') ?? '';
    const inGroup = (statuses: readonly string[]) =>
      all.filter(({ status, trashed }) => !trashed && statuses.includes(status));
    const trash = all.filter(({ trashed }) => trashed);
    const group = GROUPS[wanted];
    return {
      wanted: wanted === 'thung-rac' || group ? wanted : '',
      articles:
        wanted === 'thung-rac'
          ? trash
          : group
            ? inGroup(group)
            : all.filter(({ trashed }) => !trashed),
      counts: {
        ...Object.fromEntries(
          Object.entries(GROUPS).map(([name, statuses]) => [name, inGroup(statuses).length]),
        ),
        '': all.length - trash.length,
        'thung-rac': trash.length,
      } as Record<string, number>,
      uncheckedSince: (await findUncheckedSince(tx)) ?? null,
      mayWrite: canInNewsroom(tx.actor, 'article.write', {}),
    };
  });
