// A new entry of the registry.
import { requireCan } from '#lib/plans/index.ts';
import { recordCommendation } from '#lib/plans/index.server.ts';
import { readChoices, send } from '../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    requireCan(tx.actor, 'commendation.record', {});
    return readChoices(tx);
  });

export const actions: Actions = {
  default: ({ locals, request }) => send(locals, request, recordCommendation),
};
