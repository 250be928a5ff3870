// Those who confirm without an account: units' and villages' heads with their PINs.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
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
import { carryOut } from '../../carry-out.server.ts';
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
  them: (event) => act(event, AddHead, (tx, form) => addHead(tx, form)),
  'cap-ma': async (event) => {
    requireCan(event.locals.actor, 'head.manage', {});
    const { pin, hash } = await makePin();
    const answer = await act(event, One, (tx, { id }) => issuePin(tx, id, hash));
    return 'id' in answer ? { ...answer, pin } : answer;
  },
  'ket-thuc': (event) => act(event, One, (tx, { id }) => endHead(tx, id)),
};

async function act<Schema extends z.ZodType>(
  event: { locals: App.Locals; request: Request },
  schema: Schema,
  work: (tx: Tx, form: z.output<Schema>) => Promise<unknown>,
) {
  const { refused, values } = await carryOut(event, schema, work);
  if (refused) return fail(refused.status, { errors: refused.errors, values });
  return { errors: [], values: undefined, id: String(values.id ?? ''), pin: '' };
}
