// One procedure as linked data.
import { linkedDataContext, publicServiceOf } from '#lib/procedures/index.ts';
import { siteOf } from '#lib/portal/index.server.ts';
import { procedureOf } from '../procedure-of.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { version, record, guide } = await procedureOf(
      tx,
      params.code,
      (code) => `/thu-tuc/${code}/du-lieu.jsonld`,
    );
    const { committee } = siteOf(locals.commune);
    const body = {
      '@context': linkedDataContext,
      ...publicServiceOf({ version, record, guide, origin: url.origin, officeName: committee }),
    };
    return Response.json(body, {
      headers: {
        'content-type': 'application/ld+json; charset=utf-8',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      },
    });
  });
