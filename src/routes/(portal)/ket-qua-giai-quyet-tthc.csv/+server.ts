// The months of a year as a file for spreadsheets.
import { figuresCsv, foldFigures } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const versions = await locals.read(listFigureVersions);
  const asked = Number(url.searchParams.get('nam'));
  const year = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
  const box = foldFigures(versions, { asOf: null, year });
  const name = `ket-qua-giai-quyet-tthc-${box?.year ?? 'chua-co'}.csv`;
  return new Response(figuresCsv(box), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
