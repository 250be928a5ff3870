// What the form of an article offers and how it is read, for a new one and for saving.
import { fail } from '@sveltejs/kit';
import {
  accountOf,
  fitsMarkup,
  printMarkup,
  readForm,
  type Actor,
  type FormFault,
  type FormValues,
  type RichText,
} from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { ARTICLE_CHANNELS, ArticleForm, ATTACHMENT_FIELDS } from '#lib/newsroom/index.ts';
import { showAttachments } from '#lib/newsroom/index.server.ts';
import { findChannel } from '#lib/plans/index.ts';
import { getActKinds, getEntryForm, listGuidance } from '#lib/plans/index.server.ts';
import { takeAttachments } from './attachments.server.ts';

/** Topics of the plans in force with the guidance on them, channels, and the units that work today. */
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
    channels: ARTICLE_CHANNELS.map((id) => ({
      value: id,
      label: findChannel(getActKinds(), id)?.name ?? id,
    })),
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

/** What is begun anew, in an address: an article, or the page of a section. */
export const newKind = (section: string | null) =>
  section === null ? 'bai-moi' : `trang-${section}`;

/** Under which name a browser keeps it until it is saved: each person's apart, where several share a machine. */
export const keptName = (actor: Actor, kind: string) => `${kind}-${accountOf(actor) ?? ''}`;

/** Fields that are sent several times. */
const LISTS = ['topics', 'channels', ...ATTACHMENT_FIELDS];

/** The sent article as it stands, for keeping what is being typed. */
export function readTyped(data: FormData) {
  return readForm(data, ArticleForm, LISTS);
}

/** The sent article, or the answer that gives everything typed back. Files that came are taken in first. */
export async function readArticleForm(locals: App.Locals, request: Request) {
  const data = await request.formData();
  const faults = await takeAttachments(locals, data);
  const form = readTyped(data);
  const errors = [...faults, ...(form.ok ? [] : form.errors)];
  if (form.ok && errors.length === 0) {
    return { ok: true as const, value: form.value, values: form.values };
  }
  return { ok: false as const, answer: fail(422, await comeBack(locals, errors, form.values)) };
}

/** Everything typed, with what is known of its files, for the page that comes back. */
export async function comeBack(
  locals: App.Locals,
  errors: readonly FormFault[],
  values: FormValues,
) {
  const titles = [values['attached-title'] ?? []].flat();
  const attached = [values['attached'] ?? []].flat().map((file, index) => ({
    file,
    title: titles[index] ?? '',
  }));
  const files = await locals.read((tx) => showAttachments(tx, attached));
  return { errors: [...errors], values, files };
}
