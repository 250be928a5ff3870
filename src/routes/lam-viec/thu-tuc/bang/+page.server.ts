// Boards: what hangs where, what no longer holds, what is to be printed today.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { BoardForm, canWithProcedures, isToPrint } from '#lib/procedures/index.ts';
import {
  listBoards,
  listProcedures,
  openBoard,
  printAllSheets,
} from '#lib/procedures/index.server.ts';
import { compareVietnamese } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const views = await listBoards(tx);
    const fields = new Set((await listProcedures(tx)).map(({ field }) => field));
    return {
      mayManage: canWithProcedures(locals.actor, 'board.manage', {}),
      fields: [...fields].filter((field) => field !== '').toSorted(compareVietnamese),
      toPrint: views.flatMap(({ items }) => items).filter(isToPrint).length,
      waiting: views.flatMap(({ items }) => items).filter(({ waiting }) => waiting !== null).length,
      boards: views.map(({ board, items }) => ({
        id: board.id,
        name: board.name,
        place: board.place,
        fields: board.fields,
        total: items.length,
        stale: items.filter(({ state }) => state === 'stale').length,
        missing: items.filter(({ state }) => state === 'missing').length,
        overdue: items.filter(({ isOverdue }) => isOverdue).length,
        current: items.filter(({ state }) => state === 'current').length,
      })),
    };
  });

export const actions: Actions = {
  print: async ({ locals }) => {
    const answer = await locals.write(printAllSheets).catch(refusalOf);
    if (typeof answer !== 'number') {
      return fail(answer.status, { errors: answer.errors, values: {} });
    }
    redirect(303, '?da-lap');
  },
  open: async ({ request, locals }) => {
    const form = readForm(await request.formData(), BoardForm, ['linh-vuc']);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const answer = await locals.write((tx) => openBoard(tx, form.value)).catch(refusalOf);
    if (typeof answer !== 'string') {
      return fail(answer.status, { errors: answer.errors, values: form.values });
    }
    redirect(303, `/lam-viec/thu-tuc/bang/${answer}`);
  },
};
