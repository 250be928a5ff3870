// The list one number of a report counts, and a person's number in its place.
import { error, fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import {
  canWithReports,
  FigureName,
  figureInWords,
  notedRowOf,
  NoteRow,
  OverrideFigure,
} from '#lib/reports/index.ts';
import { noteRow, overrideFigure, readReport, restoreFigure } from '#lib/reports/index.server.ts';
import { titleOf } from '../../words.ts';
import { countedBy } from './counted.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const report = await readReport(tx, params.id);
    const name = url.searchParams.get('ten') ?? '';
    const figure = Object.hasOwn(report.content.figures, name)
      ? report.content.figures[name]
      : undefined;
    const live = report.values.get(name);
    if (!figure || !live) error(404, 'Báo cáo không có số liệu này.');
    const list = countedBy(report, name) ?? [];
    const noted = notedRowOf(report.content, name);
    return {
      id: report.id,
      name,
      title: titleOf(report.period),
      revision: report.revision,
      counted: figureInWords({ ...figure, override: null }, live.value),
      override: figure.override,
      seq: figure.seq,
      noted: noted && { ...noted, text: report.content.notes?.[noted.note] ?? '' },
      list,
      mayEdit: report.status === 'draft' && canWithReports(tx.actor, 'report.draft', {}),
    };
  });

export const actions: Actions = {
  ghi: (event) => act(event, OverrideFigure, overrideFigure),
  'ghi-chu': (event) => act(event, NoteRow, noteRow),
  'tro-lai': (event) => act(event, FigureName, restoreFigure),
};

async function act<Schema extends z.ZodType>(
  { locals, request, params }: { locals: App.Locals; request: Request; params: { id: string } },
  schema: Schema,
  work: (tx: Tx, id: string, form: z.input<Schema>) => Promise<void>,
) {
  const form = readForm(await request.formData(), schema);
  if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
  const refused = await locals
    .write((tx) => work(tx, params.id, form.values as z.input<Schema>))
    .then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
  redirect(303, `/lam-viec/bao-cao/${params.id}`);
}
