// Duties × units: what came due, what was done, proven, and is overdue.
import { getDutyCoverage } from '#lib/plans/index.server.ts';
import { readAsked } from '../asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    const { asOf, ...asked } = await readAsked(tx, url.searchParams);
    const [from, to] = [asked.months[0], asked.months.at(-1)];
    if (!asked.plan || !from || !to) return { asked, groups: [] };
    const cells = await getDutyCoverage(tx, asked.plan.id, { asOf, months: { from, to } });
    return {
      asked,
      groups: [...Map.groupBy(cells, ({ unit }) => unit)].map(([id, own]) => ({
        id,
        name: own[0]?.unitName ?? '',
        cells: own.map(({ duty, about, figures, handedOver }) => ({
          duty,
          text: about.text,
          from: handedOver ? about.unitName : null,
          figures: Object.fromEntries(
            Object.entries(figures).map(([figure, keys]) => [figure, keys.length]),
          ),
        })),
      })),
    };
  });
