// One urging or inspection, with its letter and the unit's answer.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { AnswerUrging } from '#lib/plans/index.ts';
import { answerUrging, getUrging } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => ({ urging: await getUrging(tx, params.id) }));

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = readForm(await request.formData(), AnswerUrging.omit({ id: true }));
    const answer = String(form.values['answer'] ?? '');
    if (!form.ok) return fail(422, { errors: form.errors, answer });
    const refused = await locals
      .write((tx) => answerUrging(tx, { id: params.id, answer: form.value.answer }))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, answer });
    redirect(303, `/lam-viec/don-doc/${params.id}`);
  },
};
