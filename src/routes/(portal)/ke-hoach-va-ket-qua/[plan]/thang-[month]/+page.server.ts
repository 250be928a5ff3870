// One month of a plan: what was done for which topic, down to each public item.
import { topicViews } from '#lib/portal/index.ts';
import { platformError } from '#lib/platform/index.ts';
import { languageOf } from '#lib/ui/index.ts';
import { isMonthKey } from '#lib/vietnam/index.ts';
import { kindOf } from '../../../shown-acts.server.ts';
import { getCoverageBySlug } from '../plan-coverage.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const language = languageOf(url.pathname);
    const { coverage } = await getCoverageBySlug(tx, params.plan, language);
    const { month } = params;
    if (!isMonthKey(month) || !coverage.months.includes(month)) {
      throw platformError('record.not-found', { what: 'tháng này trong thời gian của kế hoạch' });
    }
    const topics = topicViews(coverage).flatMap(({ topic, place, months }) => {
      const found = months.find((one) => one.month === month);
      if (!found || found.state === 'unset') return [];
      const publicActs = found.publicActs.map((act) => ({ ...act, ...kindOf(act.kind, language) }));
      return [{ label: topic.label, place, ...found, publicActs }];
    });
    const at = coverage.months.indexOf(month);
    return {
      plan: coverage.plan,
      month,
      topics,
      acts: coverage.byMonth.find((count) => count.key === month)?.acts ?? 0,
      previous: coverage.months[at - 1] ?? null,
      next: coverage.months[at + 1] ?? null,
    };
  });
