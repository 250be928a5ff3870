// The room's catalogue of events: every kind it writes and what its data carries. Ids, codes, days and
// digests only (ruling 11): folds read nothing else.
import type { PlainDate } from '#lib/vietnam/index.ts';
import type { Quantities, QuantityName } from './acts/kinds.ts';
import type { Cadence } from './drafts/draft.ts';

/** An act as it stands after `act.recorded` or `act.corrected`; subject is the act. */
export interface ActData {
  readonly version: number;
  readonly kind: string;
  readonly channel: string;
  /** The day it was done; repeats the event's own day so that a correction can move it. */
  readonly day: string;
  readonly unit: string;
  readonly topics: readonly string[];
  readonly duties: readonly string[];
  readonly quantities: Quantities;
  readonly audience: readonly string[];
  readonly village: string | null;
  readonly public: boolean;
  /** SHA-256 of the stored words, so that they can be held against the chain. */
  readonly digest: string;
}

/** `act.withdrawn`; the reason stays in the act's row. */
export interface ActWithdrawnData {
  readonly version: number;
}

/** `evidence.added`; subject is the act. */
export interface EvidenceAddedData {
  readonly evidence: string;
  readonly kind: string;
  /** Of the file, or of the address for a link. */
  readonly sha256: string;
  readonly public: boolean;
}

/** `evidence.snapshot-kept`; subject is the act. */
export interface SnapshotKeptData {
  readonly evidence: string;
  /** Of the page's bytes as its server sent them. */
  readonly sha256: string;
}

/** `evidence.removed`; subject is the act. */
export interface EvidenceRemovedData {
  readonly evidence: string;
}

/** `effect.noted`: a sign that an act told people something; subject is the act. */
export interface EffectNotedData {
  readonly effect: string;
  readonly kind: string;
  readonly amount: number | null;
}

/** `effect.withdrawn`: a sign that was noted wrongly; subject is the act. */
export interface EffectWithdrawnData {
  readonly effect: string;
}

/** `arrival.came`: something done elsewhere in Loa; the act it became at once, where it did. */
export interface ArrivalData {
  readonly source: 'article' | 'document' | 'posting' | 'consultation' | 'consultation-result';
  readonly of: string;
  readonly act: string | null;
}

/** `coverage.scheduled` and `coverage.unscheduled`; subject is the plan. */
export interface ScheduleData {
  readonly topic: string;
  readonly channel: string;
  /** YYYY-MM */
  readonly month: string;
  readonly unit: string;
}

/** `coverage.silence-set`; subject is the topic, or the commune for its default. */
export interface SilenceData {
  /** `null` lets a topic follow the commune again. */
  readonly days: number | null;
}

/** `period.closed`; subject is the closing. */
export interface PeriodClosedData {
  /** `2023-05`, `2023-q2`, `2023-h1` or `2023`. */
  readonly key: string;
  /** The last event the figures rest on. */
  readonly lastSeq: number;
  /** Version of the counting rules. */
  readonly rule: number;
  /** SHA-256 of the stored figures as canonical JSON. */
  readonly digest: string;
}

/** `period.reopened`; subject is the closing, the reason stays in its row. */
export interface PeriodReopenedData {
  readonly key: string;
}

/** `plan.received`: taken in as a draft; subject is the plan. */
export interface PlanReceivedData {
  readonly document: string;
  /** SHA-256 of the document's text. */
  readonly digest: string;
  readonly topics: number;
  readonly measures: number;
  readonly units: number;
  readonly duties: number;
}

/** `plan.corrected`: recorded with the confirmation when a person changed what reading understood. */
export interface PlanCorrectedData {
  readonly operations: number;
  /** SHA-256 of the operations as JSON. */
  readonly digest: string;
}

/** `plan.confirmed`: in force from now on. */
export interface PlanConfirmedData {
  readonly from: string;
  readonly to: string;
  readonly topics: readonly string[];
  readonly measures: readonly string[];
  readonly duties: readonly { readonly id: string; readonly unit: string }[];
  /** SHA-256 of the confirmed draft as JSON. */
  readonly digest: string;
}

