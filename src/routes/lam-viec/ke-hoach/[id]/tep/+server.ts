// The file a plan was read from, as it came in.
import { error } from '@sveltejs/kit';
import { findFile } from '#lib/platform/index.server.ts';
import { getDraft } from '#lib/plans/index.server.ts';
import { answerWithFile } from '../../../stored-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read(async (tx) => {
    const { sourceSha256, sourceName } = await getDraft(tx, params.id);
    const stored = sourceSha256 === null ? undefined : await findFile(tx, sourceSha256);
    return stored && { ...stored, name: sourceName };
  });
  if (!file) error(404, 'Kế hoạch này được dán vào, không có tệp gốc.');
  return answerWithFile(request, locals.commune.id, file);
};
