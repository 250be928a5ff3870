// Next year's plan begun from this one: what carries over, what is still undone, and where a year moved.
import { currentDraft, nextDraft, unfinishedOf } from '#lib/plans/index.ts';
import { getDraft, getPlanWithDuties, listDutiesInTime } from '#lib/plans/index.server.ts';
import { redirect } from '@sveltejs/kit';
import { yearOf } from './year.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  locals.read(async (tx) => {
    const stored = await getDraft(tx, params.id);
    if (stored.status !== 'confirmed') redirect(303, `/lam-viec/ke-hoach/${params.id}/doc`);
    const plan = await getPlanWithDuties(tx, params.id);
    const year = yearOf(plan, tx.today);
    const { draft, moved } = nextDraft(currentDraft(stored.history, stored.text), year);
    const unfinished = unfinishedOf(await listDutiesInTime(tx, { planId: params.id }));
    return {
      plan: { id: plan.id, title: plan.title },
      year: year + 1,
      title: draft.title,
      topics: draft.topics.map(({ key, text, label }) => ({ key, text: label ?? text })),
      measures: draft.measures.map(({ key, text }) => ({ key, text })),
      units: draft.assignments.map(({ key, unit, duties }) => ({
        key,
        unit,
        duties: duties.length,
      })),
      moved,
      unfinished: unfinished.map(({ id, unitName, text, occurrences }) => ({
        id,
        unitName,
        text,
        count: occurrences.length,
      })),
    };
  });
