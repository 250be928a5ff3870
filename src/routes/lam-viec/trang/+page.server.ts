// Pages of the office against what the site has to carry: there, old, missing; and those being written.
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { listArticles, readSiteSections } from '#lib/newsroom/index.server.ts';
import { isOpen } from '#lib/platform/index.ts';
import { checkSite } from '#lib/portal/index.server.ts';
import type { PageServerLoad } from './$types';

const MOST = 500;
const STATES = ['missing', 'stale', 'present'] as const;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const checked = await checkSite(tx, locals.commune);
    const items = await listArticles(tx, { size: MOST, start: 0 }, 'page');
    const wanted = STATES.find((state) => state === url.searchParams.get('xem'));
    const asked = checked.filter(({ demands }) => demands.length > 0);
    return {
      wanted: wanted ?? '',
      counts: {
        all: asked.length,
        ...Object.fromEntries(
          STATES.map((name) => [name, asked.filter(({ state }) => state === name).length]),
        ),
      } as Record<'all' | (typeof STATES)[number], number>,
      groups: readSiteSections()
        .groups.map((group) => ({
          ...group,
          sections: checked
            .filter(
              ({ section, state }) => section.group === group.id && (!wanted || state === wanted),
            )
            .map(({ section, ...rest }) => ({
              ...rest,
              id: section.id,
              name: section.name,
              about: section.about,
              filledBy: section.filledBy,
              drawn: section.drawn !== null,
              reviewMonths: section.reviewMonths,
              writing: items.filter(
                ({ section: id, status, trashed }) =>
                  id === section.id && isOpen(status) && !trashed,
              ),
            })),
        }))
        .filter(({ sections }) => sections.length > 0),
      trash: items.filter(({ trashed }) => trashed),
      mayWrite: canInNewsroom(tx.actor, 'article.write', {}),
    };
  });
