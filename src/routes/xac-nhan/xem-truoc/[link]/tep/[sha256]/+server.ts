// A file under an article that isn't public, for whoever was given the link to it.
import { findAttachmentOf, openPreview } from '#lib/newsroom/index.server.ts';
import { answerByLink } from '../../../../file-by-link.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, request }) =>
  answerByLink(locals, request, async (tx) => {
    const { editionId } = await openPreview(tx, params.link);
    return findAttachmentOf(tx, editionId, params.sha256);
  });
