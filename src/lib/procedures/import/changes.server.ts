// An import from file to register: read and kept, looked over beside what holds, applied as one change
// in one transaction, taken back as one. Nothing is ever half applied.
import { accountOf } from '#lib/platform/index.ts';
import { createHash } from 'node:crypto';
import { newId, putSearchEntry, dropSearchEntry, type Tx } from '#lib/platform/index.server.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { procedureError } from '../errors.ts';
import type {
  ProcedureAppliedData,
  ProcedureReceivedData,
  ProcedureUndoneData,
} from '../events.ts';
import { requireCan } from '../permissions.ts';
import { ProcedureRecord, recordText, said } from '../record/record.ts';
import { readVersions, readRecords } from '../versions/versions.server.ts';
import { procedureId } from '../versions/procedure-id.server.ts';
import { versionOn, versionsAfter } from '../versions/versions.ts';
import { procedureUrl } from '../urls.ts';
import type { ImportReading } from './import-reading.ts';
import {
  countOutcomes,
  previewImport,
  type Known,
  type PreviewCounts,
  type PreviewItem,
} from './preview.ts';
import { readImport } from './read-import.ts';

export type ChangeStatus = 'draft' | 'applied' | 'undone' | 'discarded';

export interface ProcedureChange {
  readonly id: string;
  readonly status: ChangeStatus;
  readonly kind: 'export' | 'decision';
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

/** Procedures per statement; far below the server's limit of parameters. */
const CHUNK = 500;

/**
 * Reads a file's text or a pasted one and keeps what was understood for looking over.
 * @returns the id of the change
 * @throws LoaError `access.denied`, `procedure.nothing-read`
 */
export async function receiveProcedures(
  tx: Tx,
  source: { readonly name: string; readonly text: string },
): Promise<string> {
  requireCan(tx.actor, 'procedure.receive', {});
  if (source.text.trim() === '') throw procedureError('procedure.nothing-read');
  const reading = readImport(source.text);
  const id = newId();
  const digest = sha256(source.text);
  await tx.db
    .insertInto('procedure_change')
    .values({
      commune_id: tx.communeId,
      id,
      status: 'draft',
      kind: reading.kind,
      source_name: source.name,
      source_sha256: digest,
      reading: JSON.stringify(reading),
      decision: reading.decision.code ?? '',
      decided_on: reading.decision.date,
      received_at: tx.now,
      received_by: accountOf(tx.actor),
    })
    .execute();
  const data: ProcedureReceivedData = {
    digest,
    items: reading.items.length,
    faults: reading.faults.length,
  };
  tx.record({
    kind: 'procedure.received',
    subject: { type: 'procedure-change', id },
    data: { ...data },
  });
  return id;
}

export interface ChangePreview {
  readonly change: ProcedureChange;
  readonly reading: ImportReading;
  readonly items: readonly PreviewItem[];
  readonly counts: PreviewCounts;
  /** What the preview rests on; applying with another one is refused. */
  readonly seen: string;
}

/**
 * What the change would do if it took effect on a day.
 * @throws LoaError `procedure.change-unknown`
 */
export async function previewChange(
  tx: Tx,
  id: string,
  effectiveFrom: string,
): Promise<ChangePreview> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  const row = await findChangeRow(tx, id);
  const reading = JSON.parse(row.reading) as ImportReading;
  const items = previewImport(reading, await knownOn(tx, reading, effectiveFrom));
  return {
    change: toChange(row),
    reading,
    items,
    counts: countOutcomes(items),
    seen: sha256(
      JSON.stringify(items.map(({ code, outcome, changes }) => [code, outcome, changes])),
    ),
  };
}

export interface Application {
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
  readonly decision: string;
  readonly decidedOn: string | null;
  /** {@link ChangePreview.seen} of what the officer looked at. */
  readonly seen: string;
}

/**
 * Applies the change as a whole: versions, search and event in this one transaction.
 * @throws LoaError `access.denied`, `procedure.already-settled`, `procedure.changed-meanwhile`,
 *   `procedure.nothing-to-apply`, `procedure.day-malformed`
 */
