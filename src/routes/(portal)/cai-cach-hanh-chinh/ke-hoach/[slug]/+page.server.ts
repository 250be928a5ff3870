// A published plan as a page: the document in its own layout, and the way to what became of it.
import { documentBlocks } from '#lib/portal/index.ts';
import { platformError } from '#lib/platform/index.ts';
import {
  findPlanChanges,
  findPlanWithdrawal,
  findPublishedOriginal,
  findPublishedPlan,
} from '#lib/plans/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { error } from '@sveltejs/kit';
import { publicChanges } from './public-changes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const plan = await findPublishedPlan(tx, params.slug);
    if (!plan) {
      const day = await findPlanWithdrawal(tx, params.slug);
      if (!day) throw platformError('record.not-found', { what: 'kế hoạch này' });
      error(410, `Kế hoạch này đã được gỡ khỏi trang ngày ${formatDate(toPlainDate(day))}.`, {
        todo: 'Xem các kế hoạch đang thực hiện ở mục Kế hoạch và kết quả, hoặc hỏi Ủy ban nhân dân.',
      });
    }
    const { reading, ...about } = plan;
    const original = await findPublishedOriginal(tx, params.slug);
    return {
      plan: about,
      changes: publicChanges(await findPlanChanges(tx, plan.id)),
      document: reading.document,
      blocks: documentBlocks(reading),
      original: original ? { name: original.name, size: original.size } : null,
    };
  });
