// One report: its words and figures, what changed since, and its next step.
import { fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import {
  canWithReports,
  EditText,
  FigureName,
  figureInWords,
  OnRevision,
  ReturnReport,
} from '#lib/reports/index.ts';
import {
  acceptFigure,
  approveReport,
  checkReport,
  discardReport,
  editText,
  handsOf,
  readReport,
  returnReport,
} from '#lib/reports/index.server.ts';
import { titleOf } from '../words.ts';
import { drawReport } from './drawn.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const report = await readReport(tx, params.id);
    const { written, content, status } = report;
    const may = (action: Parameters<typeof canWithReports>[1], handIds?: string[]) =>
      canWithReports(tx.actor, action, handIds ? { handIds } : {});
    return {
      id: report.id,
      title: titleOf(report.period),
      status,
      revision: report.revision,
      returnedReason: report.returnedReason,
      closedOn: report.facts.closedOn,
      changes: report.changes.map(({ name, before, after }) => {
        const figure = content.figures[name];
        const say = (value: number | null) =>
          figure ? figureInWords({ ...figure, override: null }, value) : '';
        return { name, before: say(before), after: say(after) };
      }),
      head: {
        superior: written.superior ?? null,
        issuer: written.issuer,
        symbol: written.symbol ?? null,
        place: written.place,
        about: written.about,
        recipients: written.recipients,
        demonstration: written.demonstration === true,
      },
      drawn: drawReport(content, report.values),
      lists: (written.appendices ?? []).map(({ title, blocks }) => ({
        title,
        rows: blocks.reduce(
          (sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0),
          0,
        ),
      })),
      mayEdit: status === 'draft' && may('report.draft'),
      mayCheck: status === 'draft' && may('report.check'),
      mayApprove: status === 'checked' && may('report.approve', await handsOf(tx, report.id)),
      mayReturn: status !== 'draft' && may('report.return'),
      mayDiscard: status === 'draft' && may('report.discard'),
    };
  });

export const actions: Actions = {
  sua: (event) => act(event, EditText, editText, (form) => `#${form.key}`),
  'cap-nhat': (event) => act(event, FigureName, acceptFigure),
  'kiem-tra': (event) => act(event, OnRevision, checkReport),
  duyet: (event) => act(event, OnRevision, approveReport),
  'tra-lai': (event) => act(event, ReturnReport, returnReport),
  bo: (event) => act(event, OnRevision, discardReport, undefined, '/lam-viec/bao-cao'),
};

async function act<Schema extends z.ZodType>(
  { locals, request, params }: { locals: App.Locals; request: Request; params: { id: string } },
  schema: Schema,
  work: (tx: Tx, id: string, form: z.input<Schema>) => Promise<void>,
  place: (form: z.output<Schema>) => string = () => '',
  then = `/lam-viec/bao-cao/${params.id}`,
) {
  const form = readForm(await request.formData(), schema);
  if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
  const refused = await locals
    .write((tx) => work(tx, params.id, form.values as z.input<Schema>))
    .then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
  redirect(303, `${then}${place(form.value)}`);
}
