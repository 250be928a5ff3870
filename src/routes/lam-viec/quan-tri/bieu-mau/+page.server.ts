// Forms of superior bodies with all their versions.
import { canWithReports } from '#lib/reports/index.ts';
import { listQuestionnaires } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    forms: (await listQuestionnaires(tx)).map(({ slug, versions }) => ({
      slug,
      title: versions[0]?.form.title ?? '',
      agency: versions[0]?.form.agency ?? '',
      versions: versions.map(({ version, validFrom, validTo, form }) => ({
        version,
        validFrom,
        validTo,
        source: form.source,
        rows: form.rows.length,
        columns: form.columns.length,
      })),
    })),
    mayDefine: canWithReports(tx.actor, 'questionnaire.define', {}),
  }));
