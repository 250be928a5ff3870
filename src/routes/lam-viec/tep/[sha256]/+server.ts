// A file of evidence for those who work here.
import { error } from '@sveltejs/kit';
import { findEvidenceFile } from '#lib/plans/index.server.ts';
import { answerWithFile } from '../../stored-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findEvidenceFile(tx, params.sha256));
  if (!file) error(404, 'Không tìm thấy tệp này, hoặc tài khoản chưa được mở tệp.');
  return answerWithFile(request, locals.commune.id, file);
};