/** `plan.published`: how many places the privacy guard found, and whether they were masked. */
export interface PlanPublishedData {
  readonly found: number;
  readonly masked: boolean;
}

/** `duty.*`: what the coordinator set for a duty; subject is the duty. */
export interface DutyDecisionData {
  /** A rhythm from a day on; `every: null` takes it away, so that the whole period counts. */
  readonly 'cadence-set': {
    readonly decision: string;
    readonly from: PlainDate;
    readonly every: Exclude<Cadence, 'often'> | null;
  };
  /** How much each occurrence is to reach; `null` takes the target back. */
  readonly 'target-set': {
    readonly decision: string;
    readonly quantity: QuantityName;
    readonly amount: number | null;
  };
  /** A unit gave way to another from a day on: what it still owed is the other's. */
  readonly passed: { readonly unit: string; readonly to: string; readonly from: PlainDate };
  /** Nothing is asked for after its last day: an amendment, or its plan closed or was replaced. */
  readonly ended: {
    readonly lastDay: PlainDate;
    readonly because: 'amended' | 'closed' | 'replaced';
  };
  /** A new duty took over an unfinished one of an earlier plan. */
  readonly carried: { readonly from: string; readonly plan: string; readonly unit: string };
}

/** `plan.amended`: which amendment, from when, what kinds of change to which topics and duties. */
export interface PlanAmendedData {
  readonly amendment: string;
  readonly number: number;
  readonly from: string;
  readonly changes: readonly { readonly kind: string; readonly id: string }[];
}

/** `plan.closed`: the last day it ran, and the plan that took its place. */
export interface PlanClosedData {
  readonly lastDay: string;
  readonly replacedBy: string | null;
}

/** `occurrence.*`: what became of one dated occurrence; subject is the duty. */
export interface OccurrenceDecisionData {
  readonly decision: string;
  /** Its key within the duty. */
  readonly occurrence: string;
  /** `occurrence.moved` */
  readonly due?: PlainDate;
  /** `occurrence.handed-over` */
  readonly unit?: string;
  /** `occurrence.tied`, `occurrence.untied` */
  readonly act?: string;
}

/** `commendation.recorded`; no name and no word of what it says. */
export interface CommendationData {
  readonly kind: 'praise' | 'shortcoming';
  readonly about: 'collective' | 'person';
  readonly form: string | null;
  readonly unit: string | null;
}

/** `dispatch.sent`; subject is the dispatch. Recipients are ids of units and villages. */
export interface DispatchSentData {
  readonly kind: string;
  readonly number: number;
  readonly recipients: readonly string[];
  readonly within: number;
  /** SHA-256 of title and body. */
  readonly digest: string;
}

/** `dispatch.read`: who confirmed and how; by code, through which link of which head. */
export interface DispatchReadData {
  readonly recipient: string;
  readonly revision: number;
  readonly how: 'desk' | 'code';
  readonly head?: string;
  readonly link?: string;
}

/** `urging.recorded`; how many overdue occurrences it named. */
export interface UrgingData {
  readonly kind: 'urge' | 'inspection';
  readonly unit: string;
  readonly occurrences: number;
}

/** `week-sheet.made`: for which unit or village, the Monday of its week, and who is to confirm. */
export interface WeekSheetData {
  readonly place: string;
  readonly week: PlainDate;
  readonly lines: number;
  readonly head: string | null;
}

/** `occurrence.reported`: a head said by sheet and PIN that it was done; subject is the duty. */
export interface OccurrenceReportData {
  readonly occurrence: string;
  readonly sheet: string;
  readonly head: string;
  readonly how: 'code';
}

/** `reminder.made`: one message for a unit; steps as `before-3`, `after-1`. */
export interface ReminderMadeData {
  readonly unit: string;
  /** The message it went out as; `null` where it shows in the desk alone. */
  readonly mail: string | null;
  readonly items: readonly {
    readonly duty: string;
    readonly occurrence: string;
    readonly step: string;
  }[];
}

