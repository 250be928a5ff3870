// The registry of commendations and shortcomings.
import { can } from '#lib/plans/index.ts';
import { listCommendations } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const wanted = url.searchParams.get('loai');
    const kind =
      wanted === 'han-che' ? 'shortcoming' : wanted === 'dien-hinh' ? 'praise' : undefined;
    const all = await listCommendations(tx);
    return {
      wanted: kind,
      entries: kind ? all.filter((entry) => entry.kind === kind) : all,
      counts: {
        all: all.length,
        praise: all.filter((entry) => entry.kind === 'praise').length,
        shortcoming: all.filter((entry) => entry.kind === 'shortcoming').length,
      },
      mayRecord: can(tx.actor, 'commendation.record', {}),
    };
  });
