// The file of a draft, where the office gives it out.
import { findConsultationFile } from '#lib/documents/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { streamStoredFile } from '#lib/platform/index.server.ts';
import { fileResponse } from '../../../file-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findConsultationFile(tx, params.slug));
  if (!file) throw platformError('record.not-found', { what: 'tệp của dự thảo này' });
  return fileResponse(request, file, () => streamStoredFile(locals.commune.id, file.sha256));
};
