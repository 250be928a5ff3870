// An import from file to difference: read and kept, looked over beside what holds, or put aside. Nothing
// is public yet.
import { accountOf, type SheetCells } from '#lib/platform/index.ts';
import { newId, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { procedureError } from '../errors.ts';
import type { ProcedureReceivedData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { readRecords, readVersions } from '../versions/versions.server.ts';
import { versionOn, versionsAfter } from '../versions/versions.ts';
import { findChangeRow, settled, toChange, type ProcedureChange } from './changes.server.ts';
import type { ImportReading } from './import-reading.ts';
import {
  countOutcomes,
  previewImport,
  type Known,
  type PreviewCounts,
  type PreviewItem,
} from './preview.ts';
import { readImport } from './read-import.ts';

export interface ImportSource {
  /** Of the file, as the list of imports shows it. */
  readonly name: string;
  /** The text of a file, a pasted one, or the cells of a workbook. */
  readonly content: string | readonly SheetCells[];
}

/**
 * Reads a file's text or a pasted one and keeps what was understood for looking over.
 * @returns the id of the change
 * @throws LoaError `access.denied`, `procedure.nothing-read`
 */
export async function receiveProcedures(tx: Tx, { name, content }: ImportSource): Promise<string> {
  requireCan(tx.actor, 'procedure.receive', {});
  if (content.length === 0 || (typeof content === 'string' && content.trim() === '')) {
    throw procedureError('procedure.nothing-read');
  }
  const reading = readImport(content);
  const id = newId();
  const digest = sha256Hex(typeof content === 'string' ? content : JSON.stringify(content));
  await tx.db
    .insertInto('procedure_change')
    .values({
      commune_id: tx.communeId,
      id,
      status: 'draft',
      kind: reading.kind,
      source_name: name,
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
    seen: sha256Hex(
      JSON.stringify(items.map(({ code, outcome, changes }) => [code, outcome, changes])),
    ),
  };
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
