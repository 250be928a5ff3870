// What is due when: duties with a day, and what the schedule of publicity sets for each month.
import {
  getPublicCoverage,
  listPublicDuties,
  listPublishedPlans,
} from '#lib/plans/index.server.ts';
import { calendarFile, topicViews, type DueEntry } from '#lib/portal/index.ts';
import { siteOf } from '#lib/portal/index.server.ts';
import { monthEnd } from '#lib/vietnam/index.ts';
import { planResultUrl, topicUrl } from '#lib/portal/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const site = siteOf(locals.commune);
  const { entries, stamp } = await locals.read(async (tx) => {
    const duties = await listPublicDuties(tx);
    const found: DueEntry[] = duties.flatMap(({ id, dueOn, unitName, text, planSlug }) =>
      dueOn === null
        ? []
        : [
            {
              uid: `${id}@loa`,
              day: dueOn,
              title: `Đến hạn: ${unitName}`,
              text,
              url: url.origin + planResultUrl(planSlug),
            },
          ],
    );
    for (const plan of await listPublishedPlans(tx)) {
      const coverage = await getPublicCoverage(tx, plan.id);
      if (!coverage) continue;
      for (const { topic, place, months } of topicViews(coverage)) {
        for (const { month, planned } of months) {
          if (planned.length === 0) continue;
          found.push({
            uid: `${topic.id}-${month}@loa`,
            day: monthEnd(month),
            title: `Hết tháng: ${topic.label}`,
            text: `Đã đặt lịch qua: ${planned.join(', ')}`,
            url: url.origin + topicUrl(plan.slug, place),
          });
        }
      }
    }
    return { entries: found, stamp: tx.now };
  });
  const name = `${site.name}: lịch tuyên truyền${site.demoDay ? ' (dữ liệu minh họa)' : ''}`;
  return new Response(calendarFile(name, entries, stamp), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
};
