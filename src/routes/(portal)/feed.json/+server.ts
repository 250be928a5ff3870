// New plans and acts as JSON.
import { answerFeed } from '../feed-entries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerFeed(event, 'json');
