// Door of the reports room: periods, live figures with the acts behind them, formulas, and periodic
// reports made of them. Pure.

export {
  askedPeriod,
  cumulativeSpan,
  nextPeriod,
  periodAround,
  periodInWords,
  spanOf,
  type PeriodKind,
  type ReportPeriod,
} from './period.ts';
export { FigureReference, FILTERS, MEASURES } from './figures/reference.ts';
export {
  resolveFigure,
  type Figure,
  type FigurePart,
  type FigureSource,
} from './figures/resolve.ts';
export { findFigureChange, type FigureChange } from './figures/compare.ts';
export { parseFormula, type FilterNames, type Formula } from './formulas/parse.ts';
export { FILTER_WORDS, MEASURE_WORDS, PERCENT_WORD, SPAN_WORDS } from './formulas/words.ts';
export { evaluateFormula, type FormulaResult } from './formulas/evaluate.ts';
export { reportError } from './errors.ts';
export { canWithReports, reportsPermissions, type ReportSubject } from './permissions.ts';
export {
  ChangePaper,
  EditText,
  FigureName,
  IssueReport,
  NewReport,
  NoteRow,
  OnRevision,
  OverrideFigure,
  PublishReport,
  ReturnReport,
  SignReport,
} from './periodic/change.ts';
export {
  figureBeside,
  notedRowOf,
  openJudgements,
  piecesOf,
  type ReportCell,
  type ReportContent,
  type ReportPart,
  type ReportTable,
} from './periodic/content.ts';
export { figureInWords, shareInWords, type LiveValue } from './periodic/resolve.ts';
export { isBlank } from './periodic/words.ts';
export { cellText, sentence } from './periodic/write.ts';
export {
  DefineForm,
  ROW_WORD,
  writtenForm,
  type QuestionnaireForm,
} from './questionnaires/form.ts';
export { filledText, type FilledCell } from './questionnaires/fill.ts';
