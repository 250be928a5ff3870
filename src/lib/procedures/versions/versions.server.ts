// Versions and records as rows.
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/platform/index.server.ts';
import type { FormKind, ProcedureForm } from '../forms/form.ts';
import type { GuideEdition } from '../guide/guide-editions.ts';
import { editionOf } from '../guide/read-guides.server.ts';
import type { ProcedureRecord } from '../record/record.ts';
import type { ProcedureVersion, VersionStatus } from './versions.ts';

const COLUMNS = [
  'version.code',
  'version.number',
  'version.change_id',
  'version.status',
  'version.record_sha256',
  'version.title',
  'version.field',
  'version.levels',
  'version.audience',
  'version.decision',
  'version.decided_on',
  'version.effective_from',
  'version.recorded_at',
  'version.undone_at',
] as const;

/** All versions, taken back ones too, of these procedures or of every one. */
export async function readVersions(tx: Tx, codes?: readonly string[]): Promise<ProcedureVersion[]> {
  let query = tx.db.selectFrom('procedure_version as version').select(COLUMNS);
  if (codes) query = query.where('version.code', '=', (eb) => eb.fn.any(eb.val([...codes])));
  const rows = await query.orderBy('version.code').orderBy('version.number').execute();
  return rows.map(toVersion);
}

export interface ToldVersion {
  readonly version: ProcedureVersion;
  readonly record: ProcedureRecord;
}

/**
 * The versions of one procedure that weren't taken back, each with its record, the approved editions of
 * the commune's words and the forms beside: all that its page shows, asked for at once.
 */
export async function readWhole(
  tx: Tx,
  code: string,
): Promise<{ versions: ToldVersion[]; guides: GuideEdition[]; forms: ProcedureForm[] }> {
  const rows = await tx.db
    .selectFrom('procedure_version as version')
    .innerJoin('procedure_record as record', 'record.sha256', 'version.record_sha256')
    .select(COLUMNS)
    .select('record.record')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('procedure_guide_edition as guide')
          .select(['guide.number', 'guide.guide', 'guide.effective_from'])
          .whereRef('guide.commune_id', '=', 'version.commune_id')
          .whereRef('guide.code', '=', 'version.code')
          .where('guide.status', '=', 'approved'),
      ).as('guides'),
    )
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('procedure_form as form')
          .innerJoin('stored_file as file', (join) =>
            join
              .onRef('file.commune_id', '=', 'form.commune_id')
              .onRef('file.sha256', '=', 'form.file_sha256'),
          )
          .select(['form.id', 'form.name', 'form.kind', 'form.hint', 'form.file_name'])
          .select(['file.size', 'file.media_type'])
          .whereRef('form.commune_id', '=', 'version.commune_id')
          .whereRef('form.code', '=', 'version.code')
          .where('form.removed_at', 'is', null)
          .orderBy('form.kind')
          .orderBy('form.added_at'),
      ).as('forms'),
    )
    .where('version.code', '=', code)
    .where('version.undone_at', 'is', null)
    .orderBy('version.number')
    .execute();
  const [first] = rows;
  return {
    versions: rows.map((row) => ({
      version: toVersion(row),
      record: JSON.parse(row.record) as ProcedureRecord,
    })),
    guides: (first?.guides ?? []).map(editionOf),
    forms: (first?.forms ?? []).map((form) => ({
      id: form.id,
      name: form.name,
      kind: form.kind as FormKind,
      hint: form.hint,
      fileName: form.file_name,
      size: form.size,
      mediaType: form.media_type,
    })),
  };
}

interface VersionRow {
  readonly code: string;
  readonly number: number;
  readonly change_id: string;
  readonly status: string;
  readonly record_sha256: string;
  readonly title: string;
  readonly field: string;
  readonly levels: string;
  readonly audience: string;
  readonly decision: string;
  readonly decided_on: string | null;
  readonly effective_from: string;
  readonly recorded_at: string;
  readonly undone_at: string | null;
}

function toVersion(row: VersionRow): ProcedureVersion {
  return {
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
  };
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
