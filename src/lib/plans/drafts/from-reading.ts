// Makes the first draft out of what reading understood. Only the keys used here are named; the whole
// shape is docs of `loa plan read` (reading's own types fit this one).
import { collapse } from '#lib/vietnam/index.ts';
import {
  emptyClause,
  type Assignment,
  type Cadence,
  type Channel,
  type Clause,
  type Draft,
  type Span,
} from './draft.ts';
import { shortLabel } from './labels.ts';
import { tidy } from './operations.ts';

export interface ReadClause {
  readonly text: string;
  readonly span: Span;
}

export interface ReadDuty extends ReadClause {
  readonly due: { readonly text: string; readonly date: string | null } | null;
  readonly every: Cadence | null;
  readonly cooperates: readonly string[];
}

/** What reading returns of a plan, as far as a draft needs it. */
export interface ReadPlan {
  readonly period: {
    readonly from: string | null;
    readonly to: string | null;
    readonly text: string | null;
    readonly span?: Span | null;
  } | null;
  readonly purposes: readonly ReadClause[];
  readonly requirements: readonly ReadClause[];
  readonly audience: readonly ReadClause[];
  readonly topics: readonly (ReadClause & { readonly number: string | null })[];
  readonly measures: readonly (ReadClause & {
    readonly number: string | null;
    readonly channels: readonly Channel[];
  })[];
  readonly assignments: readonly {
    readonly number: string | null;
    readonly unit: string;
    readonly lead: boolean;
    readonly span?: Span | null;
    readonly duties: readonly ReadDuty[];
  }[];
}

export interface ReadFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly span: Span | null;
}

/** @param text the document's whole text, which the spans count in */
export function draftFromReading(
  title: string,
  plan: ReadPlan,
  findings: readonly ReadFinding[],
  text: string,
): Draft {
  const simple = (prefix: string, clauses: readonly ReadClause[]) =>
    clauses.map((clause, index) => readClause(`${prefix}${index + 1}`, clause));
  return {
    title: collapse(title),
    period: {
      from: plan.period?.from ?? null,
      to: plan.period?.to ?? null,
      text: plan.period?.text ?? null,
      span: plan.period?.span ?? findSpan(text, plan.period?.text ?? null),
    },
    purposes: simple('p', plan.purposes),
    requirements: simple('r', plan.requirements),
    audience: simple('a', plan.audience),
    topics: plan.topics.map((topic, index) => ({
      ...readClause(`t${index + 1}`, topic),
      number: topic.number,
      label: shortLabel(topic.text),
    })),
    measures: plan.measures.map((measure, index) => ({
      ...readClause(`m${index + 1}`, measure),
      number: measure.number,
      channels: [...measure.channels],
    })),
    assignments: plan.assignments.map((assignment, index) => ({
      key: `u${index + 1}`,
      number: assignment.number,
      unit: collapse(assignment.unit),
      span: assignment.span ?? spanBefore(text, assignment.unit, assignment.duties[0]?.span),
      lead: assignment.lead,
      dropped: false,
      duties: assignment.duties.map((duty, place) => readDuty(`u${index + 1}d${place + 1}`, duty)),
    })) satisfies Assignment[],
    findings: findings.map((finding, index) => ({
      key: `f${index + 1}`,
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      span: finding.span,
      seen: false,
    })),
    nextKey: 1000,
  };
}

function readClause(key: string, clause: ReadClause): Clause {
  return emptyClause(key, tidyRead(clause.text), clause.span);
}

function readDuty(key: string, duty: ReadDuty): Clause {
  return {
    ...readClause(key, duty),
    due: duty.due && { date: duty.due.date, text: collapse(duty.due.text) },
    every: duty.every,
    cooperates: duty.cooperates.map(collapse),
  };
}

/** Wrapped lines of a sentence become one; a line that opens with a dash or letter keeps its place. */
function tidyRead(text: string): string {
  return tidy(text.replace(/\n(?!\s*(?:[-+•*]|[a-zđ]\)|\d+[.)])\s)/gu, ' '));
}

function findSpan(text: string, words: string | null): Span | null {
  const at = words ? text.indexOf(words) : -1;
  return words && at >= 0 ? [at, at + words.length] : null;
}

/** A unit's name stands before its first duty; the nearest mention is the one meant. */
function spanBefore(text: string, unit: string, duty: Span | undefined): Span | null {
  if (!duty) return findSpan(text, unit);
  const at = text.lastIndexOf(unit, duty[0]);
  return at >= 0 ? [at, at + unit.length] : null;
}
