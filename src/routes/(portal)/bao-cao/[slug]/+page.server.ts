// One published report, as it was issued.
import { authorityLines, paperTables, photographsOf } from '#lib/documents/index.ts';
import { platformError } from '#lib/platform/index.ts';
import { findPublicEvidenceFile } from '#lib/plans/index.server.ts';
import { findPublicReport } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const report = await findPublicReport(tx, params.slug);
    if (!report) throw platformError('record.not-found', { what: 'báo cáo này trên cổng' });
    const { signatory, ...paper } = report;
    // A picture that was taken off the portal since is not shown by the report either.
    const openPictures: string[] = [];
    for (const picture of photographsOf(report)) {
      if (await findPublicEvidenceFile(tx, picture)) openPictures.push(picture);
    }
    return {
      paper,
      slug: params.slug,
      openPictures,
      tables: paperTables(report).map(({ title, rows }, at) => ({
        title,
        rows: rows.length,
        file: `bang-${String(at + 1)}.csv`,
      })),
      signer: {
        authority: authorityLines(signatory).join('; '),
        title: signatory.title,
        name: signatory.name ?? null,
      },
    };
  });
