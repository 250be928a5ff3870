// What `plan read` returns: the document with the plan it is or carries.
import { toReading, type DocumentReading, type FileReading } from '#lib/documents/index.ts';
import { readPlan, type Plan } from './plan.ts';

export interface PlanReading extends DocumentReading {
  /** `null` when the document neither is nor carries a plan. */
  plan: Plan | null;
}

/** Understands a file that was read as a plan. Pure. */
export function toPlanReading(file: FileReading): PlanReading {
  return { ...toReading(file, []), plan: readPlan(file.text, file.read) };
}
