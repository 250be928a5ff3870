// The home page: the figures box, what is new, what the commune set out to say.
import { caseBoxWords, foldFigures } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import { listPublishedPlans } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const box = foldFigures(await listFigureVersions(tx), { asOf: null });
    return {
      box: caseBoxWords(box),
      part: box?.earlyAndOnTime ?? 0,
      whole: box?.handled ?? 0,
      plans: await listPublishedPlans(tx),
    };
  });
