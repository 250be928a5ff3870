// Any table of the desk as Excel or CSV: /lam-viec/bang/<table>.xlsx, filtered as the page it stands on.
import { error } from '@sveltejs/kit';
import { answerTable, tableFileOf } from '#lib/platform/index.server.ts';
import { tables } from '../tables.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const file = tableFileOf(params.file);
  const build = file && tables[file.name];
  if (!file || !build) error(404, 'Không có bảng này để tải.');
  const table = await locals.read((tx) => build({ tx, url, locals }));
  return answerTable(table, file);
};
