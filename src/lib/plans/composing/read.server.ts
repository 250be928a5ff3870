// Plans that are being written, as pages and papers read them.
import { WrittenDocument } from '#lib/documents/index.ts';
import { readCommune, type Tx } from '#lib/platform/index.server.ts';
import { isId } from '#lib/platform/index.ts';
import { requireCan } from '../permissions.ts';
import { openPoints, type Composition } from './composition.ts';
import { composingError } from './errors.ts';
import { compositionDocument } from './paper.ts';

export type CompositionStatus = 'draft' | 'approved' | 'issued' | 'discarded';

export interface CompositionRow {
  readonly id: string;
  readonly sourcePlanId: string;
  readonly year: number;
  readonly title: string;
  readonly status: CompositionStatus;
  readonly revision: number;
  readonly createdAt: string;
  readonly approvedAt: string | null;
  readonly returnedReason: string | null;
  /** The paper as approved, later with its number; null while it may still change. */
  readonly paper: WrittenDocument | null;
  readonly outgoingId: string | null;
  /** The plan under review that it became. */
  readonly planId: string | null;
}

export interface CompositionReading extends CompositionRow {
  readonly content: Composition;
  readonly written: WrittenDocument;
}

export interface ListedComposition extends CompositionRow {
  /** How many places still wait for a person. */
  readonly open: number;
}

/** Plans that are being written, the latest year first; discarded ones are left out. @throws LoaError `access.*` */
export async function listCompositions(tx: Tx): Promise<ListedComposition[]> {
  requireCan(tx.actor, 'plan.see', {});
  const rows = await tx.db
    .selectFrom('plan_composition')
    .innerJoin('plan_composition_revision as standing', (join) =>
      join
        .onRef('standing.commune_id', '=', 'plan_composition.commune_id')
        .onRef('standing.composition_id', '=', 'plan_composition.id')
        .onRef('standing.revision', '=', 'plan_composition.revision'),
    )
    .selectAll('plan_composition')
    .select('standing.content')
    .where('status', '<>', 'discarded')
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...rowOf(row),
    open: openPoints(JSON.parse(row.content) as Composition).all,
  }));
}

/** @throws LoaError `access.*`, `composition.not-found` */
export async function readComposition(tx: Tx, id: string): Promise<CompositionReading> {
  requireCan(tx.actor, 'plan.see', {});
  const row = await getCompositionRow(tx, id);
  const content = await readContent(tx, id, row.revision);
  const written = row.paper ?? compositionDocument(content, await readCommune(tx));
  return { ...row, content, written };
}

/** @throws LoaError `composition.not-found` */
export async function getCompositionRow(tx: Tx, id: string): Promise<CompositionRow> {
  const row = isId(id)
    ? await tx.db.selectFrom('plan_composition').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!row || row.status === 'discarded') throw composingError('composition.not-found');
  return rowOf(row);
}

export async function readContent(tx: Tx, id: string, revision: number): Promise<Composition> {
  const { content } = await tx.db
    .selectFrom('plan_composition_revision')
    .select('content')
    .where('composition_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  // Written by this room only, from a composition.
  return JSON.parse(content) as Composition;
}

/** Accounts that wrote a revision: none of them approves it. */
export async function handsOfComposition(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('plan_composition_revision')
    .select('made_by')
    .distinct()
    .where('composition_id', '=', id)
    .execute();
  return rows.flatMap(({ made_by }) => (made_by === null ? [] : [made_by]));
}

function rowOf(row: {
  id: string;
  source_plan_id: string;
  year: number;
  title: string;
  status: string;
  revision: number;
  created_at: string;
  approved_at: string | null;
  returned_reason: string | null;
  paper: string | null;
  outgoing_id: string | null;
  plan_id: string | null;
}): CompositionRow {
  return {
    id: row.id,
    sourcePlanId: row.source_plan_id,
    year: row.year,
    title: row.title,
    status: row.status as CompositionStatus,
    revision: row.revision,
    createdAt: row.created_at,
    approvedAt: row.approved_at,
    returnedReason: row.returned_reason,
    paper: row.paper === null ? null : WrittenDocument.parse(JSON.parse(row.paper)),
    outgoingId: row.outgoing_id,
    planId: row.plan_id,
  };
}
