// Duties of a plan that nobody is given: the rows and lines where who does it was left out.
import type { Clause } from '#lib/documents/index.ts';
import { dutiesWithoutUnit } from './assignments.ts';
import { assignmentSections, type PlanPart } from './plan.ts';
import { linesWithoutUnit } from './task-lines.ts';
import { tasksWithoutUnit } from './task-tables.ts';

/**
 * In the section of units, items that are deeds; in tables, rows with a blank where others have a unit;
 * under tasks, lines that say by when but not by whom while others do. In the order of the text.
 */
export function unassignedDuties(text: string, plan: PlanPart): Clause[] {
  const tables = [plan.part, ...plan.appendices].flatMap((part) => part.tables);
  const found = [
    ...assignmentSections(plan).flatMap((section) => dutiesWithoutUnit(text, section)),
    ...tables.flatMap(tasksWithoutUnit),
    ...linesWithoutUnit(text, plan.part.inner.nodes),
  ].sort((a, b) => a.span[0] - b.span[0]);
  return found.filter((clause, at) => clause.span[0] !== found[at - 1]?.span[0]);
}
