// The home page as it would be with the arrangement being tried out.
import { readHomeDraft, listHotlines } from '#lib/portal/index.server.ts';
import { readHomeData } from '../../../(portal)/home-data.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const { layout, isChanged } = await readHomeDraft(tx);
    return {
      isChanged,
      home: await readHomeData(tx, layout),
      hotlines: await listHotlines(tx),
    };
  });
