// What the form of an article offers and how it is read, for a new one and for saving.
import { fail } from '@sveltejs/kit';
import { fitsMarkup, printMarkup, readForm, type RichText } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { ArticleForm } from '#lib/newsroom/index.ts';
import { getEntryForm, listGuidance } from '#lib/plans/index.server.ts';

/** Topics of the plans in force with the guidance on them, and the units that work today. */
export async function readChoices(tx: Tx) {
  const { plans } = await getEntryForm(tx);
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('valid_to', 'is', null)
    .orderBy('position')
    .execute();
  return {
    plans: plans.map(({ title, topics }) => ({
      title,
      topics: topics.map(({ id, number, label }) => ({
        value: id,
        label: number ? `${number}. ${label}` : label,
      })),
    })),
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    guidance: await listGuidance(tx),
  };
}

/** Sections as a field offers them. */
export function namesOf(sections: readonly { readonly id: string; readonly name: string }[]) {
  return sections.map(({ id, name }) => ({ value: id, label: name }));
}

/** A text as the editor wants it: the kept form, and light markup for where no script runs. */
export function editable(body: RichText) {
  return { body, markup: printMarkup(body), fitsMarkup: fitsMarkup(body) };
}

/** The sent article, or the answer that gives everything typed back. */
export async function readArticleForm(request: Request) {
  const form = readForm(await request.formData(), ArticleForm, ['topics']);
  if (form.ok) return { ok: true as const, value: form.value, values: form.values };
  return { ok: false as const, answer: fail(422, { errors: form.errors, values: form.values }) };
}
