// Understands a plan: period, purposes, requirements, audience, topics, measures, assignments, budget.
import {
  clauseAt,
  flat,
  isBullet,
  type Clause,
  type OutlineNode,
  type ReadDocument,
  type Reference,
} from '#lib/documents/index.ts';
import { assignmentsIn, type Assignment } from './assignments.ts';
import { channelsIn, type Channel } from './channels.ts';
import { periodIn, periodInTitle, type Period } from './period.ts';
import { openingRole, rolesOf, type Role } from './roles.ts';
import { looksLikeUnit } from './units.ts';
import { tasksByLines } from './task-lines.ts';
import { assignmentsOfRows } from './task-rows.ts';
import { tasksOfTable } from './task-tables.ts';
import type { PlanTime } from './timing.ts';

export interface Topic extends Clause {
  /** As written; `null` for a bullet. */
  number: string | null;
  references: Reference[];
}

export interface Measure extends Clause {
  number: string | null;
  channels: Channel[];
}

export interface Plan {
  /** `attachments[0]` where a decision carries the plan; `null` where the document is the plan. */
  from: string | null;
  period: Period | null;
  purposes: Clause[];
  requirements: Clause[];
  audience: Clause[];
  topics: Topic[];
  measures: Measure[];
  assignments: Assignment[];
  budget: Clause | null;
}

/** The plan that a document is or carries; `null` when it is none. */
export function readPlan(text: string, document: ReadDocument): Plan | null {
  const part = findPlanPart(document);
  return part && understand(text, part, document.document.date);
}

/** Which part of a document is the plan, and the appendices that follow it. */
export interface PlanPart {
  part: ReadDocument;
  appendices: readonly ReadDocument[];
  from: string | null;
}

/** The plan inside a document, not yet understood; `null` when there is none. */
export function findPlanPart(document: ReadDocument): PlanPart | null {
  const { attachments } = document;
  if (isPlan(document)) return { part: document, appendices: attachments, from: null };
  for (const [index, part] of attachments.entries()) {
    const appendices = attachments.slice(index + 1);
    if (isPlan(part)) return { part, appendices, from: `attachments[${index}]` };
  }
  return null;
}

/** The sections of a plan about who does what. */
export function assignmentSections({ part }: PlanPart): OutlineNode[] {
  return gather(part.inner.nodes).assignment;
}

/** A document called a plan, or one without a type whose sections are those of a plan. */
function isPlan(document: ReadDocument): boolean {
  const { type } = document.document;
  const roles = new Set(
    document.inner.nodes.flatMap((node) => rolesOf(node.heading?.text ?? null)),
  );
  if (type === 'KH') return roles.size > 0;
  if (type !== null) return false;
  return (
    roles.has('assignment') &&
    (roles.has('content') || roles.has('measure') || roles.has('purpose'))
  );
}

function understand(
  text: string,
  { part: document, appendices, from }: PlanPart,
  issued: string | null,
): Plan {
  const gathered = gather(document.inner.nodes);
  const period = periodOf(text, document, gathered, issued);
  const time = timeOf(period, issued);
  return {
    from,
    period,
    purposes: gathered.purpose.flatMap((node) => clausesOf(text, node)),
    requirements: gathered.requirement.flatMap((node) => clausesOf(text, node)),
    audience: gathered.audience.flatMap((node) => clausesOf(text, node)),
    topics: gathered.content.flatMap((node) => topicsOf(text, node, document.references)),
    measures: gathered.measure.flatMap((node) => measuresOf(text, node)),
    assignments: assignedIn(text, document, appendices, gathered, time),
    budget: budgetOf(text, gathered.budget),
  };
}

/** What the plan lasts; of one that says nothing, the year in which it was issued. */
function timeOf(period: Period | null, issued: string | null): PlanTime | undefined {
  if (period?.from ?? period?.to) return period ?? undefined;
  const year = issued?.slice(0, 4);
  return year === undefined ? undefined : { from: `${year}-01-01`, to: `${year}-12-31` };
}

/**
 * Who does what: the units of the section about it. Where it names none, or only points to a table, the
 * rows of tables do, an appendix's included; where there are none, the lines "Cơ quan chủ trì: …" under
 * the tasks.
 */
function assignedIn(
  text: string,
  document: ReadDocument,
  appendices: readonly ReadDocument[],
  gathered: Gathered,
  time: PlanTime | undefined,
): Assignment[] {
  const named = gathered.assignment.flatMap((node) => assignmentsIn(text, node, time));
  // "Các đơn vị thực hiện theo Phụ lục" names nobody where a table names everybody.
  const own = named.filter(({ duties }) => !pointsToTable(duties));
  if (own.length > 0) return named;
  const tables = [document, ...appendices].flatMap(({ tables: tabled }) => tabled);
  const rows = tables.flatMap(tasksOfTable);
  const tasks = rows.length > 0 ? rows : tasksByLines(text, document.inner.nodes);
  return tasks.length > 0 ? assignmentsOfRows(text, tasks, time) : named;
}

