// Duties in time: how each stands, unit by unit.
import { can, OCCURRENCE_STATES, type OccurrenceState } from '#lib/plans/index.ts';
import { listDutiesInTime, type DutyReading } from '#lib/plans/index.server.ts';
import { chosenDuties } from './chosen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    const all = await listDutiesInTime(tx);
    const { state, unitId, duties } = chosenDuties(all, url.searchParams);
    const counts = Object.fromEntries(OCCURRENCE_STATES.map((one) => [one, count(all, one)]));
    return {
      counts,
      state,
      unitId,
      units: unitsOf(all),
      groups: [...Map.groupBy(duties, ({ about }) => about.unit)].map(([id, list]) => ({
        id,
        name: list[0]?.about.unitName ?? '',
        slug: list[0]?.about.unitSlug ?? '',
        duties: list,
      })),
      unset: all.filter(({ cadence }) => cadence === 'unset').length,
      maySet: can(locals.actor, 'duty.set-cadence', {}),
      today: tx.today,
    };
  });

function count(all: readonly DutyReading[], state: OccurrenceState): number {
  return all.reduce(
    (sum, { occurrences }) => sum + occurrences.filter((one) => one.state === state).length,
    0,
  );
}

function unitsOf(all: readonly DutyReading[]) {
  const units = new Map(all.map(({ about }) => [about.unit, about.unitName]));
  return [...units].map(([value, label]) => ({ value, label }));
}
