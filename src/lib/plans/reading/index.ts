// What the reading of plans shows to the room.

export type { Assignment, Duty } from './assignments.ts';
export { channelsIn, type Channel } from './channels.ts';
export type { Period } from './period.ts';
export { readPlan, type Measure, type Plan, type Topic } from './plan.ts';
export type { Cadence, Due } from './timing.ts';
export { toPlanReading, type PlanReading } from './plan-reading.ts';
export { PLAN_RULES } from './findings.ts';
