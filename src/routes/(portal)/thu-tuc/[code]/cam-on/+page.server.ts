// Thanks for an answer, and whom to ask.
import { procedureUrl } from '#lib/procedures/index.ts';
import { speechOf } from '#lib/ui/index.ts';
import { procedureOf } from '../procedure-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { to } = speechOf(url.pathname);
    const pathOf = (code: string) => to(`${procedureUrl(code)}/cam-on`);
    const { version, record } = await procedureOf(tx, params.code, pathOf);
    return { code: version.code, title: record.title };
  });
