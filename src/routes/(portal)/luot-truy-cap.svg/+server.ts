// The access counter as a drawing: the one thing on public pages that changes by the second.
import { counterLines, drawCounter } from '#lib/portal/index.ts';
import { readAccessFigures } from '#lib/portal/index.server.ts';
import { logFailure } from '#lib/platform/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const figures = await locals.read(readAccessFigures).catch((failure: unknown) => {
    logFailure(failure, 'visits');
    return undefined;
  });
  const look = url.searchParams.get('nen') === 'toi' ? 'dark' : 'light';
  return new Response(drawCounter(counterLines(figures), look), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' },
  });
};
