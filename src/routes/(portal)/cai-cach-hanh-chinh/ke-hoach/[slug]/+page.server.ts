// A published plan as a page: the document in its own layout, and the way to what became of it.
import { documentBlocks } from '#lib/portal/index.ts';
import { platformError } from '#lib/platform/index.ts';
import { findPublishedOriginal, findPublishedPlan } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const plan = await findPublishedPlan(tx, params.slug);
    if (!plan) throw platformError('record.not-found', { what: 'kế hoạch này' });
    const { reading, ...about } = plan;
    const original = await findPublishedOriginal(tx, params.slug);
    return {
      plan: about,
      document: reading.document,
      blocks: documentBlocks(reading),
      original: original ? { name: original.name, size: original.size } : null,
    };
  });
