// One procedure on the touch screen, with a code to take it along on a telephone.
import { platformError } from '#lib/platform/index.ts';
import { procedureUrl, readProcedureCode, viewProcedure } from '#lib/procedures/index.ts';
import { getProcedure } from '#lib/procedures/index.server.ts';
import { backToStart, longerUrl } from '../../back-to-start.ts';
import { qrPicture } from '../../../qr-picture.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url, setHeaders }) =>
  locals.read(async (tx) => {
    const code = readProcedureCode(params.code);
    if (!code) throw platformError('record.not-found', { what: 'thủ tục này' });
    setHeaders({ refresh: backToStart(url) });
    const { version, record, guide } = await getProcedure(tx, code.base);
    return {
      title: record.title,
      isAbolished: version.status === 'abolished',
      view: viewProcedure(record),
      summary: guide.summary,
      where: [guide.room, guide.place].filter(Boolean).join(', '),
      longer: longerUrl(url),
      qr: qrPicture(`${url.origin}${procedureUrl(code.base)}/giay-to`),
    };
  });
