// The library of pictures: added once, described, used in many places.
import {
  listPictureSizes,
  newId,
  registerFile,
  requestPictureSizes,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import { accountOf, isId, platformError, type EditionStatus } from '#lib/platform/index.ts';
import { fold } from '#lib/vietnam/index.ts';
import { articleError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import { showMedia, type MediaForm, type People, type ShownMedia } from './media.ts';

export interface MediaPicture {
  readonly id: string;
  readonly sha256: string;
  readonly alt: string;
  readonly credit: string;
  readonly people: People;
  readonly focusX: number;
  readonly focusY: number;
  readonly version: number;
  readonly addedAt: string;
  readonly retiredAt: string | null;
  /** How the desk shows it; null while its sizes are being made. */
  readonly shown: ShownMedia | null;
}

export interface MediaUse {
  readonly editionId: string;
  readonly title: string;
  readonly status: EditionStatus;
  /** Nobody approved it. */
  readonly forced: boolean;
}

/**
 * Adds a stored picture. @returns its id
 * @throws LoaError `media.known` where the library has the same bytes
 */
export async function addMedia(tx: Tx, file: StoredFile, form: MediaForm): Promise<string> {
  requireCan(tx.actor, 'media.add', {});
  const known = await tx.db
    .selectFrom('media_picture')
    .select('alt')
    .where('sha256', '=', file.sha256)
    .executeTakeFirst();
  if (known) throw articleError('media.known', { alt: known.alt }, 'file');
  await registerFile(tx, file);
  const id = newId();
  await tx.db
    .insertInto('media_picture')
    .values({
      commune_id: tx.communeId,
      id,
      sha256: file.sha256,
      ...columnsOf(form),
      added_by: accountOf(tx.actor),
      added_at: tx.now,
    })
    .execute();
  await requestPictureSizes(tx, file.sha256);
  record(tx, 'media.added', id, 1);
  return id;
}

/** Changes what is said of a picture. @throws LoaError `record.changed`, `media.not-found` */
export async function changeMedia(
  tx: Tx,
  id: string,
  version: number,
  form: MediaForm,
): Promise<void> {
  requireCan(tx.actor, 'media.add', {});
  await requireRow(tx, id);
  const { numUpdatedRows } = await tx.db
    .updateTable('media_picture')
    .set({ ...columnsOf(form), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw platformError('record.changed', { what: 'Ảnh' });
  record(tx, 'media.changed', id, version + 1);
}

/** Takes a picture out of what is offered, or offers it again; where it stands already it stays. */
export async function retireMedia(tx: Tx, id: string, isRetired: boolean): Promise<void> {
  requireCan(tx.actor, 'media.retire', {});
  const row = await requireRow(tx, id);
  if ((row.retired_at !== null) === isRetired) return;
  await tx.db
    .updateTable('media_picture')
    .set({ retired_at: isRetired ? tx.now : null, version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  record(tx, isRetired ? 'media.retired' : 'media.brought-back', id, row.version + 1);
}

export interface MediaFilter {
  /** Words of the description or of who took it, with or without accents. */
  readonly words: string;
  readonly retired: boolean;
}

/** Pictures, newest first. */
export async function listMedia(
  tx: Tx,
  filter: MediaFilter,
  page: { readonly size: number; readonly start: number },
): Promise<MediaPicture[]> {
  requireCan(tx.actor, 'media.see', {});
  const rows = await selectFiltered(tx, filter)
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.size)
    .offset(page.start)
    .execute();
  return withSizes(tx, rows);
}

export async function countMedia(tx: Tx, filter: MediaFilter): Promise<number> {
  requireCan(tx.actor, 'media.see', {});
  const { count } = await selectFiltered(tx, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A picture with the editions it stands in, by their newest words. @throws LoaError `media.not-found` */
export async function getMedia(
  tx: Tx,
  id: string,
): Promise<{ picture: MediaPicture; uses: MediaUse[] }> {
  requireCan(tx.actor, 'media.see', {});
  const [picture] = await withSizes(tx, [await requireRow(tx, id)]);
  if (!picture) throw articleError('media.not-found');
  const rows = await tx.db
    .selectFrom('media_use')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'media_use.commune_id')
        .onRef('edition.id', '=', 'media_use.edition_id'),
    )
    .select(['edition.id', 'edition.title', 'edition.status', 'edition.approved_how'])
    .where('media_use.sha256', '=', picture.sha256)
    .where('edition.status', '<>', 'superseded')
    .orderBy('edition.changed_at', 'desc')
    .execute();
  const uses = rows.map((row) => ({
    editionId: row.id,
    title: row.title,
    status: row.status as EditionStatus,
    forced: row.approved_how === 'forced',
  }));
  return { picture, uses };
}

type Row = Awaited<ReturnType<typeof requireRow>>;

async function withSizes(tx: Tx, rows: readonly Row[]): Promise<MediaPicture[]> {
  const sizes = await listPictureSizes(
    tx,
    rows.map(({ sha256 }) => sha256),
  );
  return rows.map((row) => {
    const { id, sha256, alt, credit, version, focus_x: focusX, focus_y: focusY } = row;
    const focus = { x: focusX, y: focusY };
    return {
      id,
      sha256,
      alt,
      credit,
      focusX,
      focusY,
      version,
      people: row.people as People,
      addedAt: row.added_at,
      retiredAt: row.retired_at,
      shown: showMedia(sizes.get(sha256) ?? [], focus, deskUrl) ?? null,
    };
  });
}

/** Sizes are shown at the desk by an address that asks who is signed in. */
const deskUrl = (sha256: string) => `/lam-viec/thu-vien-anh/tep/${sha256}`;

function selectFiltered(tx: Tx, { words, retired }: MediaFilter) {
  let query = tx.db
    .selectFrom('media_picture')
    .selectAll()
    .where('retired_at', retired ? 'is not' : 'is', null);
  for (const word of fold(words).split(/\s+/).filter(Boolean)) {
    query = query.where('searched', 'like', `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`);
  }
  return query;
}

function columnsOf({ alt, credit, people, focusX, focusY }: MediaForm) {
  const searched = fold(`${alt} ${credit}`);
  return { alt, credit, people, searched, focus_x: focusX, focus_y: focusY };
}

async function requireRow(tx: Tx, id: string) {
  const row = isId(id)
    ? await tx.db.selectFrom('media_picture').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw articleError('media.not-found');
  return row;
}

function record(
  tx: Tx,
  kind: 'media.added' | 'media.changed' | 'media.retired' | 'media.brought-back',
  id: string,
  version: number,
): void {
  tx.record({ kind, subject: { type: 'media', id }, data: { version } });
}
