// What every public page shows around its own content.
import { wordsIn } from '#lib/portal/index.ts';
import { listHotlines, listLiveAlerts, siteOf, type Site } from '#lib/portal/index.server.ts';
import { isArchive, platformError } from '#lib/platform/index.ts';
import { type Commune, onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';
import { type Language, languageOf } from '#lib/ui/index.ts';

interface Framed {
  readonly locals: App.Locals;
  readonly url: URL;
  readonly setHeaders: (headers: Record<string, string>) => void;
}

/** @throws LoaError `record.taken-away` where the address meant a page of a former site that is gone */
export async function readFrame({ locals, url, setHeaders }: Framed) {
  if (locals.gone !== undefined) throw platformError('record.taken-away', { reason: locals.gone });
  // Sample data must not end up in anybody's search results.
  if (locals.commune.demoDay !== null) setHeaders({ 'x-robots-tag': 'noindex' });
  const { hotlines, alerts, today } = await locals.read(async (tx) => ({
    hotlines: await hotlinesOf(tx),
    alerts: await listLiveAlerts(tx),
    today: tx.today,
  }));
  const { commune } = locals;
  return {
    site: siteIn(languageOf(url.pathname), commune),
    hotlines,
    alerts,
    /** What became of a former commune, whose pages stay as they were. */
    former: isArchive(commune.lastDay, today)
      ? { words: commune.successor, href: commune.successorUrl }
      : null,
  };
}

/** A browser's tab can't say which language it is in: English pages are titled in English throughout. */
function siteIn(language: Language, commune: Commune): Site {
  const site = siteOf(commune);
  return language === 'en' ? { ...site, title: wordsIn('en').place(site.name) } : site;
}

function hotlinesOf(tx: Tx) {
  return onceUntilNextEvent(tx, 'hotlines', '', () => listHotlines(tx));
}
