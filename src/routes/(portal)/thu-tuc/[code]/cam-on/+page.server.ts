// Thanks for an answer, and whom to ask.
import { procedureUrl } from '#lib/procedures/index.ts';
import { procedureOf } from '../procedure-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const pathOf = (code: string) => `${procedureUrl(code)}/cam-on`;
    const { version, record } = await procedureOf(tx, params.code, pathOf);
    return { code: version.code, title: record.title };
  });
