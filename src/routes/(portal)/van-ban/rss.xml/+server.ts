// New documents as RSS; of one field of work where the address names it.
import { answerDocumentFeed } from '../document-feed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerDocumentFeed(event, 'rss');
