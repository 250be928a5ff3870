// The tables of a published report, as it was published: all for Excel, each alone as CSV.
import { error } from '@sveltejs/kit';
import { answerPaperTables } from '#lib/documents/index.server.ts';
import { findPublicReport } from '#lib/reports/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const paper = await locals.read((tx) => findPublicReport(tx, params.slug));
  const answer = paper && (await answerPaperTables(paper, params.file, `bao-cao-${params.slug}`));
  if (!answer) error(404, 'Không có bảng này của báo cáo để tải.');
  return answer;
};
