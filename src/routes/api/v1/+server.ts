// The root of the API leads to its description.
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => redirect(303, '/api/v1/openapi.json');

export { preflight as OPTIONS } from './answer.server.ts';
