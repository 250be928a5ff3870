// The review of a draft. Each correction is saved as it is made: by script through `luu`, without it
// by the forms here.
import { error, fail, redirect } from '@sveltejs/kit';
import { isLoaError } from '#lib/platform/index.ts';
import { can, currentDraft, stepsFromForm } from '#lib/plans/index.ts';
import { correctPlan, discardPlan, getDraft, parseSteps } from '#lib/plans/index.server.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const stored = await locals.read((tx) => getDraft(tx, params.id));
  if (stored.status === 'confirmed') redirect(303, `/lam-viec/ke-hoach/${params.id}`);
  if (stored.status === 'discarded') error(404, 'Bản nháp này đã bỏ.');
  const { reading, text, history, version } = stored;
  return {
    id: stored.id,
    version,
    history,
    text,
    document: {
      typeName: reading.document.typeName,
      code: reading.document.code,
      agency: reading.document.agency,
      date: reading.document.date,
    },
    sourceName: stored.sourceName,
    recognition: reading.source.recognition ?? null,
    channels: getActKinds().channels.map(({ id, name, short }) => ({ id, name, short })),
    mayCorrect: can(locals.actor, 'plan.correct', {}),
    mayConfirm: can(locals.actor, 'plan.confirm', {}),
    mayDiscard: can(locals.actor, 'plan.discard', {}),
    /** The clause whose form is open, for pages without script. */
    editing: url.searchParams.get('sua'),
  };
};

export const actions: Actions = {
  buoc: async ({ request, locals, params }) => {
    const form = await request.formData();
    const version = Number(form.get('phien-ban'));
    const result = await locals.write(async (tx) => {
      const stored = await getDraft(tx, params.id);
      const draft = currentDraft(stored.history, stored.text);
      const steps = parseSteps(stepsFromForm(draft, form));
      if (!steps) return undefined;
      return correctPlan(tx, { planId: params.id, version, steps });
    });
    const key = String(form.get('khoa') ?? '');
    if (result && !result.saved) {
      const typed = String(form.get('noi-dung') ?? '');
      return fail(409, { conflict: true, key, typed });
    }
    redirect(303, `/lam-viec/ke-hoach/${params.id}/doc${key ? `#muc-${key}` : ''}`);
  },
  'bo-ban-nhap': async ({ locals, params }) => {
    try {
      await locals.write((tx) => discardPlan(tx, params.id));
    } catch (failure) {
      if (!isLoaError(failure)) throw failure;
      return fail(failure.status, { what: failure.what, todo: failure.todo });
    }
    redirect(303, '/lam-viec/ke-hoach');
  },
};
