// The coverage matrix of a plan: for its whole year or some months, as of now or an earlier day.
import { can, channelChart, scheduleChart } from '#lib/plans/index.ts';
import { getCoverage } from '#lib/plans/index.server.ts';
import { readAsked } from './asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    const { asOf, ...asked } = await readAsked(tx, url.searchParams);
    const mayPlan = can(locals.actor, 'coverage.schedule', {});
    if (!asked.plan) return { asked, mayPlan, reading: undefined };
    const { acts, ...reading } = await getCoverage(tx, asked.plan.id, { asOf });
    const charts = {
      byChannel: channelChart(acts, asked.months, reading.plan.channels),
      progress: scheduleChart(reading.coverage, asked.months),
    };
    return { asked, mayPlan, reading, charts };
  });
