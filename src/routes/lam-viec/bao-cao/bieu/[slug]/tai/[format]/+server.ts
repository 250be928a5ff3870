// A filled form as a file: official document (PDF, Word) or sheet (Excel, CSV).
import { error } from '@sveltejs/kit';
import { answerDocument } from '#lib/documents/index.server.ts';
import { answerTable } from '#lib/platform/index.server.ts';
import { tabulateQuestionnaire, writeQuestionnaire } from '#lib/reports/index.server.ts';
import { periodOfAddress } from '../../../../asked-period.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { slug, format } = params;
  const period = (today: string) => periodOfAddress(url.searchParams, today);
  switch (format) {
    case 'pdf':
    case 'docx': {
      const paper = await locals.read((tx) => writeQuestionnaire(tx, slug, period(tx.today)));
      return answerDocument(paper, { name: slug, format });
    }
    case 'xlsx':
    case 'csv': {
      const table = await locals.read((tx) => tabulateQuestionnaire(tx, slug, period(tx.today)));
      return answerTable(table, { name: slug, format });
    }
    default:
      error(404, 'Biểu tải về dưới dạng PDF, Word, Excel hoặc CSV.');
  }
};
