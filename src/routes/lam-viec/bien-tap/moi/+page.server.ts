// A new article.
import { fail, redirect } from '@sveltejs/kit';
import { emptyText, refusalOf } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { requireInNewsroom } from '#lib/newsroom/index.ts';
import { startArticle } from '#lib/newsroom/index.server.ts';
import { editable, readArticleForm, readChoices } from '../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    requireInNewsroom(tx.actor, 'article.write', {});
    return { choices: await readChoices(tx), clientKey: newId(), ...editable(emptyText) };
  });

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const form = await readArticleForm(request);
    if (!form.ok) return form.answer;
    const clientKey = url.searchParams.get('khoa') ?? newId();
    let id = '';
    const refused = await locals
      .write(async (tx) => {
        id = await startArticle(tx, { clientKey, article: form.value.article });
      })
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/bien-tap/${id}?da-luu=1`);
  },
};
