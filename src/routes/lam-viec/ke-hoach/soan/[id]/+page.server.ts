// A plan while it is written: what waits to be settled, its words, and its way to the number.
import { error, fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { authorityLines, paperFormValues } from '#lib/documents/index.ts';
import { getOutgoing, takeInSignedCopy } from '#lib/documents/index.server.ts';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import {
  AddBasis,
  AddClause,
  can,
  ComposedPaper,
  DropClause,
  EditClause,
  IssueComposition,
  NameComposition,
  OnComposition,
  openPoints,
  ReturnComposition,
  SettleBasis,
  SettleMoved,
  SettleOwed,
  SettleUnit,
} from '#lib/plans/index.ts';
import {
  approveComposition,
  changePlanPaper,
  confirmBasis,
  confirmMoved,
  confirmUnit,
  decideOwed,
  discardComposition,
  getDraft,
  handsOfComposition,
  insertClause,
  issueComposition,
  leaveOut,
  listOpenUnits,
  nameNextPlan,
  readComposition,
  recallComposition,
  returnComposition,
  writeBasis,
  writeClause,
} from '#lib/plans/index.server.ts';
import { drawGroups, drawMoved, leftOut } from './drawn.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const composition = await readComposition(tx, params.id);
    const { id, status, content, written } = composition;
    const handIds = await handsOfComposition(tx, id);
    const number =
      composition.outgoingId === null ? null : await getOutgoing(tx, composition.outgoingId);
    const mayWrite = status === 'draft' && can(tx.actor, 'plan.compose', {});
    const { recipients, signatory } = written;
    const plan = composition.planId === null ? null : await getDraft(tx, composition.planId);
    return {
      id,
      status,
      revision: composition.revision,
      year: composition.year,
      title: composition.title,
      sourcePlanId: composition.sourcePlanId,
      plan: plan && { id: plan.id, status: plan.status },
      returnedReason: composition.returnedReason,
      number: number && { id: number.id, code: number.code, issuedOn: number.issuedOn },
      open: openPoints(content),
      moved: drawMoved(content),
      bases: content.bases,
      units: content.units,
      owed: content.owed,
      groups: drawGroups(content),
      leftOut: leftOut(content),
      period: content.draft.period,
      unitNames: mayWrite ? (await listOpenUnits(tx)).map(({ name }) => name) : [],
      head: {
        superior: written.superior ?? null,
        issuer: written.issuer,
        symbol: written.symbol ?? null,
        place: written.place,
        about: written.about,
        code: written.code ?? null,
        date: written.date,
        recipients,
        signer: {
          authority: authorityLines(signatory).join('; '),
          title: signatory.title,
          name: signatory.name ?? null,
        },
        bases: written.bases ?? [],
        demonstration: written.demonstration === true,
      },
      paper: paperFormValues({ recipients, signatory }),
      today: tx.today,
      editing: mayWrite ? url.searchParams.get('sua') : null,
      mayWrite,
      mayApprove: status === 'draft' && can(tx.actor, 'plan.approve', { handIds }),
      mayReturn: status === 'approved' && can(tx.actor, 'plan.return', {}),
      mayRecall:
        status === 'issued' &&
        plan?.status !== 'confirmed' &&
        can(tx.actor, 'plan.issue', {}) &&
        can(tx.actor, 'plan.discard', {}),
      mayIssue: status === 'approved' && can(tx.actor, 'plan.issue', {}),
    };
  });

export const actions: Actions = {
  'doi-nam': (event) => act(event, SettleMoved, confirmMoved, '#doi-nam'),
  'can-cu': (event) => act(event, SettleBasis, confirmBasis, '#can-cu'),
  'them-can-cu': (event) => act(event, AddBasis, writeBasis, '#can-cu'),
  'don-vi': (event) => act(event, SettleUnit, confirmUnit, '#don-vi'),
  'do-dang': (event) => act(event, SettleOwed, decideOwed, '#do-dang'),
  sua: (event) => act(event, EditClause, writeClause, ({ key }) => `#${key}`),
  'bo-muc': (event) => act(event, DropClause, leaveOut, '#loi-van'),
  them: (event) => act(event, AddClause, insertClause, ({ list }) => `#${list}`),
  'dat-ten': (event) => act(event, NameComposition, nameNextPlan, '#loi-van'),
  'noi-nhan': (event) => act(event, ComposedPaper, changePlanPaper),
  duyet: (event) => act(event, OnComposition, approveComposition),
  'tra-lai': (event) => act(event, ReturnComposition, returnComposition),
  'ban-hanh': issue,
  'thu-hoi': (event) => act(event, ReturnComposition, recallComposition),
  bo: (event) => act(event, OnComposition, discardComposition, '', '/lam-viec/ke-hoach'),
};

interface Sent {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly params: { id: string };
  readonly url: URL;
}

async function act<Schema extends z.ZodType>(
  { locals, request, params, url }: Sent,
  schema: Schema,
  work: (tx: Tx, id: string, form: z.input<Schema>) => Promise<void>,
  place: string | ((form: z.output<Schema>) => string) = '',
  then = `/lam-viec/ke-hoach/soan/${params.id}`,
) {
  const form = readForm(await request.formData(), schema);
  const which = whichForm(url, form.values);
  if (!form.ok) return fail(422, { which, errors: form.errors, values: form.values });
  const refused = await locals
    .write((tx) => work(tx, params.id, form.values as z.input<Schema>))
    .then(() => undefined, refusalOf);
  if (refused) {
    return fail(refused.status, { which, errors: refused.errors, values: form.values });
  }
  redirect(303, `${then}${typeof place === 'string' ? place : place(form.value)}`);
}

/** The file is kept and looked at before the transaction; what is refused is said beside the field. */
async function issue({ locals, request, params, url }: Sent) {
  if (!can(locals.actor, 'plan.issue', {})) {
    error(403, 'Kế hoạch do người điều phối cấp số và ban hành.');
  }
  const data = await request.formData();
  const sent = data
    .getAll('files')
    .filter((file): file is File => file instanceof File && file.name !== '');
  data.delete('files');
  const form = readForm(data, IssueComposition);
  const which = whichForm(url, form.values);
  if (!form.ok) return fail(422, { which, errors: form.errors, values: form.values });
  try {
    const files = await Promise.all(
      sent.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    const copy = await takeInSignedCopy(locals.commune.id, files, new Date());
    await locals.write((tx) =>
      issueComposition(tx, params.id, form.values as z.input<typeof IssueComposition>, copy),
    );
  } catch (thrown) {
    const { status, errors } = refusalOf(thrown);
    return fail(status, { which, errors, values: form.values });
  }
  redirect(303, `/lam-viec/ke-hoach/soan/${params.id}`);
}

/** "doi-nam t1": which of the page's forms was sent. */
function whichForm(url: URL, values: Readonly<Record<string, unknown>>): string {
  const action = [...url.searchParams.keys()].find((name) => name.startsWith('/')) ?? '';
  const of = values['key'] ?? values['dutyId'] ?? values['list'] ?? '';
  return `${action.slice(1)} ${String(of)}`.trim();
}
