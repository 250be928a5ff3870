// One urging or inspection, with its letter, the letter's number and the unit's answer.
import { fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { findNumberOf } from '#lib/documents/index.server.ts';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { AnswerUrging, can, CancelUrgingNumber, NumberUrging } from '#lib/plans/index.ts';
import {
  answerUrging,
  cancelUrgingNumber,
  getUrging,
  numberUrging,
} from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const urging = await getUrging(tx, params.id);
    const held = await findNumberOf(tx, { type: 'urging', id: params.id });
    return {
      urging,
      number: held ? { id: held.id, code: held.code, issuedOn: held.issuedOn } : null,
      mayNumber: can(tx.actor, 'urging.number', {}),
      today: tx.today,
    };
  });

export const actions: Actions = {
  'tra-loi': (event) => act(event, AnswerUrging, answerUrging),
  'cap-so': (event) => act(event, NumberUrging, numberUrging),
  'huy-so': (event) => act(event, CancelUrgingNumber, cancelUrgingNumber),
};

async function act<Form extends { id: string }>(
  { locals, params, request }: RequestEvent,
  schema: z.ZodType<Form>,
  work: (tx: Tx, form: Form) => Promise<unknown>,
) {
  const data = await request.formData();
  data.set('id', params.id);
  const form = readForm(data, schema);
  if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
  const refused = await locals.write((tx) => work(tx, form.value)).then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
  redirect(303, `/lam-viec/don-doc/${params.id}`);
}
