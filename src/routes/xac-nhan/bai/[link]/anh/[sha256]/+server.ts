// A picture of an article that waits for approval, for the one who was sent the link.
import { findMediaFileOf, openApproval } from '#lib/newsroom/index.server.ts';
import { answerByLink } from '../../../../file-by-link.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, request }) =>
  answerByLink(locals, request, async (tx) => {
    const { editionId } = await openApproval(tx, params.link);
    return findMediaFileOf(tx, editionId, params.sha256);
  });
