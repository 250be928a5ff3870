// After how many days without an act a topic is called silent: for all topics, and for each.
import { fail, redirect } from '@sveltejs/kit';
import { isLoaError } from '#lib/platform/index.ts';
import { requireCan } from '#lib/plans/index.ts';
import { findCurrentPlanId, getCoverage, setSilenceDays } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    requireCan(locals.actor, 'coverage.set-silence', {});
    const planId = url.searchParams.get('ke-hoach') ?? (await findCurrentPlanId(tx));
    if (!planId) return { plan: undefined, topics: [], silenceDays: 0 };
    const { plan, silenceDays } = await getCoverage(tx, planId);
    return { plan: { id: plan.id, title: plan.title }, topics: plan.topics, silenceDays };
  });

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const data = await request.formData();
    const errors: { name: string; message: string }[] = [];
    const wanted = new Map<string, number | null>();
    for (const [name, value] of data) {
      const text = String(value).trim();
      const days = text === '' ? null : Number(text);
      const good = days === null ? name !== 'chung' : Number.isInteger(days) && inRange(days);
      if (good) wanted.set(name, days);
      else errors.push({ name, message: 'Ghi số ngày từ 1 đến 366.' });
    }
    const values = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
    if (errors.length > 0) return fail(422, { errors, values });
    try {
      await locals.write(async (tx) => {
        const planId = url.searchParams.get('ke-hoach') ?? (await findCurrentPlanId(tx)) ?? '';
        const { plan, silenceDays } = await getCoverage(tx, planId);
        const common = wanted.get('chung');
        if (common !== undefined && common !== silenceDays) {
          await setSilenceDays(tx, { topicId: null, days: common });
        }
        for (const topic of plan.topics) {
          const days = wanted.get(topic.id);
          if (days === undefined || days === topic.silenceDays) continue;
          await setSilenceDays(tx, { topicId: topic.id, days });
        }
      });
    } catch (failure) {
      if (!isLoaError(failure) || failure.status === 403) throw failure;
      const message = `${failure.what} ${failure.todo}`;
      return fail(failure.status, { errors: [{ name: 'chung', message }], values });
    }
    redirect(303, `/lam-viec/do-phu${url.search}`);
  },
};

function inRange(days: number): boolean {
  return days >= 1 && days <= 366;
}
