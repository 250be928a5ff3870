// Addresses the API doesn't know, answered in its own form.
import { platformError } from '#lib/platform/index.ts';
import { problem } from '../answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
  problem(platformError('record.not-found', { what: 'địa chỉ này trong API' }));

export { preflight as OPTIONS, refuseSending as fallback } from '../answer.server.ts';
