// Which network an address belongs to, for counting attempts by where they come from.

/**
 * An IPv4 address stands for itself; of an IPv6 address the first 56 bits count, since one household
 * has all the rest to itself. Mapped addresses (`::ffff:1.2.3.4`) are IPv4.
 */
export function networkOf(address: string): string {
  const plain = withoutPort(address.toLowerCase()).replace(/%.*$/, '');
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain);
  if (mapped?.[1]) return mapped[1];
  const hex = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(plain);
  if (hex?.[1] && hex[2]) return dotted(hex[1], hex[2]);
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...tail].map((each) =>
    each.padStart(4, '0'),
  );
  return `${groups.join('').slice(0, 14)}::/56`;
}

/** Some proxies name the sender's port too; it changes with every connection. */
function withoutPort(address: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(address);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  return address.replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/, '$1');
}

function dotted(high: string, low: string): string {
  const [left, right] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [left >> 8, left & 255, right >> 8, right & 255].join('.');
}
