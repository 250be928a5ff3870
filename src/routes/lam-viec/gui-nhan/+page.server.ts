// What was sent to whom, and who confirmed having read it.
import { can } from '#lib/plans/index.ts';
import { listDispatches } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const all = await listDispatches(tx);
    return {
      dispatches: all.map(({ recipients, body: _body, ...dispatch }) => ({
        ...dispatch,
        recipients: recipients.length,
        read: recipients.filter(({ state }) => state === 'read').length,
        late: recipients.filter(({ state }) => state === 'late').map(({ name }) => name),
        mine: recipients.some(({ mine, state }) => mine && state !== 'read'),
      })),
      maySend: can(tx.actor, 'dispatch.send', {}),
    };
  });
