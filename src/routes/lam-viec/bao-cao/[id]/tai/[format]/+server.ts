// A report as a file: PDF to print and sign, Word to go on writing, its tables for Excel.
import { error } from '@sveltejs/kit';
import {
  answerDocument,
  answerPaperTables,
  readPaperPictures,
} from '#lib/documents/index.server.ts';
import { readReport } from '#lib/reports/index.server.ts';
import { slugify } from '#lib/vietnam/index.ts';
import { titleOf } from '../../../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { format } = params;
  const { written, period } = await locals.read((tx) => readReport(tx, params.id));
  const name = `bao-cao-${slugify(titleOf(period))}`;
  if (format === 'pdf' || format === 'docx') {
    const pictures = await readPaperPictures(locals.commune.id, written);
    return answerDocument(written, { name, format }, pictures);
  }
  const tables = await answerPaperTables(written, format, name);
  if (!tables) {
    error(404, 'Báo cáo tải về dưới dạng PDF, Word, Excel; từng bảng dưới dạng CSV.');
  }
  return tables;
};
