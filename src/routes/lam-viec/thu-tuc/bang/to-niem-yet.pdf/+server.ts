// The sheets that wait to be hung, of one board or all, with the route before them.
import { isId } from '#lib/platform/index.ts';
import { siteOf } from '#lib/portal/index.server.ts';
import { printSheetsPdf, readSheetsData } from '#lib/procedures/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = url.searchParams.get('bang') ?? '';
  const paper = url.searchParams.get('kho') === 'a3' ? 'a3' : 'a4';
  const { plainName, address, demoDay } = siteOf(locals.commune);
  const office = {
    name: `Ủy ban nhân dân ${plainName}`,
    origin: url.origin,
    address,
    isDemo: demoDay !== null,
  };
  const data = await locals.read((tx) =>
    readSheetsData(tx, office, { paper, ...(isId(asked) && { boardId: asked }) }),
  );
  const pdf = await printSheetsPdf(data);
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="to-niem-yet.pdf"',
    },
  });
};
