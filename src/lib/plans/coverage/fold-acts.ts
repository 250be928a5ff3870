// Acts as they stand at an instant, folded from their events: corrections applied, withdrawn ones gone,
// evidence gathered. Coverage, counts, silence and completeness all start from here.
import type { EventBody } from '#lib/platform/index.ts';
import type { MonthKey, PlainDate } from '#lib/vietnam/index.ts';
import { monthOf, toPlainDate } from '#lib/vietnam/index.ts';
import type { Quantities } from '../acts/kinds.ts';
import type { ActData, EvidenceAddedData, EvidenceRemovedData } from '../events.ts';

/** What a fold reads of an event. */
export type FoldEvent = Pick<EventBody, 'seq' | 'at' | 'kind' | 'subject' | 'data'>;

export interface EvidenceState {
  readonly id: string;
  readonly kind: string;
  readonly sha256: string;
  readonly public: boolean;
}

export interface ActState {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly channel: string;
  readonly day: PlainDate;
  readonly month: MonthKey;
  readonly unit: string;
  readonly topics: readonly string[];
  readonly duties: readonly string[];
  readonly quantities: Quantities;
  readonly audience: readonly string[];
  readonly village: string | null;
  readonly public: boolean;
  readonly evidence: readonly EvidenceState[];
  /** When it was first recorded, ISO UTC. */
  readonly recordedAt: string;
  /** Events this state rests on: recording or last correction, then evidence. */
  readonly events: readonly number[];
}

/** Events recorded by `asOf`, in the order they were recorded. */
export function recordedBy(events: readonly FoldEvent[], asOf: string | null): FoldEvent[] {
  const known = asOf === null ? [...events] : events.filter((event) => event.at <= asOf);
  return known.sort((left, right) => left.seq - right.seq);
}

/** Acts that stand, ordered by day and id. Recomputing gives the same bytes. */
export function foldActs(events: readonly FoldEvent[], asOf: string | null): readonly ActState[] {
  return advanceActs(NO_ACTS, recordedBy(events, asOf)).acts;
}

/** Acts as they stand at one place of the chain. */
export interface StandingActs {
  readonly byId: ReadonlyMap<string, ActState>;
  /** Ordered by day and id. */
  readonly acts: readonly ActState[];
}

export const NO_ACTS: StandingActs = { byId: new Map(), acts: [] };

/** The acts that stand after these events too, which come in the chain's order. */
export function advanceActs(standing: StandingActs, events: readonly FoldEvent[]): StandingActs {
  const byId = new Map(standing.byId);
  const touched = new Set<string>();
  for (const event of events) {
    const { id } = event.subject;
    const before = byId.get(id);
    const after = step(before, event);
    if (after === before) continue;
    touched.add(id);
    if (after) byId.set(id, after);
    else byId.delete(id);
  }
  const changed = [...touched].flatMap((id) => byId.get(id) ?? []).sort(byDayThenId);
  const same = standing.acts.filter((act) => !touched.has(act.id));
  return { byId, acts: merged(same, changed) };
}

/** Two ordered lists as one: of many years' acts only those touched are put in order. */
function merged(left: readonly ActState[], right: readonly ActState[]): ActState[] {
  const acts: ActState[] = [];
  let next = 0;
  for (const act of left) {
    for (let other = right[next]; other && byDayThenId(other, act) < 0; other = right[next]) {
      acts.push(other);
      next += 1;
    }
    acts.push(act);
  }
  return [...acts, ...right.slice(next)];
}

function step(act: ActState | undefined, event: FoldEvent): ActState | undefined {
  switch (event.kind) {
    case 'act.recorded':
      return fromData(event, event.at, []);
    case 'act.corrected':
      return act && { ...fromData(event, act.recordedAt, act.evidence) };
    case 'act.withdrawn':
      return undefined;
    case 'evidence.added':
      return act && withEvidence(act, event);
    case 'evidence.removed':
      return act && withoutEvidence(act, event);
    default:
      return act;
  }
}

function fromData(
  event: FoldEvent,
  recordedAt: string,
  evidence: readonly EvidenceState[],
): ActState {
  const data = event.data as unknown as ActData;
  const day = toPlainDate(data.day);
  return {
    id: event.subject.id,
    version: data.version,
    kind: data.kind,
    channel: data.channel,
    day,
    month: monthOf(day),
    unit: data.unit,
    topics: [...data.topics].sort(),
    duties: [...data.duties].sort(),
    quantities: data.quantities,
    audience: data.audience,
    village: data.village,
    public: data.public,
    evidence,
    recordedAt,
    events: [event.seq],
  };
}

function withEvidence(act: ActState, event: FoldEvent): ActState {
  const data = event.data as unknown as EvidenceAddedData;
  const added = {
    id: data.evidence,
    kind: data.kind,
    sha256: data.sha256,
    public: data.public,
  };
  const evidence = [...act.evidence.filter((one) => one.id !== added.id), added];
  evidence.sort((left, right) => compare(left.id, right.id));
  return { ...act, evidence, events: [...act.events, event.seq] };
}

function withoutEvidence(act: ActState, event: FoldEvent): ActState {
  const data = event.data as unknown as EvidenceRemovedData;
  const evidence = act.evidence.filter((one) => one.id !== data.evidence);
  return { ...act, evidence, events: [...act.events, event.seq] };
}

function byDayThenId(left: ActState, right: ActState): number {
  return compare(left.day, right.day) || compare(left.id, right.id);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