export async function applyChange(
  tx: Tx,
  id: string,
  application: Application,
): Promise<PreviewCounts> {
  requireCan(tx.actor, 'procedure.apply', {});
  const { effectiveFrom, decidedOn } = application;
  for (const day of [effectiveFrom, decidedOn]) {
    if (day !== null && !isPlainDate(day)) throw procedureError('procedure.day-malformed', { day });
  }
  await claimDraft(tx, id);
  const preview = await previewChange(tx, id, effectiveFrom);
  if (preview.seen !== application.seen) throw procedureError('procedure.changed-meanwhile');
  const written = preview.items.filter((item) => item.record !== null);
  if (written.length === 0) throw procedureError('procedure.nothing-to-apply');
  const numbers = await lastNumbers(
    tx,
    written.map(({ code }) => code),
  );
  const rows = written.map((item) => versionRow(tx, id, item, application, numbers));
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    await tx.db
      .insertInto('procedure_record')
      .values(
        [...new Map(part.map(({ text, version }) => [version.record_sha256, text]))].map(
          ([digest, record]) => ({ sha256: digest, record }),
        ),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx.db
      .insertInto('procedure_version')
      .values(part.map(({ version }) => version))
      .execute();
  }
  await indexProcedures(
    tx,
    written.map(({ code }) => code),
  );
  const data: ProcedureAppliedData = {
    effective: effectiveFrom,
    decided: decidedOn,
    counts: preview.counts,
    digest: sha256(
      rows.map(({ version }) => `${version.code} ${version.record_sha256}`).join('\n'),
    ),
  };
  await tx.db
    .updateTable('procedure_change')
    .set({
      status: 'applied',
      applied_at: tx.now,
      applied_by: accountOf(tx.actor),
      effective_from: effectiveFrom,
      decision: application.decision,
      decided_on: decidedOn,
      outcome: JSON.stringify(preview.counts),
    })
    .where('id', '=', id)
    .execute();
  tx.record({
    kind: 'procedure.applied',
    subject: { type: 'procedure-change', id },
    data: { ...data },
  });
  return preview.counts;
}

/**
 * Takes an applied change back as a whole; what held before holds again.
 * @throws LoaError `access.denied`, `procedure.reason-needed`, `procedure.already-settled`
 */
export async function undoChange(tx: Tx, id: string, reason: string): Promise<void> {
  requireCan(tx.actor, 'procedure.apply', {});
  if (reason.trim() === '') throw procedureError('procedure.reason-needed', {}, 'ly-do');
  const claimed = await tx.db
    .updateTable('procedure_change')
    .set({ status: 'undone', undone_at: tx.now, undone_reason: reason.trim() })
    .where('id', '=', id)
    .where('status', '=', 'applied')
    .executeTakeFirst();
  if (claimed.numUpdatedRows !== 1n) throw await settled(tx, id);
  const versions = await tx.db
    .updateTable('procedure_version')
    .set({ undone_at: tx.now })
    .where('change_id', '=', id)
    .returning('code')
    .execute();
  await indexProcedures(
    tx,
    versions.map(({ code }) => code),
  );
  const data: ProcedureUndoneData = { versions: versions.length, digest: sha256(reason.trim()) };
  tx.record({
    kind: 'procedure.undone',
    subject: { type: 'procedure-change', id },
    data: { ...data },
  });
}

/** Puts a draft aside; nothing of it was public. */
export async function discardChange(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'procedure.receive', {});
  const done = await tx.db
    .updateTable('procedure_change')
    .set({ status: 'discarded' })
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw await settled(tx, id);
  tx.record({ kind: 'procedure.discarded', subject: { type: 'procedure-change', id } });
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

