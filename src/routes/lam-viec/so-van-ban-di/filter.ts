// The filter of the outgoing register, as its form puts it into the address.
import type { OutgoingFilter } from '#lib/documents/index.server.ts';

/** @param today whose year is shown where none is asked for, YYYY-MM-DD */
export function outgoingFilterOf(query: URLSearchParams, today: string): OutgoingFilter {
  const asked = query.get('nam') ?? '';
  const words = query.get('tim');
  const type = query.get('loai');
  return {
    year: Number(/^(?:19|20)\d\d$/.test(asked) ? asked : today.slice(0, 4)),
    ...(words ? { words } : {}),
    ...(type ? { type } : {}),
  };
}
