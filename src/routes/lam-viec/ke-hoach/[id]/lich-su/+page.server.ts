// A plan as it stood on a day, and what amended it, before and after.
import { heldOn, topicWordsOn } from '#lib/plans/index.ts';
import { findPlanChanges, getPlanWithDuties, listAmendments } from '#lib/plans/index.server.ts';
import { listUnits } from '#lib/platform/index.server.ts';
import { isPlainDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const plan = await getPlanWithDuties(tx, params.id);
    const amendments = await listAmendments(tx, params.id);
    const asked = url.searchParams.get('ngay') ?? '';
    const day = isPlainDate(asked) ? asked : toPlainDate(tx.today);
    return {
      plan: { id: plan.id, title: plan.title, from: plan.from, to: plan.to },
      changes: await findPlanChanges(tx, params.id),
      amendments,
      day,
      units: (await listUnits(tx)).map(({ id, name }) => ({ value: id, label: name })),
      topics: plan.topics
        .filter((topic) => heldOn(topic, day))
        .map((topic) => ({ id: topic.id, ...topicWordsOn(topic, amendments, day) })),
      groups: plan.units
        .map((unit) => ({
          id: unit.id,
          name: unit.unitName,
          duties: unit.duties
            .filter((duty) => heldOn(duty, day))
            .map(({ id, text }) => ({ id, text })),
        }))
        .filter(({ duties }) => duties.length > 0),
    };
  });
