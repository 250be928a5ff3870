// Server door of the procedures room.

import './boards/acts.server.ts';

export {
  endBoard,
  findSheet,
  getBoard,
  listBoards,
  openBoard,
  postSheet,
  printAllSheets,
  printSheets,
  removeSheet,
  unpostSheet,
  type BoardView,
} from './boards/boards.server.ts';
export { readHotlineUses } from './boards/hotline-uses.server.ts';
export { listPublicBoards, type PublicBoard } from './boards/public-boards.server.ts';
export { dropPostingPeriod, setPostingPeriod } from './boards/posting-periods.server.ts';
export { listPostingDays, readPostingDay } from './boards/posting-days.server.ts';
export { printSheetsPdf, readSheetsData, type SheetsData } from './boards/sheets-pdf.server.ts';
export { readLawfulDays, readPublications } from './deadlines/publication.server.ts';
export {
  listOnEndedBases,
  readBases,
  readPublicBases,
  type PublicBasis,
} from './bases/bases.server.ts';
export { listCalls, logCall, settleCall } from './calls/calls.server.ts';
export { countAnswer, readClarity } from './clarity/clarity.server.ts';
export { addForm, findFormFile, removeForm } from './forms/forms.server.ts';
export {
  approveGuide,
  forceGuide,
  returnGuide,
  submitGuide,
  type WrittenGuide,
} from './guide/guide.server.ts';
export { listGuideEditions, listWaitingGuides } from './guide/read-guides.server.ts';
export { readImpact, type TouchedProcedure } from './impact/impact.server.ts';
export { readTraces } from './impact/traces.server.ts';
export { applyChange, undoChange } from './import/apply.server.ts';
export { listChanges, type ProcedureChange } from './import/changes.server.ts';
export {
  discardChange,
  previewChange,
  receiveProcedures,
  type ChangePreview,
  type ImportSource,
} from './import/receive.server.ts';
export { searchProcedures } from './search/search.server.ts';
export {
  getProcedure,
  listProcedures,
  readWholeRegister,
  type PublicProcedure,
} from './versions/register.server.ts';
