// Correcting an entry of the registry.
import { isId, platformError } from '#lib/platform/index.ts';
import { requireCan } from '#lib/plans/index.ts';
import { correctCommendation, getCommendation } from '#lib/plans/index.server.ts';
import { readChoices, send } from '../../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    requireCan(tx.actor, 'commendation.record', {});
    if (!isId(params.id)) throw platformError('record.not-found', { what: 'mục này' });
    return { entry: await getCommendation(tx, params.id), ...(await readChoices(tx)) };
  });

export const actions: Actions = {
  default: ({ locals, request, params }) =>
    send(locals, request, async (tx, form) => {
      await correctCommendation(tx, params.id, form);
      return params.id;
    }),
};
