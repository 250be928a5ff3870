// The duties that the address asks for: of a unit, in a state.
import { OCCURRENCE_STATES, type OccurrenceState } from '#lib/plans/index.ts';
import type { DutyReading } from '#lib/plans/index.server.ts';
import { isId } from '#lib/platform/index.ts';

/** `shown` are a duty's occurrences in the state asked for; a duty without any is left out. */
export function chosenDuties(all: readonly DutyReading[], query: URLSearchParams) {
  const wanted = query.get('trang-thai');
  const state = OCCURRENCE_STATES.find((one) => one === wanted);
  const unit = query.get('don-vi');
  const unitId = isId(unit ?? undefined) ? unit : null;
  const duties = all
    .filter(({ about }) => unitId === null || about.unit === unitId)
    .map((duty) => ({ ...duty, occurrences: shownOf(duty, state) }))
    .filter(({ occurrences }) => occurrences.length > 0);
  return { state: state ?? null, unitId, duties };
}

function shownOf(duty: DutyReading, state: OccurrenceState | undefined) {
  return state ? duty.occurrences.filter((one) => one.state === state) : duty.occurrences;
}
