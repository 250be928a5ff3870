// A paper with an article is scanned: does it still hold, and where does the newest stand.
import { platformError } from '#lib/platform/index.ts';
import { findPaper } from '#lib/newsroom/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const number = /^[1-9]\d{0,4}$/.test(params.number) ? Number(params.number) : 0;
  const paper = await locals.read((tx) => findPaper(tx, params.slug, number));
  if (!paper) throw platformError('record.not-found', { what: 'tờ in này' });
  return { paper };
};
