// The sheets that wait to be hung, of one board or all, with the route before them.
import { isId } from '#lib/platform/index.ts';
import { siteOf } from '#lib/portal/index.server.ts';
import { printSheetsPdf, readSheetsData } from '#lib/procedures/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = url.searchParams.get('bang') ?? '';
  const { plainName, demoDay } = siteOf(locals.commune);
  const office = {
    name: `Ủy ban nhân dân ${plainName}`,
    origin: url.origin,
    isDemo: demoDay !== null,
  };
  const data = await locals.read((tx) =>
    readSheetsData(tx, office, isId(asked) ? asked : undefined),
  );
  const pdf = await printSheetsPdf(data);
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="to-niem-yet.pdf"',
    },
  });
};
