// Public tables as Excel or CSV: /bang/<table>.xlsx.
import { error } from '@sveltejs/kit';
import { answerTable, tableFileOf } from '#lib/platform/index.server.ts';
import { publicTables } from '../tables.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const file = tableFileOf(params.file);
  const build = file && publicTables[file.name];
  if (!file || !build) error(404, 'Không có bảng này để tải.');
  const table = await locals.read((tx) => build(tx, url.searchParams));
  return answerTable(table, file);
};
