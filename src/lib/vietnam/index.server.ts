// Server door of the vietnam room: only what must read the data files.

export {
  loadShippedCalendar,
  parseCalendarYear,
  readCalendarYears,
} from './working-days/calendar-files.server.ts';
export {
  loadShippedHours,
  readOfficeHours,
  type DatedHours,
} from './working-days/hours-file.server.ts';
