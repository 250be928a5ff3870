// A new form of a superior body, or a new version of one: tried on a period, then kept.
import { error, fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import {
  askedPeriod,
  canWithReports,
  DefineForm,
  filledText,
  periodInWords,
  writtenForm,
} from '#lib/reports/index.ts';
import {
  defineQuestionnaire,
  findQuestionnaire,
  readFormulaNames,
  tryQuestionnaire,
} from '#lib/reports/index.server.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    if (!canWithReports(tx.actor, 'questionnaire.define', {})) {
      error(403, 'Biểu báo cáo do quản trị viên định nghĩa.');
    }
    const slug = url.searchParams.get('bieu') ?? '';
    const last = slug === '' ? undefined : (await findQuestionnaire(tx, slug)).versions[0];
    return {
      values: last
        ? {
            slug,
            title: last.form.title,
            agency: last.form.agency,
            source: last.form.source,
            validFrom: tx.today,
            validTo: '',
            ...writtenForm(last.form),
            total: last.form.total ? 'on' : '',
          }
        : {
            slug: '',
            title: '',
            agency: '',
            source: '',
            validFrom: `${tx.today.slice(0, 4)}-01-01`,
          },
      names: await readFormulaNames(tx),
    };
  });

export const actions: Actions = {
  luu: async ({ locals, request }) => {
    const form = readForm(await request.formData(), DefineForm);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values, tried: null });
    let slug = '';
    const refused = await locals
      .write(async (tx) => {
        slug = await defineQuestionnaire(tx, form.values as DefineForm);
      })
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, { errors: refused.errors, values: form.values, tried: null });
    }
    redirect(303, `/lam-viec/bao-cao/bieu/${slug}`);
  },
  thu: async ({ locals, request }) => {
    const form = readForm(await request.formData(), DefineForm);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values, tried: null });
    const tried = await locals
      .read(async (tx) => {
        const period = askedPeriod('half-year', toPlainDate(tx.today), null);
        const { form: read, filled } = await tryQuestionnaire(
          tx,
          form.values as DefineForm,
          period,
        );
        return {
          period: periodInWords(period),
          columns: read.columns.map(({ head }) => head),
          rows: filled.rows.map(({ label, cells }) => ({
            label,
            cells: cells.map((cell) => (cell.kind === 'written' ? '(ghi tay)' : filledText(cell))),
          })),
        };
      })
      .catch(refusalOf);
    if ('errors' in tried) {
      return fail(tried.status, { errors: tried.errors, values: form.values, tried: null });
    }
    return { errors: [], values: form.values, tried };
  },
};
