// Door of the reports room: periods, live figures with the acts behind them, and formulas. Pure.

export {
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
export { evaluateFormula, type FormulaResult } from './formulas/evaluate.ts';
export { reportError } from './errors.ts';
