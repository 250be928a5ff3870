// The name a request says it is meant for. Anybody can send any: it is read once, at the entry, into the one
// way browsers write it, so that nobody has the same pages made and kept under a thousand spellings.

/** A name of the longest kind that DNS has, with a port. */
const LONGEST = 260;

/**
 * Host and port as browsers write them: small letters, no usual port, numbers of an address in their plain
 * form, international names in their letters for machines. Undefined for what names no host.
 * @param protocol whose usual port is left out
 */
export function plainHost(host: string, protocol: 'http' | 'https'): string | undefined {
  // Whatever would make a host the beginning of something else: user, path, query, anchor.
  if (host === '' || host.length > LONGEST || /[\s/\\?#@%]/.test(host)) return undefined;
  const address = `${protocol}://${host}`;
  return URL.canParse(address) ? new URL(address).host : undefined;
}
