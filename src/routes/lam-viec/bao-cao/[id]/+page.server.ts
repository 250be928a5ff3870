// One report: its words and figures, what changed since, and its next step.
import { error, fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { authorityLines, paperFormValues, paperTables } from '#lib/documents/index.ts';
import { getOutgoing, takeInSignedCopy } from '#lib/documents/index.server.ts';
import { readForm, refusalOf, sizeInWords } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import {
  canWithReports,
  ChangePaper,
  EditText,
  FigureName,
  figureInWords,
  IssueReport,
  OnRevision,
  PublishReport,
  ReturnReport,
  SignReport,
} from '#lib/reports/index.ts';
import {
  acceptFigure,
  addSignedCopy,
  approveReport,
  changePaper,
  checkReport,
  discardReport,
  editText,
  handsOf,
  issueReport,
  listSignedCopies,
  publishReport,
  readReport,
  recallReport,
  returnReport,
  unpublishReport,
} from '#lib/reports/index.server.ts';
import { titleOf } from '../words.ts';
import { drawReport, partToEdit } from './drawn.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const report = await readReport(tx, params.id);
    const { written, content, status } = report;
    const paper = { recipients: written.recipients, signatory: written.signatory };
    const copies = await listSignedCopies(tx, report.id);
    const number = report.outgoingId === null ? null : await getOutgoing(tx, report.outgoingId);
    const may = (action: Parameters<typeof canWithReports>[1], handIds?: string[]) =>
      canWithReports(tx.actor, action, handIds ? { handIds } : {});
    const mayEdit = status === 'draft' && may('report.draft');
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
      appendixChanges: report.appendixChanges,
      head: {
        superior: written.superior ?? null,
        issuer: written.issuer,
        symbol: written.symbol ?? null,
        place: written.place,
        about: written.about,
        code: written.code ?? null,
        date: written.date,
        recipients: written.recipients,
        signer: {
          authority: authorityLines(written.signatory).join('; '),
          title: written.signatory.title,
          name: written.signatory.name ?? null,
        },
        demonstration: written.demonstration === true,
      },
      drawn: drawReport(content, report.values),
      lists: (written.appendices ?? []).map(({ title, blocks }) => ({
        title,
        rows: blocks.reduce(
          (sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0),
          0,
        ),
        charts: blocks.filter((block) => block.kind === 'chart'),
        photographs: blocks.flatMap((block) => (block.kind === 'photographs' ? block.items : [])),
      })),
      tables: paperTables(written).map(({ title, rows }, at) => ({
        title,
        rows: rows.length,
        file: `bang-${String(at + 1)}.csv`,
      })),
      paper: paperFormValues(paper),
      today: tx.today,
      signedOn: report.signedOn,
      registerEntryId: report.registerEntryId,
      published: report.publishedAt !== null,
      publicUrl: report.publicSlug === null ? null : `/bao-cao/${report.publicSlug}`,
      number: number && { id: number.id, code: number.code, issuedOn: number.issuedOn },
      copies: copies.map(({ copy, addedAt, pages }) => ({
        copy,
        addedAt,
        pages: pages.map(({ file, signatures }) => ({
          sha256: file.sha256,
          name: file.name,
          about: sizeInWords(file.size),
          signatures,
        })),
      })),
      maySign: ['approved', 'signed', 'issued'].includes(status) && may('report.sign'),
      mayIssue: status === 'signed' && may('report.issue'),
      mayRecall: status === 'issued' && may('report.issue'),
      mayPublish: status === 'issued' && may('report.publish'),
      mayEdit,
      writing: mayEdit ? partToEdit(report, url.searchParams.get('doan') ?? '') : null,
      saved: url.searchParams.get('da-luu'),
      mayCheck: status === 'draft' && may('report.check'),
      mayApprove: status === 'checked' && may('report.approve', await handsOf(tx, report.id)),
      mayReturn: !['draft', 'issued'].includes(status) && may('report.return'),
      mayDiscard: status === 'draft' && may('report.discard'),
    };
  });

export const actions: Actions = {
  sua: (event) =>
    act(event, EditText, editText, ({ key }) => `?da-luu=${encodeURIComponent(key)}#${key}`),
  'cap-nhat': (event) => act(event, FigureName, acceptFigure),
  'kiem-tra': (event) => act(event, OnRevision, checkReport),
  duyet: (event) => act(event, OnRevision, approveReport),
  'tra-lai': (event) => act(event, ReturnReport, returnReport),
  'noi-nhan': (event) => act(event, ChangePaper, changePaper),
  ky: sign,
  'ban-hanh': (event) => act(event, IssueReport, issueReport),
  'thu-hoi': (event) => act(event, ReturnReport, recallReport),
  'cong-khai': (event) => act(event, PublishReport, publishReport),
  'thoi-cong-khai': (event) => act(event, OnRevision, unpublishReport),
  bo: (event) => act(event, OnRevision, discardReport, undefined, '/lam-viec/bao-cao'),
};

async function act<Schema extends z.ZodType>(
  { locals, request, params }: { locals: App.Locals; request: Request; params: { id: string } },
  schema: Schema,
  work: (tx: Tx, id: string, form: z.input<Schema>) => Promise<unknown>,
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

/** The files are kept and looked at before the transaction; what is refused is said beside the field. */
async function sign({
  locals,
  request,
  params,
}: {
  locals: App.Locals;
  request: Request;
  params: { id: string };
}) {
  if (!canWithReports(locals.actor, 'report.sign', {})) {
    error(403, 'Bản ký do người điều phối hoặc lãnh đạo tải lên.');
  }
  const data = await request.formData();
  const sent = data.getAll('files').filter((file) => file instanceof File && file.name !== '');
  data.delete('files');
  const form = readForm(data, SignReport);
  if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
  const refused = await takeInSigned(locals, params.id, form.value, sent as File[]).then(
    () => undefined,
    refusalOf,
  );
  if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
  redirect(303, `/lam-viec/bao-cao/${params.id}`);
}

async function takeInSigned(
  locals: App.Locals,
  id: string,
  form: SignReport,
  sent: readonly File[],
): Promise<void> {
  const files = await Promise.all(
    sent.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const pages = await takeInSignedCopy(locals.commune.id, files, new Date());
  await locals.write((tx) => addSignedCopy(tx, id, form, pages));
}
