// A plan that is being written as a file: PDF to sign, Word to read it elsewhere.
import { error } from '@sveltejs/kit';
import { answerDocument } from '#lib/documents/index.server.ts';
import { readComposition } from '#lib/plans/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { format } = params;
  if (format !== 'pdf' && format !== 'docx') {
    error(404, 'Bản soạn tải về dưới dạng PDF hoặc Word.');
  }
  const { written, year } = await locals.read((tx) => readComposition(tx, params.id));
  return answerDocument(written, { name: `ke-hoach-${String(year)}`, format });
};
