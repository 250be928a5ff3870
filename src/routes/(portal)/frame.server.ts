// What every public page shows around its own content.
import { listHotlines, listLiveAlerts, siteOf } from '#lib/portal/index.server.ts';
import { onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';

interface Framed {
  readonly locals: App.Locals;
  readonly setHeaders: (headers: Record<string, string>) => void;
}

export async function readFrame({ locals, setHeaders }: Framed) {
  // Sample data must not end up in anybody's search results.
  if (locals.commune.demoDay !== null) setHeaders({ 'x-robots-tag': 'noindex' });
  const { hotlines, alerts } = await locals.read(async (tx) => ({
    hotlines: await hotlinesOf(tx),
    alerts: await listLiveAlerts(tx),
  }));
  return { site: siteOf(locals.commune), hotlines, alerts };
}

function hotlinesOf(tx: Tx) {
  return onceUntilNextEvent(tx, 'hotlines', '', () => listHotlines(tx));
}
