// Form II.06 of a period as PDF, Word or Excel: /lam-viec/so-lieu/bieu-06/2023-q2.docx.
import { error } from '@sveltejs/kit';
import { answerDocument, paperFileOf } from '#lib/documents/index.server.ts';
import { form06Document, form06Table } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import { answerTable, tableFileOf } from '#lib/platform/index.server.ts';
import { findPeriod, periodInWords } from '#lib/plans/index.ts';
import { monthOf } from '#lib/vietnam/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const paper = paperFileOf(params.file);
  const sheet = tableFileOf(params.file);
  const found = findPeriod(paper?.name ?? sheet?.name ?? '');
  if (!found) error(404, 'Không có kỳ này. Chọn tháng, quý, 6 tháng hoặc năm.');
  const period = {
    from: monthOf(found.from),
    to: monthOf(found.to),
    name: periodInWords(found),
  };
  const versions = await locals.read(listFigureVersions);
  if (paper) {
    const document = form06Document(versions, period, locals.commune);
    return answerDocument(document, { ...paper, name: `bieu-06-${paper.name}` });
  }
  if (!sheet) error(404, 'Chỉ có bản PDF, Word, Excel hoặc CSV.');
  return answerTable(form06Table(versions, period), { ...sheet, name: `bieu-06-${sheet.name}` });
};
