// Server door of the plans room.

// Plans from a document to duties in force.
export { confirmPlan, listOpenUnits, type ConfirmInput } from './drafts/confirm.server.ts';
export { correctPlan, type CorrectInput, type CorrectResult } from './drafts/correct.server.ts';
export { discardPlan } from './drafts/discard.server.ts';
export {
  getPlanWithDuties,
  listDutiesOfUnit,
  listPlans,
  type CitedText,
  type PlanDuty,
  type PlanMeasure,
  type PlanSummary,
  type PlanTopic,
  type PlanUnit,
  type PlanWithDuties,
} from './drafts/list.server.ts';
export {
  findPublishedPlan,
  listPublishedPlans,
  type PublishedPlan,
  type PublishedPlanWithReading,
} from './drafts/public.server.ts';
export {
  findPersonalInPlan,
  publishPlan,
  type PrivacyChoice,
  type PublishInput,
} from './drafts/publish.server.ts';
export { getDraft, type StoredDraft } from './drafts/read.server.ts';
export {
  acceptances,
  receivePlan,
  type Acceptance,
  type ReceiveInput,
} from './drafts/receive.server.ts';

// Acts of publicity and their coverage.

export { getActKinds } from './acts/kinds.server.ts';
export { addEvidence, removeEvidence } from './acts/evidence.server.ts';
export { correctAct, recordAct, withdrawAct, type RecordedAct } from './acts/record-act.server.ts';
export { scheduleCell, setSilenceDays, unscheduleCell } from './coverage/schedule.server.ts';
