// Looks over what is being typed: what to put right, and what plans suggest. Called by the page's script.
import { json } from '@sveltejs/kit';
import { isId } from '#lib/platform/index.ts';
import { lookOver, type LookedOver } from '#lib/newsroom/index.server.ts';
import { readTyped } from '../form.server.ts';
import type { RequestHandler } from './$types';

const NOTHING: LookedOver = { faults: [], topics: [], channels: [] };

export const POST: RequestHandler = async ({ locals, request, url }) => {
  const form = readTyped(await request.formData());
  // Before there is a title, there is nothing to look over.
  if (!form.ok) return json(NOTHING);
  const edition = url.searchParams.get('ban') ?? '';
  const writing = {
    editionId: isId(edition) ? edition : undefined,
    kind: url.searchParams.has('muc') ? ('page' as const) : ('article' as const),
  };
  const looked = await locals.read((tx) => lookOver(tx, form.value.article, writing));
  return json(looked);
};
