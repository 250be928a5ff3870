// What every public page shows around its own content.
import { listHotlines, listLiveAlerts, siteOf } from '#lib/portal/index.server.ts';
import { onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, setHeaders }) => {
  // Sample data must not end up in anybody's search results.
  if (locals.commune.demoDay !== null) setHeaders({ 'x-robots-tag': 'noindex' });
  const { hotlines, alerts } = await locals.read(async (tx) => ({
    hotlines: await hotlinesOf(tx),
    alerts: await listLiveAlerts(tx),
  }));
  return { site: siteOf(locals.commune), hotlines, alerts };
};

function hotlinesOf(tx: Tx) {
  return onceUntilNextEvent(tx, 'hotlines', '', () => listHotlines(tx));
}
