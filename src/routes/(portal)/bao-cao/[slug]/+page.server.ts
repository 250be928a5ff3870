// One published report, as it was issued.
import { authorityLines } from '#lib/documents/index.ts';
import { platformError } from '#lib/platform/index.ts';
import { findPublicReport } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const report = await findPublicReport(tx, params.slug);
    if (!report) throw platformError('record.not-found', { what: 'báo cáo này trên cổng' });
    const { signatory, ...paper } = report;
    return {
      paper,
      signer: {
        authority: authorityLines(signatory).join('; '),
        title: signatory.title,
        name: signatory.name ?? null,
      },
    };
  });
