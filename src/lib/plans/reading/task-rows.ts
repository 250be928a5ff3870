// Tasks that name who leads, who joins and by when, each on its own: rows of a table or lines under a
// task. Gathered by unit they are the assignments of a plan.
import { flat, sure, type Clause } from '#lib/documents/index.ts';
import type { Assignment, Duty } from './assignments.ts';
import { findCadence, findDueInCell, type PlanTime } from './timing.ts';
import { looksLikeUnit, splitPartners, withoutAsking } from './units.ts';

export interface TaskRow {
  task: Clause;
  lead: Clause;
  partners: Clause | undefined;
  due: Clause | undefined;
  product: Clause | undefined;
}

/** One assignment for each leading unit, in the order in which they are first named. */
export function assignmentsOfRows(
  text: string,
  rows: readonly TaskRow[],
  time: PlanTime | undefined,
): Assignment[] {
  const units = new Map<string, Assignment>();
  for (const row of rows) {
    const name = withoutAsking(row.lead.text).words.replace(/[\s;,.:]+$/, '');
    const key = flat(name);
    const assignment = units.get(key) ?? {
      number: null,
      unit: name,
      unitSpan: placeOf(text, row.lead, name),
      lead: false,
      duties: [],
    };
    assignment.duties.push(dutyOf(text, row, time));
    units.set(key, assignment);
  }
  return [...units.values()];
}

function dutyOf(text: string, row: TaskRow, time: PlanTime | undefined): Duty {
  const { task, partners, due, product } = row;
  return {
    ...task,
    due: due && due.text !== '' ? findDueInCell(text, due.span, time) : null,
    every: (due && findCadence(flat(due.text))) ?? findCadence(flat(task.text)),
    cooperates: partners && looksLikeUnit(partners.text) ? splitPartners(partners.text) : [],
    product: product && product.text !== '' ? product : null,
  };
}

/** Where a name stands in its cell, which may open with "Giao" and end with a mark. */
function placeOf(text: string, cell: Clause, name: string): [number, number] {
  const start = cell.span[0] + withoutAsking(text.slice(...cell.span)).cut;
  const words = name.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(words.join('\\s+'), 'u').exec(text.slice(start, cell.span[1]));
  return found
    ? [start + found.index, start + found.index + sure(found[0]).length]
    : [...cell.span];
}
