// A file that came with a hand-over, for those who work here.
import { error } from '@sveltejs/kit';
import { findHandedFile } from '#lib/newsroom/index.server.ts';
import { answerWithFile } from '../../../../stored-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findHandedFile(tx, params.id, params.sha256));
  if (!file) error(404, 'Không tìm thấy tệp này trong nội dung chuyển.');
  return answerWithFile(request, locals.commune.id, file);
};
