// Writing down that a unit was urged or inspected.
import { fail, redirect } from '@sveltejs/kit';
import { isId, readForm, refusalOf } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { occurrenceName, RecordUrging, requireCan, urgingDraft } from '#lib/plans/index.ts';
import { listOccurrences, listOpenUnits, recordUrging } from '#lib/plans/index.server.ts';
import { addDays, formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const ANSWER_DAYS = 7;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    requireCan(tx.actor, 'urging.record', {});
    const units = await listOpenUnits(tx);
    const asked = url.searchParams.get('don-vi') ?? undefined;
    const unitId = isId(asked) && units.some(({ id }) => id === asked) ? asked : '';
    const owed = unitId === '' ? [] : await listOccurrences(tx, { unitIds: [unitId] });
    const overdue = owed.filter(({ state }) => state === 'overdue');
    const unitName = units.find(({ id }) => id === unitId)?.name ?? '';
    return {
      clientKey: newId(),
      unitId,
      draft: urgingDraft(unitName, overdue.length, toPlainDate(tx.today)),
      units: units.map(({ id, name }) => ({ value: id, label: name })),
      overdue: overdue.map(
        (one) => `${one.about.text} (${occurrenceName(one)}, hạn ${formatDate(one.due)})`,
      ),
      today: tx.today,
      answerBy: addDays(toPlainDate(tx.today), ANSWER_DAYS),
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), RecordUrging);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    let id = '';
    const refused = await locals
      .write(async (tx) => {
        id = await recordUrging(tx, form.value);
      })
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/don-doc/${id}`);
  },
};
