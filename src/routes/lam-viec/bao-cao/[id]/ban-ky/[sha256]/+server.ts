// A file of a report's signed copy, for those who work here.
import { error } from '@sveltejs/kit';
import { findSignedFile } from '#lib/reports/index.server.ts';
import { answerWithFile } from '../../../../stored-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findSignedFile(tx, params.id, params.sha256));
  if (!file) error(404, 'Không tìm thấy tệp này trong các bản ký của báo cáo.');
  return answerWithFile(request, locals.commune.id, file);
};
