// The letter as PDF, in the layout of Decree 30/2020/NĐ-CP.
import { writePdf } from '#lib/documents/index.server.ts';
import { getUrgingLetter } from '#lib/plans/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const letter = await locals.read((tx) => getUrgingLetter(tx, params.id));
  return new Response(new Uint8Array(await writePdf(letter)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="cong-van-don-doc.pdf"',
      'cache-control': 'private, no-store',
    },
  });
};
