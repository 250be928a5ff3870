// Server door of the reports room: periodic reports, from the draft to its approval.

export {
  acceptFigure,
  changePaper,
  createReport,
  editText,
  noteRow,
  overrideFigure,
  restoreFigure,
} from './periodic/draft.server.ts';
export {
  listReports,
  readReport,
  type ReportReading,
  type ReportRow,
  type ReportStatus,
} from './periodic/read.server.ts';
export { issueReport, recallReport } from './issuing/issue.server.ts';
export {
  findPublicReport,
  listPublicReports,
  publishReport,
  unpublishReport,
  type PublicReport,
} from './issuing/publish.server.ts';
export { addSignedCopy, findSignedFile, listSignedCopies } from './issuing/signed-copy.server.ts';
export {
  approveReport,
  checkReport,
  discardReport,
  handsOf,
  returnReport,
} from './periodic/steps.server.ts';
export {
  defineQuestionnaire,
  readFormulaNames,
  tryQuestionnaire,
} from './questionnaires/define.server.ts';
export {
  findQuestionnaire,
  listQuestionnaires,
  readQuestionnaire,
  tabulateQuestionnaire,
  writeQuestionnaire,
} from './questionnaires/read.server.ts';
export { writeCells } from './questionnaires/write-cells.server.ts';
