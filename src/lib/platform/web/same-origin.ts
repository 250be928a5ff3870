// Whether a writing request comes from this site's own pages. Hosts are compared, not schemes: TLS may
// end at a proxy, and then the page's origin says https while the request arrives by plain http.

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const USUAL_PORT = /:(?:80|443)$/;

/**
 * True when the request may be served: it only reads, or Origin names this host; without Origin, the
 * browser says same-origin (or that the person typed the address); without both, Referer names this
 * host. A request that says nothing of where it comes from is refused. Behind a declared proxy the
 * HTTP entry has put the host that the browser asked for into Host already.
 */
export function isSameOrigin(method: string, headers: Headers): boolean {
  if (SAFE_METHODS.has(method.toUpperCase())) return true;
  const own = ownHost(headers);
  if (own === undefined) return false;
  const origin = headers.get('origin');
  if (origin !== null) return hostOf(origin) === own;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const referer = headers.get('referer');
  return referer !== null && hostOf(referer) === own;
}

function ownHost(headers: Headers): string | undefined {
  return headers.get('host')?.toLowerCase().replace(USUAL_PORT, '') || undefined;
}

/** Host with port, the usual ports left out; undefined for "null" and other oddities. */
function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return host.toLowerCase().replace(USUAL_PORT, '') || undefined;
}
