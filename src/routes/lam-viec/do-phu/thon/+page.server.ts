// Villages × channels: where acts of the plan took place.
import { can } from '#lib/plans/index.ts';
import { getVillageCoverage } from '#lib/plans/index.server.ts';
import { readAsked } from '../asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    const { asOf, ...asked } = await readAsked(tx, url.searchParams);
    const [from, to] = [asked.months[0], asked.months.at(-1)];
    const maySend = can(locals.actor, 'dispatch.send', {});
    if (!asked.plan || !from || !to) return { asked, maySend, reading: undefined };
    const { plan, villages, cells, gaps } = await getVillageCoverage(tx, asked.plan.id, {
      asOf,
      months: { from, to },
    });
    return {
      asked,
      maySend,
      reading: {
        villages,
        gaps,
        channels: plan.channels.filter(({ id }) => cells.some(({ channel }) => channel === id)),
        cells: cells.map(({ village, channel, actIds, evidencedIds, lastDay }) => ({
          village,
          channel,
          acts: actIds.length,
          evidenced: evidencedIds.length,
          lastDay,
        })),
      },
    };
  });
