// Drafts opened for comment and results that were published, as Atom.
import { answerConsultationFeed } from '../consultation-feed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerConsultationFeed(event, 'atom');
