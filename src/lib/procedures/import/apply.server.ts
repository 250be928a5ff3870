// A difference applied as one change in one transaction, and taken back as one. Nothing is ever half applied.
import { accountOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { sha256Hex } from '#lib/platform/index.server.ts';
import { procedureError } from '../errors.ts';
import type { ProcedureAppliedData, ProcedureUndoneData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { ProcedureRecord, recordText, said } from '../record/record.ts';
import { indexProcedures } from '../search/public-index.server.ts';
import { settled } from './changes.server.ts';
import type { PreviewCounts, PreviewItem } from './preview.ts';
import { previewChange } from './receive.server.ts';

/** Procedures per statement; far below the server's limit of parameters. */
const CHUNK = 500;

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
    digest: sha256Hex(
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
  const data: ProcedureUndoneData = { versions: versions.length, digest: sha256Hex(reason.trim()) };
  tx.record({
    kind: 'procedure.undone',
    subject: { type: 'procedure-change', id },
    data: { ...data },
  });
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
    record_sha256: sha256Hex(text),
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
