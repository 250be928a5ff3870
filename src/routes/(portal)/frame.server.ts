// What every public page shows around its own content.
import { listHotlines, listLiveAlerts, siteOf } from '#lib/portal/index.server.ts';
import { isArchive } from '#lib/platform/index.ts';
import { onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';

interface Framed {
  readonly locals: App.Locals;
  readonly setHeaders: (headers: Record<string, string>) => void;
}

export async function readFrame({ locals, setHeaders }: Framed) {
  // Sample data must not end up in anybody's search results.
  if (locals.commune.demoDay !== null) setHeaders({ 'x-robots-tag': 'noindex' });
  const { hotlines, alerts, today } = await locals.read(async (tx) => ({
    hotlines: await hotlinesOf(tx),
    alerts: await listLiveAlerts(tx),
    today: tx.today,
  }));
  const { commune } = locals;
  return {
    site: siteOf(commune),
    hotlines,
    alerts,
    /** What became of a former commune, whose pages stay as they were. */
    former: isArchive(commune.lastDay, today)
      ? { words: commune.successor, href: commune.successorUrl }
      : null,
  };
}

function hotlinesOf(tx: Tx) {
  return onceUntilNextEvent(tx, 'hotlines', '', () => listHotlines(tx));
}
