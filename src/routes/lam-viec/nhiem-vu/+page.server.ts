// Duties in time: how each stands, unit by unit.
import { can, OCCURRENCE_STATES, type OccurrenceState } from '#lib/plans/index.ts';
import { listDutiesInTime, type DutyReading } from '#lib/plans/index.server.ts';
import { isId } from '#lib/platform/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    const wanted = url.searchParams.get('trang-thai');
    const state = OCCURRENCE_STATES.find((one) => one === wanted);
    const unit = url.searchParams.get('don-vi');
    const unitId = isId(unit ?? undefined) ? unit : null;
    const all = await listDutiesInTime(tx);
    const duties = all
      .filter(({ about }) => unitId === null || about.unit === unitId)
      .map((duty) => ({ ...duty, shown: shownOf(duty, state) }))
      .filter(({ shown }) => shown.length > 0);
    const counts = Object.fromEntries(OCCURRENCE_STATES.map((one) => [one, count(all, one)]));
    return {
      counts,
      state: state ?? null,
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

function shownOf(duty: DutyReading, state: OccurrenceState | undefined) {
  return state ? duty.occurrences.filter((one) => one.state === state) : duty.occurrences;
}

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
