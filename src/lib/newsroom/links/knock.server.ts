// Asks another site whether a page is there: the answer's number is enough, so no page is read.
import { FetchFailure, fetchPage, type FetchLimits } from '#lib/platform/index.server.ts';
import type { Answer } from './outside.ts';

/** The first byte of a page says that it is there. */
const LIMITS: FetchLimits = {
  ...{ maxBytes: 0, maxMs: 10_000 },
  agent: 'Loa (kiem tra lien ket)',
};

/** Never throws for what the net or the other site does. */
export async function knock(href: string, limits: Partial<FetchLimits> = {}): Promise<Answer> {
  try {
    await fetchPage(href, { ...LIMITS, ...limits });
    return { status: 200 };
  } catch (failure) {
    if (!(failure instanceof FetchFailure)) throw failure;
    const { trouble, status } = failure;
    if (trouble === 'status') return { status: status ?? 0 };
    if (trouble === 'too-large') return { status: 200 };
    return trouble === 'other-port' ? { unasked: true } : { failed: trouble };
  }
}
