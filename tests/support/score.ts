// Holds readings of the sample documents against their expected answers, field by field.
import type { AttachedReading, DocumentTable, FileReading } from '#lib/documents/index.ts';
import { collapse, normalizeTones } from '#lib/vietnam/index.ts';
import { toPlanReading, type Plan } from '#lib/plans/index.ts';

/** An expected answer as the files beside the samples give it. */
export interface Expected {
  file: string;
  document: Record<string, unknown> & {
    signer: { authority: string | null; title: string | null; name: string | null };
    recipients: number;
  };
  plan_is_attachment?: boolean;
  attached?: { typeName: string; title: string };
  sections?: [string, string | null][];
  units?: ExpectedUnit[];
  /** How many topics, rows of assignment tables, and which channels, measure by measure. */
  topics?: number;
  rows?: number;
  channels?: string[][];
  references: string[];
  period?: { from: string | null; to: string | null } | null;
  periodSure?: boolean;
}

/** A unit with its number of duties and, where it is given, what stands in each of them. */
interface ExpectedUnit {
  unit: string;
  duties: number;
  countable: boolean;
  lead?: boolean;
  /** A day, `yearly`, `relative`, or null for none. */
  due?: (string | null)[];
  every?: unknown[];
  cooperates?: string[][];
}

export interface Point {
  file: string;
  field: string;
  right: boolean;
  expected: unknown;
  found: unknown;
}

/** Every field that has an expected answer, right or wrong. */
export function scoreReading(expected: Expected, reading: FileReading): Point[] {
  const points: Point[] = [];
  const add = (
    field: string,
    wanted: unknown,
    found: unknown,
    same = equal(wanted, found),
  ): void => {
    points.push({ file: expected.file, field, right: same, expected: wanted, found });
  };
  const answer = toPlanReading(reading);
  const { document } = answer;
  for (const field of HEADER_FIELDS) {
    if (field in expected.document)
      add(
        `header.${field}`,
        expected.document[field],
        document[field],
        sameHeader(field, expected.document[field], document[field]),
      );
  }
  for (const field of ['authority', 'title', 'name'] as const) {
    add(`signer.${field}`, expected.document.signer[field], document.signer?.[field] ?? null);
  }
  add('recipients', expected.document.recipients, document.recipients.length);
  const attached = answer.attachments[0];
  const codes = new Set(
    [answer, ...(expected.plan_is_attachment && attached ? [attached] : [])].flatMap(
      ({ references }) => references.map(({ code }) => code),
    ),
  );
  for (const code of expected.references) add('reference', code, codes.has(code) ? code : null);
  for (const code of codes)
    if (!expected.references.includes(code)) add('reference.false', null, code);
  if (expected.sections)
    scoreSections(
      expected.sections,
      (expected.plan_is_attachment ? attached : answer)?.sections ?? [],
      add,
    );
  if (expected.units) scoreUnits(expected.units, answer.plan, add);
  if (expected.topics !== undefined)
    add('topics', expected.topics, answer.plan?.topics.length ?? null);
  if (expected.channels)
    add(
      'channels',
      expected.channels,
      answer.plan?.measures.map(({ channels }) => [...channels].sort()),
    );
  if (expected.rows !== undefined)
    add(
      'table.rows',
      expected.rows,
      tablesOf(answer).find(({ columns }) => columns !== null)?.rows.length ?? 0,
    );
  if ('period' in expected && expected.periodSure !== false) {
    const period = answer.plan?.period;
    add('period', expected.period, period ? { from: period.from, to: period.to } : null);
  }
  if (expected.attached)
    add('attached.title', expected.attached.title, attached?.document.title ?? null);
  return points;
}

/** Tables of a document and of what is attached to it. */
function tablesOf({ tables, attachments }: AttachedReading): DocumentTable[] {
  return [...tables, ...attachments.flatMap(tablesOf)];
}

type Add = (field: string, wanted: unknown, found: unknown, same?: boolean) => void;

const HEADER_FIELDS = [
  'number',
  'symbol',
  'code',
  'place',
  'date',
  'type',
  'agencyParent',
  'agency',
  'title',
] as const;

/** "V/v" under the name of a type may stay or go. */
function sameHeader(field: string, wanted: unknown, found: unknown): boolean {
  if (field === 'title' && typeof wanted === 'string' && typeof found === 'string') {
    const bare = (title: string): string => title.replace(/^v\/v\s+/i, '');
    return equal(bare(wanted), bare(found));
  }
  return equal(wanted, found);
}

function scoreSections(
  wanted: [string, string | null][],
  found: readonly { number: string | null; heading: string | null }[],
  add: Add,
): void {
  const top = found.filter(({ number }) => number !== null);
  wanted.forEach(([number, heading], index) => {
    const section = top[index];
    add('section', `${number} ${heading}`, section ? `${section.number} ${section.heading}` : null);
  });
  for (const extra of top.slice(wanted.length))
    add('section.false', null, `${extra.number} ${extra.heading}`);
}

function scoreUnits(wanted: NonNullable<Expected['units']>, plan: Plan | null, add: Add): void {
  const left = [...(plan?.assignments ?? [])];
  for (const { unit, duties, countable, ...more } of wanted) {
    const at = left.findIndex((assignment) => equal(assignment.unit, unit));
    const [assignment] = at < 0 ? [] : left.splice(at, 1);
    add('unit', unit, assignment?.unit ?? null);
    if (countable)
      add(
        'duties',
        `${unit}: ${duties}`,
        assignment ? `${unit}: ${assignment.duties.length}` : null,
      );
    const found = assignment?.duties ?? [];
    if (more.lead !== undefined) add('lead', more.lead, assignment?.lead ?? null);
    const named = (list: unknown[]): string => `${unit}: ${JSON.stringify(list)}`;
    if (more.due)
      add('due', named(more.due), named(found.map(({ due }) => due && (due.date ?? due.rule))));
    if (more.every) add('every', named(more.every), named(found.map(({ every }) => every)));
    if (more.cooperates)
      add('cooperates', named(more.cooperates), named(found.map(({ cooperates }) => cooperates)));
  }
  for (const { unit, duties } of left) add('unit.false', null, `${unit}: ${duties.length}`);
}

function equal(wanted: unknown, found: unknown): boolean {
  if (typeof wanted === 'string' && typeof found === 'string')
    return settled(wanted) === settled(found);
  return settled(JSON.stringify(wanted)) === settled(JSON.stringify(found));
}

/** "Uỷ" and "Ủy" are one word; that no letter of the text is changed, the spans prove. */
function settled(words: string | undefined): string {
  return normalizeTones(collapse(words ?? 'null').normalize('NFC'));
}
