// Server door of the reports room: periodic reports, from the draft to its approval.

export {
  acceptFigure,
  createReport,
  editText,
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
export {
  approveReport,
  checkReport,
  discardReport,
  handsOf,
  returnReport,
} from './periodic/steps.server.ts';
