// The acts that stand now, folded on from the last reading: an office of many years reads only its news.
import { foldOnward, type Tx } from '#lib/platform/index.server.ts';
import { ACT_EVENTS } from '../events.ts';
import { advanceActs, NO_ACTS, type ActState } from './fold-acts.ts';

/** Every act that stands now, by day. */
export async function readStandingActs(tx: Tx): Promise<readonly ActState[]> {
  const { acts } = await foldOnward(tx, {
    name: 'acts',
    kinds: ACT_EVENTS,
    start: NO_ACTS,
    advance: advanceActs,
    weigh: ({ byId }) => byId.size,
  });
  return acts;
}
