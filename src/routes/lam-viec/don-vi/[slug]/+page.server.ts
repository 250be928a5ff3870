// A unit's page.
import { can } from '#lib/plans/index.ts';
import { getActKinds, getUnitPage } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await locals.read((tx) => getUnitPage(tx, params.slug));
  return {
    ...page,
    table: getActKinds(),
    mayFollow: can(locals.actor, 'calendar.follow', { unitId: page.unit.id }),
    mayRecord: can(locals.actor, 'act.record', { unitId: page.unit.id }),
  };
};
