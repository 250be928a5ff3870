// Door of the onestop room: how cases are handled, as the office declares it month by month. Pure.

export type { CaseFiguresData, OnestopEvents } from './events.ts';
export {
  findMonth,
  foldFigures,
  percentOf,
  type CaseBox,
  type FigureVersion,
  type MonthFigures,
} from './figures.ts';
export { figuresCsv } from './figures-table.ts';
export { form06Document, form06Table, type CasePeriod } from './form-06.ts';
export { monthsTable } from './months-table.ts';
export { caseBoxWords, monthWords, percentWords, type CaseBoxWords } from './figures-words.ts';
export { FigureDeclaration } from './figure-declaration.ts';
export { can as canInOnestop, onestopPermissions } from './permissions.ts';
