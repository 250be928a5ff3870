// Door of the plans room. Pure; everything here may run in a browser.

export {
  channelsIn,
  readPlan,
  toPlanReading,
  type Assignment,
  type Cadence,
  type Channel,
  type Due,
  type Duty,
  type Measure,
  type Period,
  type Plan,
  type PlanReading,
  type Topic,
} from './reading/index.ts';
