// The original of a document, as it came in.
import { error } from '@sveltejs/kit';
import { getEntry } from '#lib/documents/index.server.ts';
import { findFile } from '#lib/platform/index.server.ts';
import { answerWithFile } from '../../../stored-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read(async (tx) => {
    const { source } = await getEntry(tx, params.id);
    const stored = source && (await findFile(tx, source.sha256));
    return stored ? { ...stored, name: source.name } : undefined;
  });
  if (!file) error(404, 'Văn bản này được ghi tay, không có tệp gốc.');
  return answerWithFile(request, locals.commune.id, file);
};
