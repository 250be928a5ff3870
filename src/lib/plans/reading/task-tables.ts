// A plan's table of who does what: one row a task, with columns for who leads, who joins and by when.
import { flat, type Clause, type DocumentTable } from '#lib/documents/index.ts';
import type { TaskRow } from './task-rows.ts';

interface Columns {
  task: number;
  lead: number;
  partners: number;
  due: number;
  product: number;
}

const ROLES: readonly [keyof Columns, RegExp][] = [
  ['partners', /phoi hop/],
  [
    'lead',
    /chu tri|(?:don vi|co quan|bo phan|nguoi) (?:thuc hien|tham muu|chiu)|phu trach|phan cong|trach nhiem|^(?:don vi|co quan|bo phan)$/,
  ],
  ['due', /thoi gian|thoi han|tien do|hoan thanh|thoi diem/],
  ['product', /san pham|ket qua|dau ra/],
  ['task', /noi dung|nhiem vu|cong viec|hoat dong|ten |chi tieu|viec /],
];

/** The tasks of a table; none where it isn't about who does what. */
export function tasksOfTable(table: DocumentTable): TaskRow[] {
  return sortRows(table).tasks;
}

/** The tasks of such a table that no unit is named for. */
export function tasksWithoutUnit(table: DocumentTable): Clause[] {
  const { tasks, unassigned } = sortRows(table);
  // A table that names nobody at all is a form, or its columns came apart.
  return tasks.length > 0 ? unassigned : [];
}

function sortRows(table: DocumentTable): { tasks: TaskRow[]; unassigned: Clause[] } {
  const columns = columnsOf(table.columns);
  const tasks: TaskRow[] = [];
  const unassigned: Clause[] = [];
  if (!columns) return { tasks, unassigned };
  // A cell merged over several rows stands in the first of them only; a group's own row ends it.
  let above: Clause | undefined;
  for (const row of table.rows) {
    if (isGroup(row)) {
      above = undefined;
      continue;
    }
    const task = row[columns.task];
    if (!task || task.text === '') continue;
    const own = row[columns.lead];
    const lead = own && own.text !== '' ? own : above;
    if (!lead || !/\p{L}{2}/u.test(lead.text)) {
      if (/\p{L}{2}.*\s\p{L}/u.test(task.text)) unassigned.push(task);
      continue;
    }
    above = lead;
    tasks.push({
      task,
      lead,
      partners: row[columns.partners],
      due: row[columns.due],
      product: row[columns.product],
    });
  }
  return { tasks, unassigned };
}

function columnsOf(names: readonly string[] | null): Columns | undefined {
  if (!names) return undefined;
  const columns: Columns = { task: -1, lead: -1, partners: -1, due: -1, product: -1 };
  names.forEach((name, at) => {
    const plain = flat(name).replace(/\s+/g, ' ').trim();
    const role = ROLES.find(([, pattern]) => pattern.test(plain))?.[0];
    if (role && columns[role] < 0) columns[role] = at;
  });
  return columns.task >= 0 && columns.lead >= 0 ? columns : undefined;
}

/** "I. Công tác tuyên truyền" over the rows that follow: nothing but a name stands in it. */
function isGroup(row: readonly Clause[]): boolean {
  return row.slice(2).every(({ text }) => text === '');
}
