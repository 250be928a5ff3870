// Minutes of a day at a board, as PDF or Word.
import { error } from '@sveltejs/kit';
import { answerDocument, paperFileOf } from '#lib/documents/index.server.ts';
import { postingMinutes } from '#lib/procedures/index.ts';
import { readPostingDay } from '#lib/procedures/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const file = paperFileOf(params.file);
  if (file?.name !== 'bien-ban') error(404, 'Không có giấy tờ này.');
  const day = url.searchParams.get('ngay') ?? '';
  const posting = await locals.read((tx) => readPostingDay(tx, params.id, day));
  const document = postingMinutes(posting, locals.commune);
  return answerDocument(document, { ...file, name: `bien-ban-niem-yet-${day}` });
};
