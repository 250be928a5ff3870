// The checklist of a procedure: fits a telephone, prints on one sheet, saved without an account.
import { viewProcedure } from '#lib/procedures/index.ts';
import { speechOf } from '#lib/ui/index.ts';
import { formFiles } from '../form-files.ts';
import { procedureOf } from '../procedure-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { version, record, guide, forms } = await procedureOf(tx, params.code, (code) =>
      speechOf(url.pathname).to(`/thu-tuc/${code}/giay-to`),
    );
    const view = viewProcedure(record);
    return {
      code: version.code,
      title: record.title,
      isAbolished: version.status === 'abolished',
      effectiveFrom: version.effectiveFrom,
      view,
      files: formFiles(version.code, view, forms),
      place: guide.place,
      hours: guide.hours,
      telephone: guide.telephone,
      today: tx.today,
    };
  });
