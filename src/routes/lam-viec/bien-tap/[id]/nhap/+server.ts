// Keeps what is being typed, and says who else has the article open. Called by the page's script.
import { json } from '@sveltejs/kit';
import { keepArticleDraft, openArticle } from '#lib/newsroom/index.server.ts';
import { readTyped } from '../../form.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const form = readTyped(await request.formData());
  const others = await locals.write(async (tx) => {
    // An article without a title yet can't be kept as one; the browser's own copy has it.
    if (form.ok) {
      const { base, article } = form.value;
      await keepArticleDraft(tx, params.id, { base, article });
    }
    return openArticle(tx, params.id);
  });
  return json({ kept: form.ok, others });
};
