// After signing in again: what was sent too late, to be sent on or dropped.
import { redirect } from '@sveltejs/kit';
import { isId } from '#lib/platform/index.ts';
import { dropSubmission, listSubmissions } from '#lib/platform/index.server.ts';
import { formatInstant } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';
import { wantedPath } from '../next-step.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { actor } = locals;
  if (actor.kind !== 'person') {
    const query = new URLSearchParams({ tiep: url.pathname + url.search });
    redirect(303, `/dang-nhap?${query}`);
  }
  const waiting = await locals.read((tx) => listSubmissions(tx, actor.accountId));
  if (waiting.length === 0) redirect(303, wantedPath(url));
  return {
    wanted: wantedPath(url),
    submissions: waiting.map(({ id, path, createdAt }) => ({
      id,
      page: path.split('?', 1)[0] ?? path,
      at: formatInstant(createdAt),
      action: withParameter(path, '__tiep', id),
    })),
  };
};

export const actions: Actions = {
  bo: async ({ locals, request, url }) => {
    const { actor, commune } = locals;
    if (actor.kind !== 'person') redirect(303, '/dang-nhap');
    const id = String((await request.formData()).get('id') ?? '');
    if (isId(id)) await dropSubmission(commune.id, actor.accountId, id);
    redirect(303, `/dang-nhap/gui-tiep?${new URLSearchParams({ tiep: wantedPath(url) })}`);
  },
};

/** The action's name must stay as it is (`?/luu`), so the parameter is put behind it by hand. */
function withParameter(path: string, name: string, value: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`;
}
