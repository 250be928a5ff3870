// The coverage matrix of a plan: for its whole year or some months, as of now or an earlier day.
import { isMonthKey, monthRange, type MonthKey } from '#lib/vietnam/index.ts';
import { can } from '#lib/plans/index.ts';
import { findCurrentPlanId, getCoverage, listPlans } from '#lib/plans/index.server.ts';
import { dayAsked, endOfDay } from './as-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    const plans = (await listPlans(tx)).filter((plan) => plan.status === 'confirmed');
    const asked = url.searchParams.get('ke-hoach');
    const planId = plans.some((plan) => plan.id === asked) ? asked : await findCurrentPlanId(tx);
    const none: MonthKey[] = [];
    const common = {
      plans: plans.map(({ id, title }) => ({ id, title })),
      today: tx.today,
      mayPlan: can(locals.actor, 'coverage.schedule', {}),
    };
    if (!planId) return { ...common, reading: undefined, months: none, asOfDay: undefined };
    const asOfDay = dayAsked(url.searchParams, tx.today);
    const { acts: _acts, ...reading } = await getCoverage(tx, planId, { asOf: endOfDay(asOfDay) });
    const months = rangeOf(url.searchParams, reading.coverage.months, tx.today);
    return { ...common, reading, asOfDay, months };
  });

/** The months asked for within the plan; a plan of several years opens on this one. */
function rangeOf(query: URLSearchParams, months: readonly MonthKey[], today: string): MonthKey[] {
  const year = months.filter((month) => month.slice(0, 4) === today.slice(0, 4));
  const usual = months.length > 12 && year.length > 0 ? year : months;
  const first = usual[0] ?? ('' as MonthKey);
  const last = usual.at(-1) ?? first;
  const pick = (name: string, otherwise: MonthKey) => {
    const given = query.get(name) ?? '';
    return isMonthKey(given) && months.includes(given) ? given : otherwise;
  };
  const from = pick('tu', first);
  const to = pick('den', last);
  return from <= to ? monthRange(from, to) : monthRange(to, from);
}
