// What a person does to a plan that is being written: each gives the composition after it, or undefined where
// the place it means isn't there any more. Pure.
import { collapse } from '#lib/vietnam/index.ts';
import { findClause, findList, isSection, type Draft } from '../drafts/draft.ts';
import { unitKey } from '../drafts/unit-names.ts';
import { applyOperation, type Operation } from '../drafts/operations.ts';
import type { Basis, Composition } from './composition.ts';

type After = Composition | undefined;

/** Confirms words and day as given, or puts back what stood in the plan before. */
export function settleMoved(
  composition: Composition,
  given: { key: string; text: string; due: string | null; decision: 'confirm' | 'before' },
): After {
  const point = composition.moved.find(({ key }) => key === given.key);
  if (!point) return undefined;
  const back = given.decision === 'before';
  const text = back ? point.before : given.text;
  const due = back ? point.dueBefore : given.due;
  const draft = writeWords(composition.draft, point.key, text, due);
  if (!draft) return undefined;
  return {
    ...composition,
    draft,
    moved: composition.moved.map((one) =>
      one.key === point.key ? { ...one, settled: true } : one,
    ),
  };
}

/** Keeps a basis in the words given, or drops it. */
export function settleBasis(
  composition: Composition,
  { key, text, decision }: { key: string; text: string; decision: 'keep' | 'drop' },
): After {
  if (!composition.bases.some((basis) => basis.key === key)) return undefined;
  const settle = (basis: Basis): Basis => {
    if (decision === 'drop') return { ...basis, dropped: true, settled: true };
    const words = collapse(text);
    // Other words are another document: what was known against the one before says nothing of it.
    const doubt = words === collapse(basis.text) ? basis.doubt : null;
    return { ...basis, text: words, doubt, dropped: false, settled: true };
  };
  return {
    ...composition,
    bases: composition.bases.map((basis) => (basis.key === key ? settle(basis) : basis)),
  };
}

export function addBasis(composition: Composition, text: string): Composition {
  const last = Math.max(0, ...composition.bases.map(({ key }) => Number(key.slice(1))));
  const basis = {
    key: `b${String(last + 1)}`,
    text: collapse(text),
    doubt: null,
    dropped: false,
    settled: true,
  };
  return { ...composition, bases: [...composition.bases, basis] };
}

/** Gives the duties to the unit named, or leaves unit and duties out. */
export function settleUnit(
  composition: Composition,
  { key, unit, decision }: { key: string; unit: string; decision: 'keep' | 'drop' },
): After {
  if (!composition.units.some((point) => point.key === key)) return undefined;
  const draft = apply(
    composition.draft,
    decision === 'drop' ? { type: 'drop', key } : { type: 'name-unit', key, unit },
    ...(decision === 'drop' ? [] : [{ type: 'restore', key } as const]),
  );
  return {
    ...composition,
    draft,
    units: composition.units.map((point) =>
      point.key === key ? { ...point, settled: true } : point,
    ),
  };
}

/**
 * Takes an undone duty into the plan, under its unit however the plan words it, or leaves it behind.
 * @param commune as it is spoken of: "xã Tiền Tiến"
 */
export function settleOwed(
  composition: Composition,
  { dutyId, decision }: { dutyId: string; decision: 'take' | 'leave' },
  commune: string,
): After {
  const duty = composition.owed.find((one) => one.dutyId === dutyId);
  if (!duty) return undefined;
  const before = duty.takenAs ?? '';
  const without =
    before === '' ? composition.draft : apply(composition.draft, { type: 'drop', key: before });
  const taken =
    decision === 'take'
      ? takeIn(without, { ...duty, text: carriedWords(duty.text, composition.year - 1) }, commune)
      : { draft: without, key: '' };
  return {
    ...composition,
    draft: taken.draft,
    owed: composition.owed.map((one) =>
      one.dutyId === dutyId ? { ...one, takenAs: taken.key } : one,
    ),
  };
}

/** The plan gives the same duty for its own year: what was owed must not be taken for it. */
function carriedWords(text: string, year: number): string {
  return `${text.trim().replace(/[.;,]+$/u, '')} (chuyển tiếp từ năm ${String(year)})`;
}

function takeIn(
  draft: Draft,
  duty: { readonly unit: string; readonly text: string; readonly dutyId: string },
  commune: string,
): { draft: Draft; key: string } {
  const wanted = unitKey(duty.unit, commune);
  const named = draft.assignments.find(
    ({ unit, dropped }) => !dropped && unitKey(unit, commune) === wanted,
  );
  const open = named ? draft : apply(draft, { type: 'add-unit', unit: duty.unit });
  const list = named?.key ?? open.assignments.at(-1)?.key ?? '';
  const after = apply(open, { type: 'add', list, text: duty.text });
  const key = findList(after, list)?.at(-1)?.key ?? '';
  const assignments = after.assignments.map((one) => ({
    ...one,
    duties: one.duties.map((clause) =>
      clause.key === key ? { ...clause, carriedFrom: duty.dutyId } : clause,
    ),
  }));
  return { draft: { ...after, assignments }, key };
}

/** Words and last day of one clause. */
export function editClause(
  composition: Composition,
  { key, text, due }: { key: string; text: string; due: string | null },
): After {
  const draft = writeWords(composition.draft, key, text, due);
  return draft && { ...composition, draft };
}

export function dropClause(
  composition: Composition,
  { key, decision }: { key: string; decision: 'drop' | 'restore' },
): After {
  const { draft } = composition;
  if (!findClause(draft, key) && !draft.assignments.some((one) => one.key === key)) {
    return undefined;
  }
  return { ...composition, draft: apply(draft, { type: decision, key }) };
}

export function addClause(
  composition: Composition,
  { list, text }: { list: string; text: string },
): After {
  const { draft } = composition;
  if (!isSection(list) && !findList(draft, list)) return undefined;
  return { ...composition, draft: apply(draft, { type: 'add', list, text }) };
}

export function nameComposition(
  composition: Composition,
  { title, from, to }: { title: string; from: string; to: string },
): Composition {
  const draft = apply(
    composition.draft,
    { type: 'retitle', title },
    { type: 'set-period', from, to },
  );
  return { ...composition, draft };
}

function writeWords(
  draft: Draft,
  key: string,
  text: string,
  due: string | null,
): Draft | undefined {
  if (key === 'title') return apply(draft, { type: 'retitle', title: text });
  const clause = findClause(draft, key)?.clause;
  if (!clause) return undefined;
  const written = apply(draft, { type: 'retype', key, text });
  return (clause.due?.date ?? null) === due
    ? written
    : apply(written, { type: 'set-due', key, date: due });
}

function apply(draft: Draft, ...operations: readonly Operation[]): Draft {
  // No place of this draft counts in a text: it has none yet.
  return operations.reduce((now, operation) => applyOperation(now, operation, ''), draft);
}
