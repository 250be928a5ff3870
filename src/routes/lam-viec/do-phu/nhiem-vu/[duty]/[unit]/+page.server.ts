// The occurrences one figure of duties × units counts, each with its why.
import { error } from '@sveltejs/kit';
import { countsFor, DUTY_FIGURES, explainOccurrence } from '#lib/plans/index.ts';
import { getDutyCoverage, listDutiesInTime } from '#lib/plans/index.server.ts';
import { listUnits } from '#lib/platform/index.server.ts';
import { readAsked } from '../../../asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { asOf, ...asked } = await readAsked(tx, url.searchParams);
    const [from, to] = [asked.months[0], asked.months.at(-1)];
    const figure = DUTY_FIGURES.find((one) => one === url.searchParams.get('chi')) ?? 'planned';
    if (!asked.plan || !from || !to) error(404, 'Không có ô này.');
    const cells = await getDutyCoverage(tx, asked.plan.id, { asOf, months: { from, to } });
    const cell = cells.find(({ duty, unit }) => duty === params.duty && unit === params.unit);
    const [duty] = await listDutiesInTime(tx, { dutyId: params.duty, ...(asOf && { asOf }) });
    if (!cell || !duty) {
      error(404, 'Không có kỳ nào của nhiệm vụ này có hạn trong các tháng đang xem.');
    }
    const names = new Map((await listUnits(tx)).map(({ id, name }) => [id, name]));
    const unitName = (id: string) => names.get(id) ?? '';
    return {
      asked,
      figure,
      text: cell.about.text,
      unitName: cell.unitName,
      counts: DUTY_FIGURES.map((one) => ({ figure: one, count: cell.figures[one].length })),
      items: duty.occurrences
        .filter(
          ({ key }) => cell.figures.planned.includes(key) || cell.figures.excused.includes(key),
        )
        .filter((one) => countsFor(figure, one))
        .map((one) => ({
          ...one,
          reasons: one.why.map((reason) => ({
            label: explainOccurrence(reason, unitName).replace(/\.$/u, ''),
            value: reason.events.length > 0 ? `sự kiện số ${reason.events.join(', ')}` : 'kế hoạch',
            href: reason.act ? `/lam-viec/hoat-dong/${reason.act}` : undefined,
          })),
        })),
    };
  });
