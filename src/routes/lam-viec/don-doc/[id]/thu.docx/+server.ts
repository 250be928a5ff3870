// The letter as a Word file, to be changed before it is signed.
import { writeDocx } from '#lib/documents/index.server.ts';
import { getUrgingLetter } from '#lib/plans/index.server.ts';
import type { RequestHandler } from './$types';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async ({ locals, params }) => {
  const letter = await locals.read((tx) => getUrgingLetter(tx, params.id));
  return new Response(new Uint8Array(await writeDocx(letter)), {
    headers: {
      'content-type': DOCX,
      'content-disposition': 'attachment; filename="cong-van-don-doc.docx"',
      'cache-control': 'private, no-store',
    },
  });
};
