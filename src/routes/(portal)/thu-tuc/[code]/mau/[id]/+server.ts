// The file of a form, as the office attached it.
import { platformError } from '#lib/platform/index.ts';
import { streamStoredFile } from '#lib/platform/index.server.ts';
import { findFormFile } from '#lib/procedures/index.server.ts';
import { fileResponse } from '../../../../file-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findFormFile(tx, params.code, params.id));
  if (!file) throw platformError('record.not-found', { what: 'biểu mẫu này' });
  return fileResponse(request, file, () => streamStoredFile(locals.commune.id, file.sha256));
};
