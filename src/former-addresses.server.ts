// What becomes of an address that no page has, whichever route was asked: it leads on, says why it is gone, or
// is counted as missed. What still exists wins, but where a line names the very query it is asked with.
import type { RequestEvent } from '@sveltejs/kit';
import { CUT_HEADER, type Leads, platformError } from '#lib/platform/index.ts';
import { findFormerAddress, findFormerPage } from '#lib/platform/index.server.ts';
import { isFormerQuery } from '#lib/portal/index.ts';
import { noteMissed } from '#lib/portal/index.server.ts';

/** A browser keeps "moved permanently" for ever unless told otherwise; what an administrator says may change. */
const LEADS_FOR = 'public, max-age=3600';

/**
 * Where an address led that is a page here too, told apart by its query (`/?p=123`); undefined where it means
 * the page.
 */
export async function findPageBefore(event: RequestEvent): Promise<Leads | undefined> {
  const { url, locals } = event;
  if (!isReading(event) || !isFormerQuery(url.searchParams)) return undefined;
  return locals.read((tx) => findFormerPage(tx, url.pathname + url.search));
}

/**
 * What an error page says of an address that has none; asks once for each request.
 * @returns nothing where nobody said anything of it; it is counted then
 */
export async function findGone(
  event: RequestEvent,
): Promise<{ status: number; message: string; code: string; todo: string } | undefined> {
  const { locals, url, request } = event;
  // Before it was known whose address it is, or where only a page's data was wanted, nobody is led on.
  if (!isReading(event) || event.isDataRequest || !isKnown(locals)) return undefined;
  const address = url.pathname + url.search;
  locals.former ??= locals.read((tx) => findFormerAddress(tx, address));
  const leads = await locals.former;
  if (leads?.reason !== undefined) return toldGone(leads.reason);
  // Asked again whole in a moment: then it counts, once.
  if (!leads && request.method === 'GET' && !request.headers.has(CUT_HEADER)) {
    const userAgent = request.headers.get('user-agent') ?? '';
    noteMissed(locals.commune.id, { address, userAgent });
  }
  return undefined;
}

/** An administrator of this commune said where, and each such line is in the record of changes. */
export function leadOn(to: string): Response {
  return new Response(null, {
    status: 301,
    headers: { location: to, 'cache-control': LEADS_FOR },
  });
}

/** @throws nothing: the words of `record.taken-away` */
function toldGone(reason: string) {
  const { status, what: message, code, todo } = platformError('record.taken-away', { reason });
  return { status, message, code, todo };
}

/** A request that was refused at the door has no commune yet. */
function isKnown(locals: Partial<App.Locals>): boolean {
  return locals.commune !== undefined;
}

function isReading({ request }: RequestEvent): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
