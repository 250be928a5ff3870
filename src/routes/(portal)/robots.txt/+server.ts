// What robots may read.
import { robotsTxt } from '#lib/portal/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
  new Response(robotsTxt(url.origin, locals.commune.demoDay !== null), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
