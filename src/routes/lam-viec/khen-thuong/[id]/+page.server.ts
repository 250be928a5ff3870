// One entry: what it says, on what it rests, and making it public, putting it right, taking it back.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isId, platformError } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { can, RemedyShortcoming, WithdrawCommendation } from '#lib/plans/index.ts';
import {
  eraseCommendedName,
  getCommendation,
  publishCommendation,
  remedyShortcoming,
  unpublishCommendation,
  withdrawCommendation,
} from '#lib/plans/index.server.ts';
import { carryOut } from '../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Publish = z.object({ privacy: z.enum(['refuse', 'mask', 'confirm']).default('refuse') });
const Nothing = z.object({});

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    if (!isId(params.id)) throw platformError('record.not-found', { what: 'mục này' });
    return {
      entry: await getCommendation(tx, params.id),
      mayRecord: can(tx.actor, 'commendation.record', {}),
      mayPublish: can(tx.actor, 'commendation.publish', {}),
    };
  });

export const actions: Actions = {
  dang: (event) =>
    act(event, 'publish', Publish, (tx, { privacy }, id) => publishCommendation(tx, id, privacy)),
  'go-xuong': (event) =>
    act(event, 'publish', Nothing, (tx, _form, id) => unpublishCommendation(tx, id)),
  'xoa-ten': (event) => act(event, 'name', Nothing, (tx, _form, id) => eraseCommendedName(tx, id)),
  'khac-phuc': (event) =>
    act(event, 'remedy', RemedyShortcoming.omit({ id: true }), (tx, form, id) =>
      remedyShortcoming(tx, { ...form, id }),
    ),
  rut: (event) =>
    act(event, 'withdraw', WithdrawCommendation.omit({ id: true }), (tx, form, id) =>
      withdrawCommendation(tx, { ...form, id }),
    ),
};

async function act<Schema extends z.ZodType>(
  event: { locals: App.Locals; request: Request; params: { id: string } },
  what: 'publish' | 'name' | 'remedy' | 'withdraw',
  schema: Schema,
  work: (tx: Tx, form: z.output<Schema>, id: string) => Promise<void>,
) {
  const { id } = event.params;
  const { refused, values } = await carryOut(event, schema, (tx, form) => work(tx, form, id));
  if (refused) return fail(refused.status, { what, errors: refused.errors, values });
  redirect(303, `/lam-viec/khen-thuong/${id}`);
}
