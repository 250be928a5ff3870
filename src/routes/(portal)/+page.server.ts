// The home page: the blocks the office chose, in its order.
import { onceUntilNextEvent } from '#lib/platform/index.server.ts';
import { readHomeLayout } from '#lib/portal/index.server.ts';
import { readHomeData } from './home-data.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read((tx) =>
    onceUntilNextEvent(tx, 'page.home', '', async () => ({
      home: await readHomeData(tx, await readHomeLayout(tx)),
    })),
  );
