// The villages and residential groups of the commune.
import { listVillages } from '#lib/platform/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    villages: (await listVillages(tx)).filter(
      ({ validTo }) => validTo === null || validTo >= tx.today,
    ),
  }));
