// The access counter as a drawing: the one thing on public pages that changes by the second.
import { counterLines, drawCounter, readLook } from '#lib/portal/index.ts';
import { readAccessFigures } from '#lib/portal/index.server.ts';
import { logFailure } from '#lib/platform/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request, url }) => {
  const figures = await locals.read(readAccessFigures).catch((failure: unknown) => {
    logFailure(failure, 'visits');
    return undefined;
  });
  // What the reader chose goes before what their machine asks for.
  const { colours } = readLook(request.headers.get('cookie'));
  const usual = url.searchParams.get('nen') === 'toi' ? 'dark' : 'light';
  const drawn = drawCounter(counterLines(figures), colours === 'device' ? usual : colours);
  return new Response(drawn, {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' },
  });
};
