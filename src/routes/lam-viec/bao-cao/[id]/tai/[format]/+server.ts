// A report as a file: PDF to print and sign, Word to go on writing.
import { error } from '@sveltejs/kit';
import { answerDocument, readPaperPictures } from '#lib/documents/index.server.ts';
import { readReport } from '#lib/reports/index.server.ts';
import { slugify } from '#lib/vietnam/index.ts';
import { titleOf } from '../../../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { format } = params;
  if (format !== 'pdf' && format !== 'docx') {
    error(404, { message: 'Báo cáo tải về dưới dạng PDF hoặc Word.' });
  }
  const { written, period } = await locals.read((tx) => readReport(tx, params.id));
  const pictures = await readPaperPictures(locals.commune.id, written);
  const name = `bao-cao-${slugify(titleOf(period))}`;
  return answerDocument(written, { name, format }, pictures);
};
