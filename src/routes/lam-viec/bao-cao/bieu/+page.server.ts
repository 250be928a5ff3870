// Forms of superior bodies that wait to be filled.
import { canWithReports } from '#lib/reports/index.ts';
import { listQuestionnaires } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    forms: (await listQuestionnaires(tx)).flatMap(({ slug, versions: [last] }) =>
      last ? [{ slug, title: last.form.title, agency: last.form.agency }] : [],
    ),
    mayDefine: canWithReports(tx.actor, 'questionnaire.define', {}),
  }));
