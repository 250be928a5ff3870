// Makes the first draft out of what reading understood. The types name only what is used of a
// reading; reading's own fit them.
import type { Recognition, Reference } from '#lib/documents/index.ts';
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
export interface PlanForDraft {
  readonly period: {
    readonly from: string | null;
    readonly to: string | null;
    readonly text: string;
    readonly span: Span;
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
    readonly unitSpan: Span;
    readonly lead: boolean;
    readonly duties: readonly ReadDuty[];
  }[];
}

export interface ReadFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly span: Span | null;
}

/** What reading a file returns, as far as taking a plan in needs it; kept whole as JSON. */
export interface ReadingForDraft {
  readonly text: string;
  readonly source: {
    readonly file: string;
    readonly format: string;
    /** How the letters of a scan were found. */
    readonly recognition?: Recognition | null;
  };
  readonly document: {
    readonly type: string | null;
    readonly typeName: string | null;
    readonly number: string | null;
    readonly symbol: string | null;
    readonly code: string | null;
    readonly agency: string | null;
    readonly place: string | null;
    readonly date: string | null;
    readonly title: string | null;
    /** What the document rests on; readings of earlier versions lack it. */
    readonly basis?: readonly ReadClause[];
  };
  readonly findings: readonly ReadFinding[];
  /** `null` when the document is no plan. */
  readonly plan: PlanForDraft | null;
  /** Documents it cites; readings of tests may leave them out. */
  readonly references?: readonly Reference[];
}

/** @param text the document's whole text, which the spans count in */
export function draftFromReading(
  title: string,
  plan: PlanForDraft,
  findings: readonly ReadFinding[],
  text: string,
): Draft {
  const simple = (prefix: string, clauses: readonly ReadClause[]) =>
    clauses.map((clause, index) => readClause(`${prefix}${index + 1}`, clause, text));
  return {
    title: collapse(title),
    period: {
      from: plan.period?.from ?? null,
      to: plan.period?.to ?? null,
      text: plan.period?.text ?? null,
      span: plan.period?.span ?? null,
    },
    purposes: simple('p', plan.purposes),
    requirements: simple('r', plan.requirements),
    audience: simple('a', plan.audience),
    topics: plan.topics.map((topic, index) => ({
      ...readClause(`t${index + 1}`, topic, text),
      number: topic.number,
      label: shortLabel(topic.text),
    })),
    measures: plan.measures.map((measure, index) => ({
      ...readClause(`m${index + 1}`, measure, text),
      number: measure.number,
      channels: [...measure.channels],
    })),
    assignments: plan.assignments.map((assignment, index) => ({
      key: `u${index + 1}`,
      number: assignment.number,
      unit: collapse(assignment.unit),
      span: assignment.unitSpan,
      lead: assignment.lead,
      dropped: false,
      duties: assignment.duties.map((duty, place) =>
        readDuty(`u${index + 1}d${place + 1}`, duty, text),
      ),
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

/** The words as they stand in the document, where dashes and letters still have lines of their own. */
function readClause(key: string, clause: ReadClause, text: string): Clause {
  const sentence = text.slice(...clause.span);
  const same = collapse(sentence) === collapse(clause.text);
  return emptyClause(key, tidyRead(same ? sentence : clause.text), clause.span);
}

function readDuty(key: string, duty: ReadDuty, text: string): Clause {
  return {
    ...readClause(key, duty, text),
    due: duty.due && { date: duty.due.date, text: collapse(duty.due.text) },
    every: duty.every,
    cooperates: duty.cooperates.map(collapse),
  };
}

/** Wrapped lines of a sentence become one; a line that opens with a dash or letter keeps its place. */
function tidyRead(text: string): string {
  return tidy(text.replace(/\n(?!\s*(?:[-+•*]|[a-zđ]\)|\d+[.)])\s)/gu, ' '));
}
