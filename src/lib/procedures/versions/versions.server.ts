// Versions and records as rows.
import type { Tx } from '#lib/platform/index.server.ts';
import type { ProcedureRecord } from '../record/record.ts';
import type { ProcedureVersion, VersionStatus } from './versions.ts';

/** All versions, taken back ones too, of these procedures or of every one. */
export async function readVersions(tx: Tx, codes?: readonly string[]): Promise<ProcedureVersion[]> {
  let query = tx.db
    .selectFrom('procedure_version')
    .select([
      'code',
      'number',
      'change_id',
      'status',
      'record_sha256',
      'title',
      'field',
      'levels',
      'audience',
      'decision',
      'decided_on',
      'effective_from',
      'recorded_at',
      'undone_at',
    ]);
  if (codes) query = query.where('code', '=', (eb) => eb.fn.any(eb.val([...codes])));
  const rows = await query.orderBy('code').orderBy('number').execute();
  return rows.map((row) => ({
    code: row.code,
    number: row.number,
    changeId: row.change_id,
    status: row.status as VersionStatus,
    recordSha256: row.record_sha256,
    title: row.title,
    field: row.field,
    levels: row.levels,
    audience: row.audience,
    decision: row.decision,
    decidedOn: row.decided_on,
    effectiveFrom: row.effective_from,
    recordedAt: new Date(row.recorded_at).toISOString(),
    isUndone: row.undone_at !== null,
  }));
}

/** Records by the digest of their text. */
export async function readRecords(
  tx: Tx,
  digests: readonly string[],
): Promise<Map<string, ProcedureRecord>> {
  if (digests.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('procedure_record')
    .select(['sha256', 'record'])
    .where('sha256', '=', (eb) => eb.fn.any(eb.val([...new Set(digests)])))
    .execute();
  return new Map(rows.map(({ sha256, record }) => [sha256, JSON.parse(record) as ProcedureRecord]));
}
