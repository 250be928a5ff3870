// A new article, or with `muc` a new page of the office, begun with the scaffold of its section.
import { fail, redirect } from '@sveltejs/kit';
import { emptyText, parseMarkup, refusalOf } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { requireInNewsroom } from '#lib/newsroom/index.ts';
import { startArticle, writtenSections } from '#lib/newsroom/index.server.ts';
import {
  comeBack,
  editable,
  keptName,
  namesOf,
  newKind,
  readArticleForm,
  readChoices,
} from '../form.server.ts';
import { suggestBack } from '../suggestions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    requireInNewsroom(tx.actor, 'article.write', {});
    const sections = writtenSections();
    const section = sections.find(({ id }) => id === url.searchParams.get('muc'));
    return {
      choices: await readChoices(tx),
      clientKey: newId(),
      keepAs: keptName(tx.actor, newKind(section?.id ?? null)),
      page: section
        ? { id: section.id, name: section.name, about: section.about, sections: namesOf(sections) }
        : null,
      ...editable(section ? parseMarkup(section.start) : emptyText),
    };
  });

export const actions: Actions = {
  'goi-y': ({ locals, request }) => suggestBack(locals, request),
  luu: async ({ locals, request, url }) => {
    const form = await readArticleForm(locals, request);
    if (!form.ok) return form.answer;
    const clientKey = url.searchParams.get('khoa') ?? newId();
    const section = url.searchParams.get('muc');
    let id = '';
    const refused = await locals
      .write(async (tx) => {
        const kind = section === null ? 'article' : 'page';
        id = await startArticle(tx, { clientKey, article: form.value.article, kind });
      })
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, await comeBack(locals, refused.errors, form.values));
    }
    // Only what was saved may be forgotten.
    const saved = new URLSearchParams({ 'da-luu': '1', tu: newKind(section) });
    redirect(303, `/lam-viec/bien-tap/${id}?${saved}`);
  },
};
