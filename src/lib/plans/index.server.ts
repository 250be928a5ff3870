// Server door of the plans room.

// Plans from a document to duties in force.
export { confirmPlan, listOpenUnits, type ConfirmInput } from './drafts/confirm.server.ts';
export { correctPlan, type CorrectInput, type CorrectResult } from './drafts/correct.server.ts';
export { discardPlan } from './drafts/discard.server.ts';
export { enterPlansIntoRegister, plansOutsideRegister } from './drafts/enter-register.server.ts';
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
  findPublishedOriginal,
  findPublishedPlan,
  listPublicDuties,
  listPublishedPlans,
  type PublicDuty,
  type PublishedPlan,
  type PublishedPlanWithReading,
} from './drafts/public.server.ts';
export {
  findPersonalInPlan,
  publishPlan,
  type PrivacyChoice,
  type PublishInput,
} from './drafts/publish.server.ts';
export { beginNextPlan, findComposition } from './composing/begin.server.ts';
export { issueComposition, recallComposition, type IssuedPlan } from './composing/issue.server.ts';
export {
  handsOfComposition,
  listCompositions,
  readComposition,
  type CompositionRow,
} from './composing/read.server.ts';
export {
  approveComposition,
  discardComposition,
  returnComposition,
} from './composing/steps.server.ts';
export {
  changePlanPaper,
  confirmBasis,
  confirmMoved,
  confirmUnit,
  decideOwed,
  insertClause,
  leaveOut,
  nameNextPlan,
  writeBasis,
  writeClause,
} from './composing/write.server.ts';
export { findPlanWithdrawal, withdrawPlan } from './drafts/withdraw.server.ts';
export { getDraft, type StoredDraft } from './drafts/read.server.ts';
export {
  acceptances,
  receivePlan,
  type Acceptance,
  type ReceiveInput,
} from './drafts/receive.server.ts';
export { takeInFile, takeInHeld, takeInText, type Incoming } from './drafts/intake.server.ts';
export { parseSteps } from './drafts/steps.ts';

// Acts of publicity and their coverage.

export { readActWords } from './acts/act-words.server.ts';
export { getActKinds } from './acts/kinds.server.ts';
export { addEvidence, removeEvidence } from './acts/evidence.server.ts';
export {
  listReusableEvidence,
  listSharedUses,
  reuseEvidence,
  type ReusableEvidence,
} from './acts/reuse-evidence.server.ts';
export { retryLinkSnapshot } from './acts/link-snapshot.server.ts';
export { correctAct, recordAct, withdrawAct, type RecordedAct } from './acts/record-act.server.ts';
export { scheduleCell, setSilenceDays, unscheduleCell } from './coverage/schedule.server.ts';
export {
  findEvidenceFile,
  findPublicEvidence,
  findPublicEvidenceFile,
} from './acts/evidence-file.server.ts';
export {
  findPublicAct,
  isWithdrawnAct,
  getAct,
  getActStory,
  type ActStory,
  type ActView,
  type EvidenceView,
} from './acts/get-act.server.ts';
export {
  listActs,
  listPublicActs,
  type ActFilter,
  type ActList,
  type ActSummary,
} from './acts/list-acts.server.ts';
export {
  getUnitPage,
  listUnitProgress,
  type UnitDuty,
  type UnitPage,
  type UnitSummary,
} from './acts/unit-page.server.ts';
export {
  getCoverage,
  getPublicCoverage,
  type CoverageReading,
  type PublicAct,
  type PublicCell,
  type PublicCoverage,
} from './coverage/read-coverage.server.ts';
export {
  getDutyCoverage,
  getVillageCoverage,
  type NamedDutyCell,
  type VillageCoverage,
} from './coverage/read-matrices.server.ts';
export { listPlanClues, type PlanClues } from './coverage/plan-clues.server.ts';
export {
  findCurrentPlanId,
  getPlanIdOfTopic,
  type NamedPlan,
  type NamedTopic,
  type NamedUnit,
} from './coverage/read-frame.server.ts';
export { reportingSubject } from './acts/reporting.server.ts';
export { getEntryForm, suggestDuty, type EntryForm } from './acts/entry-form.server.ts';

// Acts that come from other rooms by themselves.