/** Puts what holds today into the index of public text, takes out what doesn't. */
async function indexProcedures(tx: Tx, codes: readonly string[]): Promise<void> {
  const versions = Map.groupBy(await readVersions(tx, codes), ({ code }) => code);
  const shown = [...versions].map(([code, all]) => {
    const version = versionOn(all, tx.today) ?? versionsAfter(all, tx.today)[0];
    return { code, version };
  });
  const records = await readRecords(
    tx,
    shown.flatMap(({ version }) => (version ? [version.recordSha256] : [])),
  );
  for (const { code, version } of shown) {
    const record = version && records.get(version.recordSha256);
    if (!version || !record || version.status === 'abolished') {
      await dropSearchEntry(tx, procedureId(tx, code));
      continue;
    }
    await putSearchEntry(tx, {
      id: procedureId(tx, code),
      kind: 'procedure',
      url: procedureUrl(code),
      title: record.title,
      summary: [said(record.field), said(record.audience)].filter(Boolean).join('. '),
      body: [code, record.result, record.keywords, ...record.papers.map(({ name }) => name)]
        .map((text) => said(text) ?? '')
        .join('\n'),
      publishedOn: version.effectiveFrom,
    });
  }
}

async function knownOn(
  tx: Tx,
  reading: Pick<ImportReading, 'items'>,
  day: string,
): Promise<Map<string, Known>> {
  const versions = Map.groupBy(
    await readVersions(
      tx,
      reading.items.map(({ record }) => record.code),
    ),
    ({ code }) => code,
  );
  const held = [...versions].map(([code, all]) => {
    const later = versionsAfter(all, day);
    // A procedure known only from a later day is known all the same.
    return { code, version: versionOn(all, day) ?? later[0], hasLater: later.length > 0 };
  });
  const records = await readRecords(
    tx,
    held.flatMap(({ version }) => (version ? [version.recordSha256] : [])),
  );
  return new Map(
    held.flatMap(({ code, version, hasLater }) => {
      const record = version && records.get(version.recordSha256);
      return record
        ? [[code, { record, isAbolished: version.status === 'abolished', hasLater }] as const]
        : [];
    }),
  );
}

function versionRow(
  tx: Tx,
  changeId: string,
  item: PreviewItem,
  application: Application,
  numbers: ReadonlyMap<string, number>,
) {
  const record = ProcedureRecord.parse(item.record);
  const text = recordText(record);
  const version = {
    commune_id: tx.communeId,
    code: item.code,
    number: (numbers.get(item.code) ?? 0) + 1,
    change_id: changeId,
    status: item.item.act === 'abolish' ? 'abolished' : 'in-force',
    record_sha256: sha256(text),
    title: record.title,
    field: said(record.field) ?? '',
    levels: said(record.levels) ?? '',
    audience: said(record.audience) ?? '',
    decision: application.decision || (said(record.decision) ?? ''),
    decided_on: application.decidedOn,
    effective_from: application.effectiveFrom,
    origin: JSON.stringify(item.item.origin),
    recorded_at: tx.now,
  };
  return { text, version };
}

async function lastNumbers(tx: Tx, codes: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.db
    .selectFrom('procedure_version')
    .select((eb) => ['code', eb.fn.max('number').as('last')])
    .where('code', '=', (eb) => eb.fn.any(eb.val([...codes])))
    .groupBy('code')
    .execute();
  return new Map(rows.map(({ code, last }) => [code, last]));
}

/** The first to come has it: a second click or a second officer finds it settled. */
async function claimDraft(tx: Tx, id: string): Promise<void> {
  const row = await tx.db
    .selectFrom('procedure_change')
    .select('status')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row?.status !== 'draft') throw await settled(tx, id);
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  draft: 'chờ xác nhận',
  applied: 'được áp dụng',
  undone: 'được hoàn tác',
  discarded: 'bị bỏ',
};

async function settled(tx: Tx, id: string) {
  const { status } = await findChangeRow(tx, id);
  return procedureError('procedure.already-settled', { state: STATE_WORDS[status] ?? status });
}

async function findChangeRow(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('procedure_change')
    .select([...COLUMNS, 'reading'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw procedureError('procedure.change-unknown');
  return row;
}

type ChangeRow = Omit<Awaited<ReturnType<typeof findChangeRow>>, 'reading'>;

function toChange(row: ChangeRow): ProcedureChange {
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

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
