// The checklist of a procedure: fits a telephone, prints on one sheet, saved without an account.
import { viewProcedure } from '#lib/procedures/index.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { procedureOf } from '../procedure-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const { version, record, guide } = await procedureOf(
      tx,
      params.code,
      (code) => `/thu-tuc/${code}/giay-to`,
    );
    return {
      code: version.code,
      title: record.title,
      isAbolished: version.status === 'abolished',
      effectiveFrom: formatDate(toPlainDate(version.effectiveFrom)),
      view: viewProcedure(record),
      place: guide.place,
      hours: guide.hours,
      telephone: guide.telephone,
      today: formatDate(tx.today),
    };
  });
