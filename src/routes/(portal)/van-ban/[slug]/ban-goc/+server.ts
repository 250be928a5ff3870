// The file a public document came in, where the office gives it out.
import { findPublicDocumentFile } from '#lib/documents/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { streamStoredFile } from '#lib/platform/index.server.ts';
import { fileResponse } from '../../../file-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findPublicDocumentFile(tx, params.slug));
  if (!file) throw platformError('record.not-found', { what: 'tệp gốc của văn bản này' });
  return fileResponse(request, file, () => streamStoredFile(locals.commune.id, file.sha256));
};
