// What a page of coverage was asked for: which plan, which of its months, by what was recorded until when.
import type { Tx } from '#lib/platform/index.server.ts';
import { findCurrentPlanId, listPlans } from '#lib/plans/index.server.ts';
import { isMonthKey, monthOf, monthRange, toPlainDate, type MonthKey } from '#lib/vietnam/index.ts';
import { dayAsked, endOfDay } from './as-of.ts';

/** A plan in force to count over; `plan` is undefined while there is none. */
export async function readAsked(tx: Tx, query: URLSearchParams) {
  const plans = (await listPlans(tx)).filter(({ status }) => status === 'confirmed');
  const asked = query.get('ke-hoach');
  const planId = plans.some(({ id }) => id === asked) ? asked : await findCurrentPlanId(tx);
  const plan = plans.find(({ id }) => id === planId);
  const all =
    plan?.from && plan.to
      ? monthRange(monthOf(toPlainDate(plan.from)), monthOf(toPlainDate(plan.to)))
      : [];
  const asOfDay = dayAsked(query, tx.today);
  return {
    plans: plans.map(({ id, title }) => ({ id, title })),
    plan: plan && { id: plan.id, title: plan.title },
    allMonths: all,
    months: monthsAsked(query, all, tx.today),
    asOfDay,
    asOf: endOfDay(asOfDay),
    today: tx.today,
  };
}

/** The months asked for within the plan; a plan of several years opens on this one. */
function monthsAsked(
  query: URLSearchParams,
  months: readonly MonthKey[],
  today: string,
): MonthKey[] {
  const year = months.filter((month) => month.slice(0, 4) === today.slice(0, 4));
  const usual = months.length > 12 && year.length > 0 ? year : months;
  const [first, last] = [usual[0], usual.at(-1)];
  if (!first || !last) return [];
  const pick = (name: string, otherwise: MonthKey) => {
    const given = query.get(name) ?? '';
    return isMonthKey(given) && months.includes(given) ? given : otherwise;
  };
  const from = pick('tu', first);
  const to = pick('den', last);
  return from <= to ? monthRange(from, to) : monthRange(to, from);
}
