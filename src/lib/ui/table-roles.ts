/**
 * Roles of a table's parts, said aloud where a phone draws rows as blocks: some browsers forget
 * that a table is one when its parts are no longer laid out as such.
 */
export const ROLES = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  column: 'columnheader',
  heading: 'rowheader',
  cell: 'cell',
} as const;
