// Those who confirm without an account: units' and villages' heads with their PINs.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { AddHead, can, requireCan } from '#lib/plans/index.ts';
import {
  addHead,
  endHead,
  issuePin,
  listHeads,
  listPlaces,
  makePin,
} from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const One = z.object({ id: z.uuid('Tải lại trang rồi chọn lại.') });

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const { units, villages } = await listPlaces(tx);
    const choice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
    return {
      heads: await listHeads(tx),
      mayManage: can(tx.actor, 'head.manage', {}),
      places: [
        { label: 'Thôn, tổ dân phố', choices: villages.map(choice) },
        { label: 'Đơn vị', choices: units.map(choice) },
      ],
    };
  });

export const actions: Actions = {
  them: ({ locals, request }) => act(locals, request, AddHead, (tx, form) => addHead(tx, form)),
  'cap-ma': async ({ locals, request }) => {
    requireCan(locals.actor, 'head.manage', {});
    const { pin, hash } = await makePin();
    const answer = await act(locals, request, One, (tx, { id }) => issuePin(tx, id, hash));
    return 'id' in answer ? { ...answer, pin } : answer;
  },
  'ket-thuc': ({ locals, request }) => act(locals, request, One, (tx, { id }) => endHead(tx, id)),
};

async function act<Schema extends z.ZodType>(
  locals: App.Locals,
  request: Request,
  schema: Schema,
  work: (tx: Tx, form: z.output<Schema>) => Promise<unknown>,
) {
  const form = readForm(await request.formData(), schema);
  if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
  const refused = await locals.write((tx) => work(tx, form.value)).then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
  return { errors: [], values: undefined, id: String(form.values.id ?? ''), pin: '' };
}
