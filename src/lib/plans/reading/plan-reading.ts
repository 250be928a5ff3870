// What `plan read` returns: the document with the plan it is or carries.
import {
  checkDocument,
  toReading,
  type DocumentReading,
  type FileReading,
} from '#lib/documents/index.ts';
import { checkPlan } from './findings.ts';
import { findPlanPart, readPlan, type Plan } from './plan.ts';

export interface PlanReading extends DocumentReading {
  /** `null` when the document neither is nor carries a plan. */
  plan: Plan | null;
}

/** Understands a file that was read as a plan. Pure. */
export function toPlanReading(file: FileReading): PlanReading {
  const place = findPlanPart(file.read);
  const plan = readPlan(file.text, file.read);
  const ofPlan = place && plan ? checkPlan(file.text, plan, place) : [];
  const findings = [...checkDocument(file), ...ofPlan].sort((a, b) => a.span[0] - b.span[0]);
  return { ...toReading(file, findings), plan };
}
