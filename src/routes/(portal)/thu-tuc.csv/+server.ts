// Every procedure in force as a file for spreadsheets.
import { answerTable } from '#lib/platform/index.server.ts';
import { registerTable } from '../thu-tuc/register-table.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const table = await locals.read((tx) => registerTable(tx, url.origin));
  return answerTable(table, { name: 'thu-tuc', format: 'csv' });
};
