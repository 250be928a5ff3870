// What the form of the registry offers and how it is sent, for a new entry and a correction.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { newId, type Tx } from '#lib/platform/index.server.ts';
import { RecordCommendation } from '#lib/plans/index.ts';
import { getCommendationForms, listActs } from '#lib/plans/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';

const ACTS_OFFERED = 50;

/** Units, forms and the latest acts that may stand beside an entry. */
export async function readChoices(tx: Tx) {
  const units = await tx.db.selectFrom('unit').select(['id', 'name']).orderBy('position').execute();
  const { acts } = await listActs(tx, {}, { size: ACTS_OFFERED, start: 0 });
  return {
    clientKey: newId(),
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    acts: acts.map(({ id, title, day }) => ({
      value: id,
      label: `${formatDate(toPlainDate(day))} – ${title}`,
    })),
    forms: getCommendationForms().forms.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Sends the form on to `work`, which gives back the id of the entry. */
export async function send(
  locals: App.Locals,
  request: Request,
  work: (tx: Tx, form: RecordCommendation) => Promise<string>,
) {
  const data = await request.formData();
  const form = readForm(data, RecordCommendation);
  if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
  let id = '';
  const refused = await locals
    .write(async (tx) => {
      id = await work(tx, form.values as RecordCommendation);
    })
    .then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
  redirect(303, `/lam-viec/khen-thuong/${id}`);
}
