// The imports of a commune as rows: what they came from, how far they are.
import type { Tx } from '#lib/platform/index.server.ts';
import { procedureError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import type { ImportKind } from './import-reading.ts';
import type { PreviewCounts } from './preview.ts';

export type ChangeStatus = 'draft' | 'applied' | 'undone' | 'discarded';

export interface ProcedureChange {
  readonly id: string;
  readonly status: ChangeStatus;
  readonly kind: ImportKind;
  readonly sourceName: string;
  readonly decision: string;
  readonly decidedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly receivedAt: string;
  readonly receivedBy: string | null;
  readonly appliedAt: string | null;
  readonly appliedBy: string | null;
  readonly undoneAt: string | null;
  readonly undoneReason: string | null;
  readonly outcome: PreviewCounts | null;
}

/** Imports, the latest first; discarded ones are left out. */
export async function listChanges(tx: Tx): Promise<ProcedureChange[]> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  const rows = await tx.db
    .selectFrom('procedure_change')
    .select(COLUMNS)
    .where('status', '<>', 'discarded')
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(toChange);
}

const COLUMNS = [
  'id',
  'status',
  'kind',
  'source_name',
  'decision',
  'decided_on',
  'effective_from',
  'received_at',
  'received_by',
  'applied_at',
  'applied_by',
  'undone_at',
  'undone_reason',
  'outcome',
] as const;

const STATE_WORDS: Readonly<Record<string, string>> = {
  draft: 'chờ xác nhận',
  applied: 'được áp dụng',
  undone: 'được hoàn tác',
  discarded: 'bị bỏ',
};

/** The error that says how far a change is already. */
export async function settled(tx: Tx, id: string) {
  const { status } = await findChangeRow(tx, id);
  return procedureError('procedure.already-settled', { state: STATE_WORDS[status] ?? status });
}

/** @throws LoaError `procedure.change-unknown` */
export async function findChangeRow(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('procedure_change')
    .select([...COLUMNS, 'reading'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw procedureError('procedure.change-unknown');
  return row;
}

type ChangeRow = Omit<Awaited<ReturnType<typeof findChangeRow>>, 'reading'>;

export function toChange(row: ChangeRow): ProcedureChange {
  return {
    id: row.id,
    status: row.status as ChangeStatus,
    kind: row.kind as ProcedureChange['kind'],
    sourceName: row.source_name,
    decision: row.decision,
    decidedOn: row.decided_on,
    effectiveFrom: row.effective_from,
    receivedAt: new Date(row.received_at).toISOString(),
    receivedBy: row.received_by,
    appliedAt: row.applied_at && new Date(row.applied_at).toISOString(),
    appliedBy: row.applied_by,
    undoneAt: row.undone_at && new Date(row.undone_at).toISOString(),
    undoneReason: row.undone_reason,
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as PreviewCounts),
  };
}
