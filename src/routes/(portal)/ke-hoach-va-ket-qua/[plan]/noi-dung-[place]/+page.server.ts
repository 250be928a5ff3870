// One topic of a plan: its words, its months, and every public item that served it.
import { topicViews } from '#lib/portal/index.ts';
import { platformError } from '#lib/platform/index.ts';
import { languageOf } from '#lib/ui/index.ts';
import { kindOf } from '../../../shown-acts.server.ts';
import { getCoverageBySlug } from '../plan-coverage.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const language = languageOf(url.pathname);
    const { coverage } = await getCoverageBySlug(tx, params.plan, language);
    const views = topicViews(coverage);
    const view = views.find((one) => String(one.place) === params.place);
    if (!view) throw platformError('record.not-found', { what: 'nội dung này trong kế hoạch' });
    const neighbour = (place: number) => {
      const other = views.find((one) => one.place === place);
      return other ? { place: other.place, label: other.topic.label } : null;
    };
    return {
      plan: coverage.plan,
      today: coverage.today,
      view: {
        ...view,
        months: view.months.map((month) => ({
          ...month,
          publicActs: month.publicActs.map((act) => ({ ...act, ...kindOf(act.kind, language) })),
        })),
      },
      previous: neighbour(view.place - 1),
      next: neighbour(view.place + 1),
    };
  });
