// Door of the plans room. Pure; everything here may run in a browser.

export {
  channelsIn,
  PLAN_RULES,
  readPlan,
  toPlanReading,
  type Assignment,
  type Cadence,
  type Channel,
  type Due,
  type Duty,
  type Measure,
  type Period,
  type Plan,
  type PlanReading,
  type Topic,
} from './reading/index.ts';
export { checkDraft, countDraft, countsInWords, type Problem } from './drafts/check.ts';
export {
  findClause,
  findList,
  isSection,
  listsOf,
  sections,
  type Assignment as DraftUnit,
  type Clause as DraftClause,
  type Draft,
  type DraftFinding,
  type ListName,
  type Section,
  type Span,
} from './drafts/draft.ts';
export { draftError } from './drafts/errors.ts';
export { currentDraft, take, takeAll, type History, type Step } from './drafts/history.ts';
export { LABEL_LENGTH, shortLabel } from './drafts/labels.ts';
export { applyOperation, type Operation } from './drafts/operations.ts';
export { compareDrafts, type Difference } from './drafts/compare.ts';
export { firstCut, sentenceCuts, wordCuts } from './drafts/cut-points.ts';
export { stepsFromForm } from './drafts/form-steps.ts';
export {
  cadenceChoices,
  cadenceInWords,
  cadenceValue,
  planTimeInWords,
  sectionNames,
} from './drafts/words.ts';
export { findForeignIssuer } from './drafts/ownership.ts';
export { findUnit } from './drafts/unit-names.ts';
export { can, plansPermissions, requireCan, type PlansSubject } from './permissions.ts';

// Acts of publicity and their coverage.
export {
  countedQuantities,
  findChannel,
  findKind,
  QUANTITIES,
  quantitiesOf,
  type ActKinds,
  type ChannelEntry,
  type KindEntry,
  type Quantities,
  type QuantityName,
  type QuantityRule,
} from './acts/kinds.ts';
export {
  AMOUNT_LIMIT,
  AddEvidence,
  CorrectAct,
  EvidenceInput,
  MAX_EVIDENCE,
  RecordAct,
  RemoveEvidence,
  ReuseEvidence,
  WithdrawAct,
} from './acts/record-act.ts';
export { deskActUrl, deskFileUrl, publicActUrl, publicPlanUrl } from './acts/urls.ts';
export { findTotal, foldCounts, GROUPINGS, type Count, type Grouping } from './coverage/counts.ts';
export { foldActs, type ActState, type FoldEvent } from './coverage/fold-acts.ts';
export {
  CELL_STATES,
  cellAt,
  foldCoverage,
  type CellState,
  type Coverage,
  type CoverageCell,
} from './coverage/fold-coverage.ts';
export { DEFAULT_SILENCE_DAYS, type AsOf, type PlanFrame } from './coverage/frame.ts';
export { type CellRule, type Reason } from './coverage/reason.ts';
export {
  foldChannelGaps,
  foldSilence,
  type ChannelGap,
  type SilenceRule,
  type SilentTopic,
} from './coverage/silence.ts';
export { ACT_EVENTS, COVERAGE_EVENTS, type ActData, type PlanEvents } from './events.ts';
export { actError } from './acts/errors.ts';
export { coverageError } from './coverage/errors.ts';
export {
  EVIDENCE_NAMES,
  eventInWords,
  grouped,
  quantitiesInWords,
  sumsInWords,
} from './acts/words.ts';
export {
  CELL_STATE_NAMES,
  explainLimit,
  explainReason,
  explainSilence,
  explainState,
} from './coverage/explain.ts';
export {
  AnswerUrging,
  CancelUrgingNumber,
  NumberUrging,
  RecordUrging,
  URGING_KINDS,
  urgingDraft,
  type UrgingKind,
} from './urging/urging.ts';
export { foldWeek, weekOf, type UnitWeek, type Week, type WeekView } from './occurrences/week.ts';
export { SetReminders } from './reminders/reminders.ts';
export { AmendPlan, CarryOver, ClosePlan } from './amendments/amend.ts';
export {
  CHANGE_NAMES,
  heldOn,
  topicWordsOn,
  type DutyWords,
  type PlanChange,
  type TopicWords,
} from './amendments/changes.ts';
export { countsFor, DUTY_FIGURES, type DutyFigure } from './coverage/fold-duties.ts';
export { type VillageCell, type VillageGap } from './coverage/fold-villages.ts';
export { channelChart, OTHER_CHANNELS, promiseChart, scheduleChart } from './coverage/charts.ts';
export { foldRange, mostUrgent, rangeKey, type RangeCell } from './coverage/range.ts';
export { WithdrawPlan } from './drafts/withdraw-plan.ts';
export {
  ExcuseOccurrence,
  HandOverOccurrence,
  MoveOccurrence,
  ReinstateOccurrence,
  SetCadence,
  SetTarget,
  TieAct,
} from './occurrences/decisions.ts';
export {
  daysLeft,
  DECISION_EVENTS,
  foldOccurrences,
  OCCURRENCE_STATES,
  type Occurrence,
  type OccurrenceState,
  type Target,
} from './occurrences/fold-occurrences.ts';
export {
  decisionInWords,
  explainOccurrence,
  OCCURRENCE_STATE_NAMES,
  occurrenceName,
  rhythmInWords,
  timeLeft,
} from './occurrences/words.ts';
export { sumQuantities } from './coverage/counts.ts';
export { TARGET_NAMES } from './occurrences/words.ts';
export {
  RecordCommendation,
  RemedyShortcoming,
  WithdrawCommendation,
} from './commendations/commendation.ts';
export {
  AddHead,
  DISPATCH_KINDS,
  type DispatchKind,
  RecallDispatch,
  ReviseDispatch,
  SendDispatch,
} from './dispatches/dispatch.ts';
export { keptEveryDay, latestFirst, standingOfUnits } from './overview/overview.ts';
export { onlyUnitOf, SetArrivalAside, SettleArrival } from './arrivals/arrivals.ts';
export { cluesInWords } from './arrivals/words.ts';
export { photoDay, type PhotoDay } from './acts/photo-day.ts';
export { areTwins, likeness } from './acts/twin.ts';
export { ADJUSTMENT_NAMES, type Adjustment } from './coverage/adjustments.ts';
export { findPeriod, periodInWords, periodsOfYear, type WorkPeriod } from './coverage/period.ts';
export { type PeriodFigures } from './coverage/period-figures.ts';
// Plans written in Loa.
export {
  AddBasis,
  AddClause,
  BeginPlan,
  ComposedPaper,
  DropClause,
  EditClause,
  IssueComposition,
  NameComposition,
  OnComposition,
  ReturnComposition,
  SettleBasis,
  SettleMoved,
  SettleOwed,
  SettleUnit,
} from './composing/change.ts';
export { openPoints, type Composition } from './composing/composition.ts';
export {
  EFFECT_KINDS,
  effectInWords,
  NoteEffect,
  WithdrawEffect,
  type EffectKind,
} from './effects/effect.ts';
// As documents.
export { assignmentNotice } from './outputs/assignment-notice.ts';
export { MEETING_KINDS, meetingInvitation, meetingMinutes } from './outputs/meeting-papers.ts';
export { moveYear, nextDraft, unfinishedOf } from './outputs/next-plan.ts';
export { planDocument } from './outputs/plan-document.ts';

// As tables for sheets.
export { actsTable } from './tables/acts-table.ts';
export { coverageTable } from './tables/coverage-table.ts';
export { dutiesTable } from './tables/duties-table.ts';
