// Every procedure in force as linked data (CPSV-AP).
import { siteOf } from '#lib/portal/index.server.ts';
import { emptyGuide, linkedDataContext, publicServiceOf } from '#lib/procedures/index.ts';
import { readWholeRegister } from '#lib/procedures/index.server.ts';
import type { RequestHandler } from './$types';

/** More than the country has. */
const ALL = 20_000;

export const GET: RequestHandler = async ({ locals, url }) => {
  const { items } = await locals.read((tx) => readWholeRegister(tx, { size: ALL, start: 0 }));
  const { committee } = siteOf(locals.commune);
  const graph = items.map(({ version, record }) =>
    publicServiceOf({
      version,
      record,
      guide: emptyGuide,
      origin: url.origin,
      officeName: committee,
    }),
  );
  return Response.json(
    { '@context': linkedDataContext, '@graph': graph },
    {
      headers: {
        'content-type': 'application/ld+json; charset=utf-8',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      },
    },
  );
};
