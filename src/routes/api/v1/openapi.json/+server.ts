// The description of this API.
import { openApi } from '#lib/portal/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
  Response.json(openApi(), { headers: { 'access-control-allow-origin': '*' } });

export { preflight as OPTIONS, refuseSending as fallback } from '../answer.server.ts';
