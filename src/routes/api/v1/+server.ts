// The root of the API leads to its description.
import { leadTo } from './answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => leadTo('/api/v1/openapi.json');

export { preflight as OPTIONS, refuseSending as fallback } from './answer.server.ts';
