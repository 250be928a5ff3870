// One topic over one channel, month by month: state, why, acts, and for the coordinator the schedule.
import { error, fail, redirect } from '@sveltejs/kit';
import { isId, isLoaError } from '#lib/platform/index.ts';
import { can, cellAt, explainReason, explainState, findChannel } from '#lib/plans/index.ts';
import {
  getActKinds,
  getCoverage,
  getPlanIdOfTopic,
  listActs,
  scheduleCell,
  unscheduleCell,
} from '#lib/plans/index.server.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { dayAsked, endOfDay } from '../../as-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** Acts on one page, over all months of the plan. */
const PAGE = 100;

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const channel = findChannel(getActKinds(), params.channel);
    if (!channel || !isId(params.topic)) error(404, 'Không có ô này trong ma trận.');
    const planId = await getPlanIdOfTopic(tx, params.topic);
    const asOfDay = dayAsked(url.searchParams, tx.today);
    const { plan, coverage } = await getCoverage(tx, planId, { asOf: endOfDay(asOfDay) });
    const topic = plan.topics.find((one) => one.id === params.topic);
    if (!topic) error(404, 'Không có ô này trong ma trận.');
    const cells = coverage.months.map((month) => cellAt(coverage, topic.id, channel.id, month));
    const all = cells.flatMap((cell) => cell.actIds);
    const pages = pageCount(all.length, PAGE);
    const page = Math.min(pageNumber(url), pages);
    const ids = all.slice((page - 1) * PAGE, page * PAGE);
    const { acts } = await listActs(tx, { ids }, { size: PAGE, start: 0 });
    const unitName = (id: string) => plan.units.find((unit) => unit.id === id)?.name ?? 'Đơn vị';
    return {
      plan: { id: plan.id, title: plan.title },
      topic,
      channel,
      table: getActKinds(),
      units: plan.units,
      today: tx.today,
      asOf: formatDate(toPlainDate(asOfDay ?? tx.today)),
      mayPlan: asOfDay === undefined && can(locals.actor, 'coverage.schedule', {}),
      page,
      pages,
      months: cells.map((cell) => ({
        month: cell.month,
        state: cell.state,
        rule: explainState(cell),
        reasons: cell.why.map((reason) => ({
          text: explainReason(reason, unitName),
          act: reason.act,
          events: reason.events,
        })),
        scheduled: cell.scheduledUnits.map((id) => ({ id, name: unitName(id) })),
        total: cell.actIds.length,
        acts: acts.filter((act) => cell.actIds.includes(act.id)),
      })),
    };
  });

export const actions: Actions = {
  dat: async (event) => change(event, scheduleCell),
  bo: async (event) => change(event, unscheduleCell),
};

type Change = typeof scheduleCell;
type ChangeEvent = Parameters<NonNullable<Actions['dat']>>[0];

async function change({ locals, params, request }: ChangeEvent, apply: Change) {
  const data = await request.formData();
  const month = String(data.get('month') ?? '');
  const unitId = String(data.get('unitId') ?? '');
  if (!isId(unitId)) {
    return fail(422, { month, errors: [{ name: 'unitId', message: 'Chọn đơn vị sẽ thực hiện.' }] });
  }
  try {
    await locals.write(async (tx) => {
      const planId = await getPlanIdOfTopic(tx, params.topic);
      await apply(tx, { planId, topicId: params.topic, channel: params.channel, month, unitId });
    });
  } catch (failure) {
    if (!isLoaError(failure) || failure.status === 403) throw failure;
    const message = `${failure.what} ${failure.todo}`;
    return fail(failure.status, { month, errors: [{ name: failure.field ?? '', message }] });
  }
  redirect(303, `/lam-viec/do-phu/${params.topic}/${params.channel}#thang-${month}`);
}
