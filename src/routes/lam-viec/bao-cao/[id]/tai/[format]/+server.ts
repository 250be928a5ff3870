// A report as a file: PDF to print and sign, Word to go on writing.
import { error } from '@sveltejs/kit';
import { writeDocx, writePdf } from '#lib/documents/index.server.ts';
import { readReport } from '#lib/reports/index.server.ts';
import { slugify } from '#lib/vietnam/index.ts';
import { titleOf } from '../../../words.ts';
import type { RequestHandler } from './$types';

const FORMATS = {
  pdf: { type: 'application/pdf', write: writePdf },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
} as const;

export const GET: RequestHandler = async ({ locals, params }) => {
  const { format } = params;
  if (format !== 'pdf' && format !== 'docx') {
    error(404, { message: 'Báo cáo tải về dưới dạng PDF hoặc Word.' });
  }
  const { written, period } = await locals.read((tx) => readReport(tx, params.id));
  const bytes = await FORMATS[format].write(written);
  const name = `bao-cao-${slugify(titleOf(period))}.${format}`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': FORMATS[format].type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
