// The last look before a plan is in force: counts, what is still wrong, which unit is which, public or not.
import { fail, redirect } from '@sveltejs/kit';
import { isLoaError, personalDataNames } from '#lib/platform/index.ts';
import { readCommune } from '#lib/platform/index.server.ts';
import {
  can,
  checkDraft,
  countDraft,
  currentDraft,
  findForeignIssuer,
  findUnit,
  requireCan,
} from '#lib/plans/index.ts';
import {
  confirmPlan,
  findPersonalInPlan,
  getDraft,
  listOpenUnits,
  publishPlan,
  type PrivacyChoice,
} from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  requireCan(locals.actor, 'plan.confirm', {});
  return locals.read(async (tx) => {
    const stored = await getDraft(tx, params.id);
    if (stored.status !== 'draft') redirect(303, `/lam-viec/ke-hoach/${params.id}`);
    const draft = currentDraft(stored.history, stored.text);
    const units = await listOpenUnits(tx);
    const { name } = await readCommune(tx);
    const hits = await findPersonalInPlan(tx, stored);
    return {
      id: stored.id,
      version: stored.version,
      title: draft.title,
      period: draft.period,
      counts: countDraft(draft),
      corrections: stored.history.operations.length,
      problems: checkDraft(draft),
      units,
      assignments: draft.assignments
        .filter((assignment) => !assignment.dropped)
        .map(({ key, unit, lead, duties }) => ({
          key,
          unit,
          lead,
          duties: duties.filter((duty) => !duty.dropped).length,
          match: findUnit(units, unit, name)?.id ?? 'new',
        })),
      personal: hits.map((hit) => ({
        kind: personalDataNames[hit.kind],
        text: hit.text,
        around: hit.around,
      })),
      // Taken in although another body issued it: the reader is asked again before it goes public.
      foreignIssuer: findForeignIssuer(stored.reading.document, name) ?? null,
      mayPublish: can(locals.actor, 'plan.publish', {}),
    };
  });
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const units = Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        name.startsWith('don-vi-') ? [[name.slice('don-vi-'.length), String(value)]] : [],
      ),
    );
    const isPublic = form.get('cong-khai') === 'co';
    const privacy = readPrivacy(form.get('rieng-tu'));
    const input = { planId: params.id, version: Number(form.get('phien-ban')), units };
    try {
      await locals.write(async (tx) => {
        await confirmPlan(tx, input);
        if (isPublic) await publishPlan(tx, { planId: params.id, privacy });
      });
    } catch (failure) {
      if (!isLoaError(failure)) throw failure;
      const { what, todo, status } = failure;
      return fail(status, {
        what,
        todo,
        chosen: units,
        public: isPublic ? 'co' : 'khong',
        privacy,
      });
    }
    redirect(303, `/lam-viec/ke-hoach/${params.id}?moi=1`);
  },
};

function readPrivacy(value: unknown): PrivacyChoice | null {
  return value === 'mask' || value === 'allow' ? value : null;
}
