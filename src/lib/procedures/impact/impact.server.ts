// What a change of procedures touches inside this room: the versions it writes against what held before,
// the sheets that carry them, the words the commune wrote beside them.
import type { Tx } from '#lib/platform/index.server.ts';
import { readSheets } from '../boards/boards.server.ts';
import { readCurrentGuides } from '../guide/read-guides.server.ts';
import type { ChangePreview } from '../import/receive.server.ts';
import { requireCan } from '../permissions.ts';
import { readRecords, readVersions } from '../versions/versions.server.ts';
import { compareVersions } from '../versions/versions.ts';
import type { NoticeItem } from './notice.ts';

export interface TouchedSheet {
  readonly id: string;
  readonly shortCode: string;
  readonly board: string;
  readonly boardId: string;
  /** False for one that is printed and waits: it isn't to be hung any more. */
  readonly isPosted: boolean;
}

export interface TouchedProcedure extends NoticeItem {
  readonly sheets: readonly TouchedSheet[];
  /** The commune explains it in its own words, which may not hold any more. */
  readonly hasGuide: boolean;
  /** Forms to take away, which may not be the ones wanted any more. */
  readonly forms: number;
}

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
  const codes = items.map(({ code }) => code);
  const sheets = Map.groupBy(await touchedSheets(tx, new Set(codes)), ({ code }) => code);
  const guides = await readCurrentGuides(tx);
  const forms = await tx.db
    .selectFrom('procedure_form')
    .select((eb) => ['code', eb.fn.countAll<string>().as('forms')])
    .where('code', '=', (eb) => eb.fn.any(eb.val(codes)))
    .where('removed_at', 'is', null)
    .groupBy('code')
    .execute();
  const counts = new Map(forms.map((row) => [row.code, Number(row.forms)]));
  return items.map((item) => ({
    ...item,
    forms: counts.get(item.code) ?? 0,
    sheets: sheets.get(item.code) ?? [],
    hasGuide: guides.has(item.code),
  }));
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

async function touchedSheets(tx: Tx, codes: ReadonlySet<string>) {
  const boards = await tx.db.selectFrom('board').select(['id', 'name']).execute();
  const names = new Map(boards.map(({ id, name }) => [id, name]));
  return (await readSheets(tx))
    .filter(({ code }) => codes.has(code))
    .map(({ id, shortCode, code, boardId, postedAt }) => ({
      id,
      code,
      shortCode,
      boardId,
      board: names.get(boardId) ?? '',
      isPosted: postedAt !== null,
    }));
}
