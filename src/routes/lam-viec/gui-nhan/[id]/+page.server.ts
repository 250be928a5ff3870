// One dispatch: its words, who confirmed, and what can be done with it.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isId, platformError } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { can, RecallDispatch, ReviseDispatch } from '#lib/plans/index.ts';
import {
  confirmAtDesk,
  getDispatch,
  listHeads,
  makeReadingLink,
  recallDispatch,
  reviseDispatch,
  revokeReadingLinks,
} from '#lib/plans/index.server.ts';
import { carryOut } from '../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Confirm = z.object({ recipientId: z.uuid(), revision: z.coerce.number().int() });
const Recipient = z.object({ recipientId: z.uuid() });
const Link = z.object({ recipientId: z.uuid(), headId: z.uuid('Chọn người xác nhận.') });

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    if (!isId(params.id)) throw platformError('record.not-found', { what: 'nội dung này' });
    return {
      dispatch: await getDispatch(tx, params.id),
      heads: await listHeads(tx),
      maySend: can(tx.actor, 'dispatch.send', {}),
    };
  });

export const actions: Actions = {
  'xac-nhan': (event) => act(event, 'confirm', Confirm, (tx, form) => confirmAtDesk(tx, form)),
  'duong-dan': async (event) => {
    let name = '';
    const refused = await act(
      event,
      'link',
      Link,
      async (tx, form) => {
        name = await makeReadingLink(tx, form);
      },
      false,
    );
    return (
      refused ?? {
        what: 'link' as const,
        errors: [],
        values: {},
        link: `${event.url.origin}/xac-nhan/${name}`,
      }
    );
  },
  'huy-duong-dan': (event) =>
    act(event, 'link', Recipient, (tx, form) => revokeReadingLinks(tx, form.recipientId)),
  sua: (event) =>
    act(event, 'revise', ReviseDispatch.omit({ id: true }), (tx, form, id) =>
      reviseDispatch(tx, { ...form, id }),
    ),
  'thu-hoi': (event) =>
    act(event, 'recall', RecallDispatch.omit({ id: true }), (tx, form, id) =>
      recallDispatch(tx, { ...form, id }),
    ),
};

async function act<Schema extends z.ZodType>(
  event: { locals: App.Locals; request: Request; params: { id: string } },
  what: 'confirm' | 'link' | 'revise' | 'recall',
  schema: Schema,
  work: (tx: Tx, form: z.output<Schema>, id: string) => Promise<void>,
  reload = true,
) {
  const { id } = event.params;
  const { refused, values } = await carryOut(event, schema, (tx, form) => work(tx, form, id));
  if (refused) return fail(refused.status, { what, errors: refused.errors, values, link: '' });
  if (reload) redirect(303, `/lam-viec/gui-nhan/${id}`);
  return undefined;
}
