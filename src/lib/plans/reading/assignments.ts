// Who does what: units of a plan with their duties.
import { clauseAt, flat, type Clause, type OutlineNode, type Span } from '#lib/documents/index.ts';
import { rolesOf } from './roles.ts';
import { findCadence, findDue, type Cadence, type Due, type PlanTime } from './timing.ts';
import {
  findUnit,
  looksLikeUnit,
  namesUnit,
  opensWithVerb,
  partnersIn,
  unitInHeading,
} from './units.ts';

export interface Duty extends Clause {
  due: Due | null;
  every: Cadence | null;
  /** Units named as partners. */
  cooperates: string[];
  /** What is to come of it, where a table says so. */
  product: Clause | null;
}

export interface Assignment {
  number: string | null;
  /** As named, without "Đề nghị", "Giao" and the verb. */
  unit: string;
  /** Where the name stands. */
  unitSpan: Span;
  /** Made the focal point or standing body of the plan. */
  lead: boolean;
  duties: Duty[];
}

/** The assignments of a section about who does what; `time` is the plan's. */
export function assignmentsIn(
  text: string,
  section: OutlineNode,
  time: PlanTime | undefined,
): Assignment[] {
  const assignments: Assignment[] = [];
  for (const node of section.children) {
    if (node.table) continue;
    if (leadsElsewhere(node)) continue;
    if (holdsUnits(node)) assignments.push(...assignmentsIn(text, node, time));
    else {
      const assignment = assignmentOf(text, node, time);
      if (assignment) assignments.push(assignment);
    }
  }
  return assignments.length > 0 ? assignments : givenInOwnWords(text, section, time);
}

/**
 * "Giao Công an xã theo dõi …": a section that is nothing but sentences. Where one is given so, the
 * paragraphs around it that ask or name a unit are given too.
 */
function givenInOwnWords(
  text: string,
  section: OutlineNode,
  time: PlanTime | undefined,
): Assignment[] {
  if (!section.own.some(({ text: words }) => GIVES.test(flat(words)))) return [];
  return section.own.flatMap((clause) => {
    const name = findUnit(clause.text);
    if (!name || name === clause.text.replace(/[\s.;:]+$/, '')) return [];
    const { text: unit, span: unitSpan } = named(text, clause, name);
    const lead = LEAD.test(flat(clause.text));
    return [{ number: null, unit, unitSpan, lead, duties: [dutyOf(text, clause, time)] }];
  });
}

/**
 * Items among the units of such a section that say what is to be done and by nobody: "4. Tổ chức sơ kết
 * vào cuối năm". None where the section names no unit at all.
 */
export function dutiesWithoutUnit(text: string, section: OutlineNode): Clause[] {
  const items = section.children.filter((node) => !node.table && !leadsElsewhere(node));
  const inside = items.filter(holdsUnits).flatMap((node) => dutiesWithoutUnit(text, node));
  const led = items.filter((node) => unitOf(text, node) !== undefined);
  const open = items.filter(
    (node) => node.kind !== null && !holdsUnits(node) && unitOf(text, node) === undefined,
  );
  const own = open
    .map((node) => clauseAt(text, node.start, node.extent[1]))
    .filter((clause) => opensWithVerb(clause.text) && !namesUnit(clause.text));
  return [...(led.length > 0 ? own : []), ...inside];
}

/** "2. Kinh phí thực hiện", "3. Chế độ báo cáo" among the units. */
function leadsElsewhere(node: OutlineNode): boolean {
  if (node.heading === null || looksLikeUnit(node.heading.text)) return false;
  const roles = rolesOf(node.heading.text);
  return roles.some((role) => role !== 'assignment' && role !== 'content' && role !== 'measure');
}

/** "2. Trách nhiệm thực hiện" over the units themselves. */
function holdsUnits(node: OutlineNode): boolean {
  if (node.heading === null || looksLikeUnit(node.heading.text)) return false;
  if (!rolesOf(node.heading.text).includes('assignment')) return false;
  return node.children.filter((child) => looksLikeUnit(labelOf(child))).length >= 2;
}

function labelOf(node: OutlineNode): string {
  return node.heading?.text ?? node.own[0]?.text ?? '';
}

function assignmentOf(
  text: string,
  node: OutlineNode,
  time: PlanTime | undefined,
): Assignment | undefined {
  const unit = unitOf(text, node);
  if (!unit) return undefined;
  // A name alone is no duty.
  const duties = dutiesOf(text, node)
    .filter((clause) => clause.text.replace(/[\s.;:]+$/, '') !== unit.text)
    .map((clause) => dutyOf(text, clause, time));
  const lead = LEAD.test(flat(text.slice(node.extent[0], node.extent[1])).replace(/\s+/g, ' '));
  return {
    number: node.kind === 'dash' ? null : node.number,
    unit: unit.text,
    unitSpan: unit.span,
    lead,
    duties,
  };
}

const GIVES = /^(?:giao|phan cong)\s/;
const LEAD = /(?:^|[\s;,.])(?:la|lam)\s(?:co quan\s|don vi\s|bo phan\s)?(?:thuong truc|dau moi)/;

function unitOf(text: string, node: OutlineNode): Clause | undefined {
  const label = node.heading ?? node.own[0];
  if (!label) return undefined;
  // A heading is as long as its colon or line; a colon after it tells that a verb may stand inside.
  const leadsOn =
    node.heading !== null &&
    /^\s*:/.test(text.slice(node.heading.span[1], node.heading.span[1] + 3));
  if (node.heading && !looksLikeUnit(node.heading.text) && node.kind === null) return undefined;
  const name = node.heading ? unitInHeading(node.heading.text, leadsOn) : findUnit(label.text);
  if (!name) return undefined;
  return named(text, label, name);
}

/** The place of a name inside the clause it was found in. */
function named(text: string, label: Clause, name: string): Clause {
  const words = name.split(' ');
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const found = new RegExp(pattern, 'u').exec(text.slice(label.span[0], label.span[1]));
  if (!found) return { text: name, span: label.span };
  const start = label.span[0] + found.index;
  return { text: name, span: [start, start + found[0].length] };
}

/** A duty is a lettered clause, a bullet, or a paragraph; dashes under letters are details. */
function dutiesOf(text: string, node: OutlineNode): Clause[] {
  const letters = node.children.filter((child) => child.kind === 'letter');
  const items = letters.length > 0 ? letters : node.children.filter((child) => !isAside(child));
  const own = node.heading ? node.own.filter((clause) => !clause.text.endsWith(':')) : node.own;
  if (items.length === 0) return own;
  const under = items.map((child) => clauseAt(text, child.start, child.extent[1]));
  return node.heading ? [...own, ...under] : under;
}

/** "(Chi tiết tại Phụ lục)" and what every plan says about difficulties on the way. */
function isAside(node: OutlineNode): boolean {
  if (node.kind !== null) return false;
  if (node.table) return true;
  return /^(?:\(|trong qua trinh|tren day)/.test(flat(labelOf(node)));
}

function dutyOf(text: string, clause: Clause, time: PlanTime | undefined): Duty {
  return {
    ...clause,
    due: findDue(text, clause.span, time),
    every: findCadence(flat(clause.text)),
    cooperates: partnersIn(clause.text),
    product: null,
  };
}