export interface PlanEvents {
  'urging.recorded': UrgingData;
  'urging.answered': Record<string, never>;
  'plan.received': PlanReceivedData;
  'plan.corrected': PlanCorrectedData;
  'plan.confirmed': PlanConfirmedData;
  'plan.published': PlanPublishedData;
  'plan.withdrawn': Record<string, never>;
  'plan.discarded': Record<string, never>;
  'plan.amended': PlanAmendedData;
  'plan.closed': PlanClosedData;
  'unit.created': Record<string, never>;
  'act.recorded': ActData;
  'act.corrected': ActData;
  'act.withdrawn': ActWithdrawnData;
  'evidence.added': EvidenceAddedData;
  'evidence.removed': EvidenceRemovedData;
  'effect.noted': EffectNotedData;
  'effect.withdrawn': EffectWithdrawnData;
  'arrival.came': ArrivalData;
  /** A person said what it serves. */
  'arrival.settled': { readonly act: string };
  /** Not counted: a person said so. */
  'arrival.set-aside': Record<string, never>;
  /** Taken off for an error where it was made. */
  'arrival.ended': Record<string, never>;
  'coverage.scheduled': ScheduleData;
  'coverage.unscheduled': ScheduleData;
  'coverage.silence-set': SilenceData;
  'duty.cadence-set': DutyDecisionData['cadence-set'];
  'duty.target-set': DutyDecisionData['target-set'];
  'duty.passed': DutyDecisionData['passed'];
  'duty.ended': DutyDecisionData['ended'];
  'duty.carried': DutyDecisionData['carried'];
  'occurrence.moved': OccurrenceDecisionData;
  'occurrence.excused': OccurrenceDecisionData;
  'occurrence.handed-over': OccurrenceDecisionData;
  'occurrence.reinstated': OccurrenceDecisionData;
  'occurrence.tied': OccurrenceDecisionData;
  'occurrence.untied': OccurrenceDecisionData;
  'dispatch.sent': DispatchSentData;
  'dispatch.revised': { readonly revision: number; readonly digest: string };
  'dispatch.recalled': Record<string, never>;
  'dispatch.read': DispatchReadData;
  'reading-link.made': {
    readonly link: string;
    readonly head: string;
    readonly recipient: string;
    readonly revision: number;
  };
  'reading-link.revoked': { readonly recipient: string };
  'head.added': { readonly of: string };
  'head.ended': Record<string, never>;
  'head.pin-issued': Record<string, never>;
  'commendation.recorded': CommendationData;
  'commendation.corrected': Omit<CommendationData, 'about'> & { readonly version: number };
  'commendation.remedied': Record<string, never>;
  'commendation.published': { readonly masked: boolean };
  'commendation.unpublished': Record<string, never>;
  'commendation.withdrawn': Record<string, never>;
  'commendation.name-erased': Record<string, never>;
  'week-sheet.made': WeekSheetData;
  'occurrence.reported': OccurrenceReportData;
  'reminder.set': { readonly before: readonly number[]; readonly after: readonly number[] };
  'reminder.made': ReminderMadeData;
  'period.closed': PeriodClosedData;
  'period.reopened': PeriodReopenedData;
}

export const ACT_EVENTS = [
  'act.recorded',
  'act.corrected',
  'act.withdrawn',
  'evidence.added',
  'evidence.removed',
] as const satisfies readonly (keyof PlanEvents)[];

/** What signs of effect are folded from. */
export const EFFECT_EVENTS = [
  'effect.noted',
  'effect.withdrawn',
] as const satisfies readonly (keyof PlanEvents)[];

/** What the coordinator decides about coverage. */
export const COVERAGE_DECISIONS = [
  'coverage.scheduled',
  'coverage.unscheduled',
  'coverage.silence-set',
] as const satisfies readonly (keyof PlanEvents)[];

/** What the coverage matrix is folded from. */
export const COVERAGE_EVENTS = [...ACT_EVENTS, ...COVERAGE_DECISIONS] as const;
