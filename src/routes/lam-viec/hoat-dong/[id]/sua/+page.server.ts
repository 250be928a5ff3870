// Correcting an act: a new version with its reason. When somebody else corrected it meanwhile, nothing is
// saved and both texts are shown.
import { fail, redirect } from '@sveltejs/kit';
import { isLoaError } from '#lib/platform/index.ts';
import { CorrectAct, findKind, requireCan } from '#lib/plans/index.ts';
import {
  correctAct,
  getAct,
  getActKinds,
  getEntryForm,
  listGuidance,
  reportingSubject,
  type ActView,
} from '#lib/plans/index.server.ts';
import { faultsOf, readActForm, type Typed } from '../../act-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  locals.read(async (tx) => {
    const act = await getAct(tx, params.id);
    requireCan(locals.actor, 'act.correct', await reportingSubject(tx, act.unitId));
    const table = getActKinds();
    return {
      act,
      table,
      kind: findKind(table, act.kind),
      entry: await getEntryForm(tx),
      start: typedOf(act),
      today: tx.today,
      guidance: await listGuidance(tx),
    };
  });

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const data = await request.formData();
    const sent = await readActForm(locals.commune.id, data, { evidence: false });
    const checked = CorrectAct.safeParse({ ...sent.input, id: params.id });
    const errors = [...sent.errors, ...(checked.success ? [] : faultsOf(checked.error))];
    if (!checked.success || errors.length > 0) {
      return fail(422, { errors, typed: sent.typed, changed: false });
    }
    const refused = await locals
      .write((tx) => correctAct(tx, checked.data))
      .then(() => undefined)
      .catch((failure: unknown) => {
        if (!isLoaError(failure) || failure.status === 403) throw failure;
        const message = `${failure.what} ${failure.todo}`;
        return {
          status: failure.status,
          errors: [{ name: failure.field ?? '', message }],
          changed: failure.code === 'record.changed',
        };
      });
    if (refused) return fail(refused.status, { ...refused, typed: sent.typed });
    redirect(303, `/lam-viec/hoat-dong/${params.id}`);
  },
};

function typedOf(act: ActView): Typed {
  const quantities = Object.entries(act.quantities).map(
    ([name, amount]) => [`quantities.${name}`, String(amount)] as const,
  );
  return {
    fields: {
      ...Object.fromEntries(quantities),
      day: act.day,
      unitId: act.unitId,
      channel: act.channel,
      title: act.title,
      summary: act.summary,
      body: act.body,
      place: act.place,
      villageId: act.village?.id ?? '',
      isPublic: act.isPublic ? 'on' : '',
    },
    topics: act.topics.map(({ id }) => id),
    duties: act.duties.map(({ id }) => id),
    audience: act.audience,
    kept: [],
  };
}
