// What becomes of an address that no page has: it leads on, says why it is gone, or is counted as missed.
import { redirect } from '@sveltejs/kit';
import { platformError } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { findFormerAddress, noteMissed } from '#lib/portal/index.server.ts';

interface Asked {
  readonly url: URL;
  readonly request: Request;
}

/**
 * @param what "bài này": what isn't there
 * @throws always: a redirect, LoaError `record.taken-away` or `record.not-found`
 */
export async function leadOn(tx: Tx, { url, request }: Asked, what: string): Promise<never> {
  const address = url.pathname + url.search;
  const leads = await findFormerAddress(tx, address);
  if (leads?.to !== undefined) redirect(301, leads.to);
  if (leads?.reason !== undefined) {
    throw platformError('record.taken-away', { reason: leads.reason });
  }
  if (request.method === 'GET') {
    noteMissed(tx.communeId, { address, userAgent: request.headers.get('user-agent') ?? '' });
  }
  throw platformError('record.not-found', { what });
}
