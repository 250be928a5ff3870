// What becomes of an address that no page has: it leads on, says why it is gone, or is counted as missed.
import { redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { CUT_HEADER, platformError } from '#lib/platform/index.ts';
import { findFormerAddress, type Tx } from '#lib/platform/index.server.ts';
import { noteMissed } from '#lib/portal/index.server.ts';

type Asked = Pick<ServerLoadEvent, 'url' | 'request' | 'setHeaders'>;

/** A browser keeps "moved permanently" for ever unless told otherwise; what an administrator says may change. */
const LEADS_FOR = 'public, max-age=3600';

/**
 * @param what "bài này": what isn't there
 * @throws always: a redirect, LoaError `record.taken-away` or `record.not-found`
 */
export async function leadOn(
  tx: Tx,
  { url, request, setHeaders }: Asked,
  what: string,
): Promise<never> {
  const address = url.pathname + url.search;
  const leads = await findFormerAddress(tx, address);
  if (leads?.to !== undefined) {
    setHeaders({ 'cache-control': LEADS_FOR });
    // An administrator of this commune said where, and each such line is in the record of changes.
    redirect(301, leads.to, { external: true });
  }
  if (leads?.reason !== undefined) {
    throw platformError('record.taken-away', { reason: leads.reason });
  }
  // Asked again whole in a moment: then it counts, once.
  if (request.method === 'GET' && !request.headers.has(CUT_HEADER)) {
    noteMissed(tx.communeId, { address, userAgent: request.headers.get('user-agent') ?? '' });
  }
  throw platformError('record.not-found', { what });
}
