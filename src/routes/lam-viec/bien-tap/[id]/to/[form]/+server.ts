// A paper made from the article, as PDF.
import { printPaper, readPaper } from '#lib/newsroom/index.server.ts';
import { siteOf } from '#lib/portal/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { plainName, demoDay } = siteOf(locals.commune);
  const office = {
    name: `Ủy ban nhân dân ${plainName}`,
    origin: url.origin,
    isDemo: demoDay !== null,
  };
  const paper = await locals.read((tx) => readPaper(tx, params.id, params.form, office));
  const pdf = await printPaper(paper);
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${paper.form}.pdf"`,
    },
  });
};