/** A single duty that only says where the duties stand. */
function pointsToTable(duties: readonly Clause[]): boolean {
  return (
    duties.length === 1 &&
    /theo (?:phu luc|bang|bieu)|phu luc (?:kem theo|dinh kem)/.test(flat(duties[0]?.text ?? ''))
  );
}

type Gathered = Record<Role, OutlineNode[]>;

/** Sections by what they are about; a section of several matters is taken apart by its children. */
function gather(nodes: readonly OutlineNode[]): Gathered {
  const gathered: Gathered = {
    purpose: [],
    requirement: [],
    audience: [],
    period: [],
    content: [],
    measure: [],
    assignment: [],
    budget: [],
    report: [],
    scope: [],
    goal: [],
  };
  for (const node of nodes) {
    const roles = rolesOf(node.heading?.text ?? null);
    const main = holdsOnlyUnits(node, roles) ? 'assignment' : mainRole(roles);
    if (main === undefined) continue;
    const parted = main === 'assignment' ? [] : partsOf(node, roles);
    for (const { child, role } of parted) gathered[role].push(child);
    if (parted.length === 0) gathered[main].push(node);
    // The roles of units and money inside the organisation section.
    if (main === 'assignment') {
      for (const child of node.children) {
        const role = openingRole(child.heading?.text ?? null);
        if (role === 'budget' || role === 'period') gathered[role].push(child);
      }
    }
  }
  return gathered;
}

/** "NHIỆM VỤ CỤ THỂ" over "1. Sở …", "2. Công an …": headings that are names of units. */
function holdsOnlyUnits(node: OutlineNode, roles: readonly Role[]): boolean {
  if (!roles.includes('content') && roles.length > 0) return false;
  const headed = node.children.filter((child) => child.heading !== null);
  return (
    headed.length >= 3 &&
    headed.length >= node.children.length * 0.8 &&
    headed.every((child) => looksLikeUnit(child.heading?.text ?? ''))
  );
}

/** Tasks and solutions together are what is to be carried out; otherwise the first word counts. */
function mainRole(roles: readonly Role[]): Role | undefined {
  if (roles.includes('assignment')) return 'assignment';
  if (roles.includes('content') && roles[0] !== 'measure')
    return roles[0] === 'audience'
      ? 'content'
      : roles.find((role) => role !== 'period' && role !== 'scope');
  return roles[0];
}

/** Children whose headings name a matter of their own. */
function partsOf(node: OutlineNode, roles: readonly Role[]): { child: OutlineNode; role: Role }[] {
  const parts = node.children.flatMap((child) => {
    const role = openingRole(child.heading?.text ?? null);
    return role && role !== 'assignment' ? [{ child, role }] : [];
  });
  // One matter and one child that happens to be called like another isn't a division.
  if (roles.length < 2 && parts.length < 2) return [];
  return parts;
}

/** One per bullet or numbered item or, without, per paragraph. */
function clausesOf(text: string, node: OutlineNode): Clause[] {
  const items = node.children.filter((child) => !child.table);
  if (items.length === 0) return node.own;
  return items.map((child) => clauseAt(text, child.start, child.extent[1]));
}

interface Item {
  number: string | null;
  clause: Clause;
}

function itemsOf(text: string, node: OutlineNode): Item[] {
  const numbered = node.children.filter((child) => child.kind !== null);
  if (numbered.length === 0) return node.own.map((clause) => ({ number: null, clause }));
  return numbered.map((child) => ({
    number: child.kind !== null && isBullet(child.kind) ? null : child.number,
    clause: clauseAt(text, child.start, child.extent[1]),
  }));
}

function topicsOf(text: string, node: OutlineNode, references: readonly Reference[]): Topic[] {
  return itemsOf(text, node).map(({ number, clause }) => ({
    number,
    ...clause,
    references: references.filter(
      ({ span }) => span[0] >= clause.span[0] && span[1] <= clause.span[1],
    ),
  }));
}

function measuresOf(text: string, node: OutlineNode): Measure[] {
  return itemsOf(text, node).map(({ number, clause }) => ({
    number,
    ...clause,
    channels: channelsIn(clause.text),
  }));
}

function periodOf(
  text: string,
  document: ReadDocument,
  gathered: Gathered,
  issued: string | null,
): Period | null {
  for (const node of gathered.period) {
    for (const clause of clausesOf(text, node)) {
      const period = periodIn(clause, issued);
      if (period) return period;
    }
  }
  const title = document.inner.titleSpan;
  return (title && periodInTitle(text, title)) ?? null;
}

function budgetOf(text: string, nodes: readonly OutlineNode[]): Clause | null {
  const node = nodes[0];
  if (!node) return null;
  const start = node.own[0]?.span[0] ?? node.children[0]?.extent[0];
  return start === undefined ? null : clauseAt(text, start, node.extent[1]);
}
