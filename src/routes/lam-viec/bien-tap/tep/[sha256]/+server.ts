// A file under an article, for those who work here.
import { findAttachment } from '#lib/newsroom/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { answerWithFile } from '../../../stored-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findAttachment(tx, params.sha256));
  if (!file) throw platformError('record.not-found', { what: 'tệp này' });
  return answerWithFile(request, locals.commune.id, file);
};
