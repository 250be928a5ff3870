// A new report: its period and the plans it covers.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { listPlans } from '#lib/plans/index.server.ts';
import { canWithReports, NewReport } from '#lib/reports/index.ts';
import { createReport } from '#lib/reports/index.server.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    if (!canWithReports(tx.actor, 'report.draft', {})) {
      error(403, 'Báo cáo do người điều phối kế hoạch dự thảo.');
    }
    const plans = (await listPlans(tx)).filter(({ status }) => status === 'confirmed');
    return {
      clientKey: newId(),
      today: tx.today,
      plans: plans.map(({ id, title }) => ({ value: id, label: title })),
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), NewReport, ['planIds']);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    let id = '';
    const refused = await locals
      .write(async (tx) => {
        id = await createReport(tx, form.value);
      })
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/bao-cao/${id}`);
  },
};
