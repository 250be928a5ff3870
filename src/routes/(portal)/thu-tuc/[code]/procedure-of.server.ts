// The procedure an address means; long codes of an agency's own system lead to the base code.
import { redirect } from '@sveltejs/kit';
import { readProcedureCode } from '#lib/procedures/index.ts';
import { getProcedure, type PublicProcedure } from '#lib/procedures/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';

export async function procedureOf(
  tx: Tx,
  given: string,
  pathOf: (code: string) => string,
  day?: string,
): Promise<PublicProcedure> {
  const code = readProcedureCode(given);
  if (!code) throw platformError('record.not-found', { what: 'thủ tục này' });
  if (code.suffix !== null) redirect(301, pathOf(code.base));
  return getProcedure(tx, code.base, day);
}
