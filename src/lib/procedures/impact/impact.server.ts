// What a change of procedures touches inside this room: the versions it writes against what held before,
// and where the old words stand.
import type { Tx } from '#lib/platform/index.server.ts';
import type { ChangePreview } from '../import/receive.server.ts';
import { requireCan } from '../permissions.ts';
import { readRecords, readVersions } from '../versions/versions.server.ts';
import { compareVersions } from '../versions/versions.ts';
import { said } from '../record/record.ts';
import type { NoticeItem } from './notice.ts';
import { noTraces, readTraces, type Traces } from './traces.server.ts';

export interface TouchedProcedure extends NoticeItem, Traces {}

/**
 * What a change touches if it took effect on a day, or what it has touched.
 * @param preview of a draft; of an applied change its versions are read again
 * @throws LoaError `access.denied`
 */
export async function readImpact(tx: Tx, preview: ChangePreview): Promise<TouchedProcedure[]> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  const { change } = preview;
  const items = change.status === 'draft' ? itemsOf(preview) : await appliedItems(tx, change.id);
  if (items.length === 0) return [];
  const traces = await readTraces(
    tx,
    items.map(({ code, title, after }) => ({ code, title, field: said(after.field) ?? '' })),
  );
  return items.map((item) => ({ ...item, ...(traces.get(item.code) ?? noTraces) }));
}

function itemsOf({ items }: ChangePreview): NoticeItem[] {
  return items.flatMap(({ code, title, outcome, record, before }) => {
    const isTold = outcome === 'new' || outcome === 'changed' || outcome === 'abolished';
    return isTold && record
      ? [{ code, title: record.title || title, act: outcome, before, after: record }]
      : [];
  });
}

/** The versions of an applied change, each against the one that held before it. */
async function appliedItems(tx: Tx, changeId: string): Promise<NoticeItem[]> {
  const rows = await tx.db
    .selectFrom('procedure_version')
    .select('code')
    .where('change_id', '=', changeId)
    .execute();
  const versions = await readVersions(
    tx,
    rows.map(({ code }) => code),
  );
  const pairs = [...Map.groupBy(versions, ({ code }) => code)].flatMap(([code, all]) => {
    const chain = all
      .filter((one) => !one.isUndone || one.changeId === changeId)
      .toSorted((one, other) => compareVersions(other, one));
    const at = chain.findIndex((one) => one.changeId === changeId);
    const version = chain[at];
    return version ? [{ code, version, before: chain[at - 1] }] : [];
  });
  const records = await readRecords(
    tx,
    pairs.flatMap(({ version, before }) => [
      version.recordSha256,
      ...(before ? [before.recordSha256] : []),
    ]),
  );
  return pairs.flatMap(({ code, version, before }): NoticeItem[] => {
    const after = records.get(version.recordSha256);
    if (!after) return [];
    const old = before?.status === 'in-force' ? records.get(before.recordSha256) : undefined;
    const act = version.status === 'abolished' ? 'abolished' : old ? 'changed' : 'new';
    return [{ code, title: version.title, act, before: old ?? null, after }];
  });
}