import './arrivals/consultations.server.ts';
import './arrivals/documents.server.ts';

export {
  countArrivals,
  findArrivalOf,
  getArrival,
  listArrivals,
  type WaitingArrival,
} from './arrivals/list.server.ts';
export { setArrivalAside, settleArrival } from './arrivals/settle.server.ts';
export { endArrival, takeArrival } from './arrivals/take.server.ts';

// Signs of effect.

export {
  listActPages,
  listActsForEffects,
  listEffects,
  listEffectsAt,
  noteEffect,
  withdrawEffect,
  type NotedEffect,
} from './effects/effects.server.ts';

// Duties in time.

export {
  excuseOccurrence,
  handOverOccurrence,
  listDecisions,
  moveOccurrence,
  reinstateOccurrence,
  setCadence,
  setTarget,
  tieAct,
  type StoredDecision,
} from './occurrences/decide.server.ts';
export {
  dutyCalendar,
  getDutyInTime,
  listDutiesInTime,
  listDutiesOfAll,
  listOccurrences,
  type DutyReading,
  type NamedDuty,
  type NamedOccurrence,
  type OccurrenceFilter,
} from './occurrences/read-occurrences.server.ts';
// Plans that change while they run.

export { amendPlan, previewAmendment } from './amendments/amend.server.ts';
export { closePlan } from './amendments/close-plan.server.ts';
export { carryOver, listUnfinished, type Unfinished } from './amendments/carry-over.server.ts';
export {
  findPlanChanges,
  listAmendments,
  type Amendment,
  type PlanChanges,
} from './amendments/read-amendments.server.ts';
import './occurrences/pass-duties.server.ts';

export { getOverview } from './overview/overview.server.ts';

// Urging and inspection.

export {
  answerUrging,
  getUrging,
  getUrgingLetter,
  listUrgings,
  recordUrging,
} from './urging/urging.server.ts';
export { cancelUrgingNumber, numberUrging } from './urging/number.server.ts';

// Sheets of a week.

export { confirmSheetLine, openWeekSheet } from './sheets/confirm.server.ts';
export { printWeekSheets, readWeekSheets } from './sheets/print.server.ts';
export { listOccurrenceReports, makeWeekSheets } from './sheets/sheets.server.ts';

// Reminders.

export {
  listRemindedDays,
  listReminders,
  readReminderSetting,
  readReminderWays,
  setReminders,
} from './reminders/reminders.server.ts';

// Commendations and shortcomings.

export { getCommendationForms } from './commendations/forms.server.ts';
export {
  getCommendation,
  listCommendations,
  listPublicCommendations,
} from './commendations/list.server.ts';
export { publishCommendation, unpublishCommendation } from './commendations/publish.server.ts';
export {
  correctCommendation,
  eraseCommendedName,
  recordCommendation,
  remedyShortcoming,
  withdrawCommendation,
} from './commendations/record.server.ts';
export { NAME_JOB } from './commendations/upkeep.server.ts';

// Sent, read, confirmed.

export {
  confirmAtDesk,
  confirmByCode,
  makeReadingLink,
  openReadingLink,
  revokeReadingLinks,
} from './dispatches/confirm.server.ts';
export {
  endDutyCalendar,
  getCalendarPage,
  makeDutyCalendar,
  readDutyCalendar,
} from './calendars/duty-calendars.server.ts';
export { checkHeadPin, requireHeadForLink } from './dispatches/head-pin.server.ts';
export { listVillageHeads } from './dispatches/village-heads.server.ts';
export { addHead, endHead, issuePin, listHeads, makePin } from './dispatches/heads.server.ts';
export { getDispatch, listDispatches, listPlaces, listUnread } from './dispatches/list.server.ts';
export { listGuidance, type Guidance } from './dispatches/guidance.server.ts';
export { recallDispatch, reviseDispatch, sendDispatch } from './dispatches/send.server.ts';
export {
  closePeriod,
  findClosedPeriod,
  listClosedPeriods,
  readPeriod,
  reopenPeriod,
  type ClosedPeriod,
  type PeriodReading,
} from './coverage/close-period.server.ts';
export { readPlanHistory, type PlanHistory } from './coverage/read-history.server.ts';
