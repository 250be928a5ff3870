// Door of the procedures room: what a procedure says, what changed, which version holds. Pure.

export type { ProceduresEvents } from './events.ts';
export { BoardForm } from './boards/board-form.ts';
export { isToPrint, type StaleReason } from './boards/board-state.ts';
export { postingMinutes, postingMinutesUrl } from './boards/minutes.ts';
export { PostingPeriodForm } from './boards/posting-period.ts';
export { showSheetCode } from './boards/sheet-code.ts';
export { CallForm, callKinds, tallyCalls } from './calls/call.ts';
export { isClarityAnswer, unclearParts, type UnclearPart } from './clarity/clarity.ts';
export { findFormOf, formKinds, ProcedureFormFacts, type ProcedureForm } from './forms/form.ts';
export { publicationNames, type Publication } from './deadlines/publication.ts';
export { guideDifferences, guideOn, guideStatusNames } from './guide/guide-editions.ts';
export { emptyGuide, parseQuestions, ProcedureGuide, writeQuestions } from './guide/guide.ts';
export { outcomeNames, type Outcome, type PreviewItem } from './import/preview.ts';
export { namerOf, namesOf, type Named } from './impact/naming.ts';
export { draftNotice } from './impact/notice.ts';
export { plainChanges } from './impact/plain-changes.ts';
export { readImport } from './import/read-import.ts';
export {
  findLifeEvent,
  isOfLifeEvent,
  lifeEvents,
  lifeEventsOf,
  type LifeEvent,
} from './life-events.ts';
export { governmentServiceOf } from './open-data/government-service.ts';
export { linkedDataContext, publicServiceOf } from './open-data/linked-data.ts';
export { can as canWithProcedures, proceduresPermissions } from './permissions.ts';
export { joinProcedureCode, readProcedureCode } from './record/codes.ts';
export type { FieldChange } from './record/difference.ts';
export { toExport } from './record/export-format.ts';
export { viewProcedure, type ProcedureView } from './record/public-view.ts';
export { said, textFields, type ProcedureRecord, type TextField } from './record/record.ts';
export { basisDay, listParts } from './record/written-values.ts';
export { ProcedureIndex } from './search/ranking.ts';
export { formUrl, procedureUrl } from './urls.ts';
export type { ProcedureVersion } from './versions/versions.ts';
