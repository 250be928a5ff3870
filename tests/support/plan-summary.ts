// What two readings of one plan must agree on, whatever the format: texts, counts, units, dates.
import type { FileReading } from '#lib/documents/index.ts';
import { readPlan } from '#lib/plans/index.ts';

/** A plan without the places of its clauses, which differ with the lay-out. */
export function readPlanFor({ text, read }: FileReading) {
  const plan = readPlan(text, read);
  if (!plan) throw new Error('not understood as a plan');
  const { document, references } = read;
  return {
    document: { ...document, basis: document.basis.map(wordsOf) },
    references: references.map(({ code, date, issuer }) => ({ code, date, issuer })),
    period: plan.period && [plan.period.from, plan.period.to],
    purposes: plan.purposes.map(wordsOf),
    requirements: plan.requirements.map(wordsOf),
    audience: plan.audience.map(wordsOf),
    topics: plan.topics.map(({ number, text: words }) => `${number}. ${words}`),
    measures: plan.measures.map(({ number, channels, text: words }) => ({
      number,
      channels,
      words,
    })),
    assignments: plan.assignments.map(({ unit, lead, duties }) => ({
      unit,
      lead,
      duties: duties.map(wordsOf),
    })),
  };
}

function wordsOf(clause: { text: string }): string {
  return clause.text;
}
