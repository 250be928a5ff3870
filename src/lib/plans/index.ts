// Door of the plans room. Pure; everything here may run in a browser.

export {
  channelsIn,
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
export { currentDraft, take, type History, type Step } from './drafts/history.ts';
export { LABEL_LENGTH, shortLabel } from './drafts/labels.ts';
export { applyOperation, type Operation } from './drafts/operations.ts';
export { parseSteps } from './drafts/steps.ts';
export { findUnit } from './drafts/unit-names.ts';
export { can, plansPermissions, requireCan, type PlansSubject } from './permissions.ts';
