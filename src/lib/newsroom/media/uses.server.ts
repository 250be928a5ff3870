// Where pictures stand: kept with every saving, so that "who uses this?" and "is this public?" are questions
// of one index, not of reading every text.
import {
  findFile,
  listPictureSizes,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import { fileNameFor, type PICTURE_FORMATS, type RichText } from '#lib/platform/index.ts';
import { articleError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import { picturesOf, showMedia, type ShownMedia } from './media.ts';

/** In pixels: enough beside a title, light enough for a list of many. */
const THUMBNAIL_WIDTH = 240;
/** The position of a text's first picture. */
const FIRST = 0;

type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Keeps which pictures an edition's newest words show. @throws LoaError `media.unknown-picture` */
export async function keepMediaUses(tx: Tx, editionId: string, body: RichText): Promise<void> {
  const wanted = picturesOf(body);
  const known = await selectKnown(tx, wanted);
  if (known.length < wanted.length) throw articleError('media.unknown-picture', {}, 'body');
  await tx.db.deleteFrom('media_use').where('edition_id', '=', editionId).execute();
  if (wanted.length === 0) return;
  await tx.db
    .insertInto('media_use')
    .values(
      wanted.map((sha256, position) => ({
        ...{ commune_id: tx.communeId, sha256, edition_id: editionId, position },
      })),
    )
    .execute();
}

/** How a public page shows the pictures of a text, by the hash each has in it. */
export async function showPictures(
  tx: Tx,
  body: RichText,
  urlOf: (sha256: string) => string,
): Promise<Record<string, ShownMedia>> {
  const wanted = picturesOf(body);
  if (wanted.length === 0) return {};
  const sizes = await listPictureSizes(tx, wanted);
  const shown: Record<string, ShownMedia> = {};
  for (const { sha256, focus_x: x, focus_y: y } of await selectKnown(tx, wanted)) {
    const media = showMedia(sizes.get(sha256) ?? [], { x, y }, urlOf);
    if (media) shown[sha256] = media;
  }
  return shown;
}

/**
 * The first picture of each edition, by the edition's id, in its small sizes; editions without one, or
 * whose sizes aren't made yet, have none.
 */
export async function showThumbnails(
  tx: Tx,
  editionIds: readonly string[],
  urlOf: (sha256: string) => string,
): Promise<Record<string, ShownMedia>> {
  if (editionIds.length === 0) return {};
  const rows = await tx.db
    .selectFrom('media_use as used')
    .innerJoin('media_picture as picture', (join) =>
      join
        .onRef('picture.commune_id', '=', 'used.commune_id')
        .onRef('picture.sha256', '=', 'used.sha256'),
    )
    .innerJoin('picture_size as size', (join) =>
      join
        .onRef('size.commune_id', '=', 'used.commune_id')
        .onRef('size.original_sha256', '=', 'used.sha256'),
    )
    .select(['used.edition_id', 'picture.focus_x', 'picture.focus_y'])
    .select(['size.format', 'size.width', 'size.height', 'size.sha256'])
    .where('used.edition_id', 'in', [...editionIds])
    .where('used.position', '=', FIRST)
    .orderBy('size.width')
    .execute();
  const shown: Record<string, ShownMedia> = {};
  for (const [edition, made] of Map.groupBy(rows, (row) => row.edition_id)) {
    const [smallest] = made;
    if (!smallest) continue;
    const most = Math.max(THUMBNAIL_WIDTH, smallest.width);
    const { focus_x: x, focus_y: y } = smallest;
    const sizes = made.map((row) => ({ ...row, format: row.format as PictureFormat }));
    const small = sizes.filter(({ width }) => width <= most);
    const media = showMedia(small, { x, y }, urlOf);
    if (media) shown[edition] = media;
  }
  return shown;
}

/** One size of a picture that stands in a live edition. The original is never given out. */
export async function findPublicMediaFile(tx: Tx, sha256: string): Promise<StoredFile | undefined> {
  const live = await selectLive(tx, [sha256]).limit(1).executeTakeFirst();
  return live && findNamed(tx, sha256);
}

/** Those of these files that are sizes of pictures in live editions. */
export async function findPublicMediaFiles(
  tx: Tx,
  files: readonly string[],
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  return (await selectLive(tx, files).execute()).map(({ sha256 }) => sha256);
}

function selectLive(tx: Tx, files: readonly string[]) {
  return selectUsed(tx, files)
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'media_use.commune_id')
        .onRef('edition.id', '=', 'media_use.edition_id'),
    )
    .where('edition.status', '=', 'published');
}

/** The name a picture was sent in by may tell of people. */
async function findNamed(tx: Tx, sha256: string): Promise<StoredFile | undefined> {
  const file = await findFile(tx, sha256);
  return file && { ...file, name: fileNameFor('Ảnh', file.mediaType) };
}

/** One size of a picture that stands in this edition, for whoever was given a link to it. */
export async function findMediaFileOf(
  tx: Tx,
  editionId: string,
  sha256: string,
): Promise<StoredFile | undefined> {
  const used = await selectUsed(tx, [sha256])
    .where('media_use.edition_id', '=', editionId)
    .executeTakeFirst();
  return used && findNamed(tx, sha256);
}

/**
 * One size of a picture of the library, for those who work here; asked for by the hash of the original,
 * as texts name it, the size an editor shows.
 */
export async function findMediaFile(tx: Tx, sha256: string): Promise<StoredFile | undefined> {
  requireCan(tx.actor, 'media.see', {});
  const sizes = (await listPictureSizes(tx, [sha256])).get(sha256) ?? [];
  const shown = showMedia(sizes, { x: 50, y: 50 }, (size) => size)?.url ?? sha256;
  const known = await selectSizes(tx, [shown]).limit(1).executeTakeFirst();
  return known && findFile(tx, shown);
}

function selectUsed(tx: Tx, files: readonly string[]) {
  return selectSizes(tx, files).innerJoin('media_use', (join) =>
    join
      .onRef('media_use.commune_id', '=', 'picture_size.commune_id')
      .onRef('media_use.sha256', '=', 'picture_size.original_sha256'),
  );
}

function selectSizes(tx: Tx, files: readonly string[]) {
  return tx.db
    .selectFrom('picture_size')
    .select('picture_size.sha256')
    .where('picture_size.sha256', 'in', [...files]);
}

async function selectKnown(tx: Tx, files: readonly string[]) {
  if (files.length === 0) return [];
  return tx.db
    .selectFrom('media_picture')
    .select(['sha256', 'focus_x', 'focus_y'])
    .where('sha256', 'in', [...files])
    .execute();
}
