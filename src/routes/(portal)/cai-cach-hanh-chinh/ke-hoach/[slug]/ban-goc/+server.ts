// The file a published plan was read from, for keeping.
import { platformError } from '#lib/platform/index.ts';
import { streamStoredFile } from '#lib/platform/index.server.ts';
import { findPublishedOriginal } from '#lib/plans/index.server.ts';
import { fileResponse } from '../../../../file-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findPublishedOriginal(tx, params.slug));
  if (!file) throw platformError('record.not-found', { what: 'tệp gốc của kế hoạch này' });
  return fileResponse(request, file, () => streamStoredFile(locals.commune.id, file.sha256));
};
