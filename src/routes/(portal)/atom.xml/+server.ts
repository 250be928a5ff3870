// New plans and acts as Atom.
import { answerFeed } from '../feed-entries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerFeed(event, 'atom');
