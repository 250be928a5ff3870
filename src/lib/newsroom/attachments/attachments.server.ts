// Files under articles, in the database: sent in once, looked through for personal data, public exactly as
// long as a live edition carries them.
import { readDocumentFile } from '#lib/documents/index.server.ts';
import {
  findFile,
  listOwnContacts,
  newId,
  readStoredFile,
  registerFile,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import { accountOf, fileNameFor, findPersonalData, isLoaError } from '#lib/platform/index.ts';
import { articleError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import type { Attachment, ShownAttachment } from './attachments.ts';

/**
 * The words of a stored file, read in a process apart; call it before the transaction.
 * @returns null for what has no words a machine can read, such as a scan or a workbook
 */
export async function readAttachmentWords(
  communeId: string,
  { sha256, name }: StoredFile,
): Promise<string | null> {
  try {
    return (await readDocumentFile(await readStoredFile(communeId, sha256), { name })).text;
  } catch (refused) {
    if (isLoaError(refused)) return null;
    throw refused;
  }
}

/** Takes a stored file in as an attachment; one that is known already stays, and isn't swept meanwhile. */
export async function addAttachment(tx: Tx, file: StoredFile, words: string | null): Promise<void> {
  requireCan(tx.actor, 'article.write', {});
  await registerFile(tx, file);
  const id = newId();
  const kept = await tx.db
    .insertInto('attachment')
    .values({
      ...{ commune_id: tx.communeId, id, sha256: file.sha256 },
      personal_data: words === null ? null : kindsIn(words, await listOwnContacts(tx)),
      added_by: accountOf(tx.actor),
      added_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['commune_id', 'sha256']).doUpdateSet({ unused_since: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  if (kept.id !== id) return;
  tx.record({ kind: 'attachment.added', subject: { type: 'attachment', id }, data: {} });
}

/** Keeps which files an edition's newest words carry. @throws LoaError `article.unknown-file` */
export async function keepAttachmentUses(
  tx: Tx,
  editionId: string,
  attachments: readonly Attachment[],
): Promise<void> {
  const known = await selectAttachments(tx, attachments);
  if (known.size < attachments.length) throw articleError('article.unknown-file', {}, 'files');
  await tx.db.deleteFrom('attachment_use').where('edition_id', '=', editionId).execute();
  if (attachments.length === 0) return;
  await tx.db
    .insertInto('attachment_use')
    .values(
      attachments.map(({ file, title }, position) => ({
        ...{ commune_id: tx.communeId, edition_id: editionId, position },
        ...{ sha256: file, title },
      })),
    )
    .execute();
}

/** The files with all that is said of them, in their order; those nobody sent in are left out. */
export async function showAttachments(
  tx: Tx,
  attachments: readonly Attachment[] = [],
): Promise<ShownAttachment[]> {
  const known = await selectAttachments(tx, attachments);
  return attachments.flatMap((attachment) => {
    const about = known.get(attachment.file);
    return about ? [{ ...attachment, ...about }] : [];
  });
}

/** The files of several editions, for feeds. */
export async function listAttachmentsOf(
  tx: Tx,
  editionIds: readonly string[],
): Promise<Map<string, ShownAttachment[]>> {
  const found = new Map<string, ShownAttachment[]>();
  if (editionIds.length === 0) return found;
  const uses = await tx.db
    .selectFrom('attachment_use')
    .select(['edition_id', 'sha256', 'title'])
    .where('edition_id', 'in', [...editionIds])
    .orderBy('position')
    .execute();
  const shown = await showAttachments(
    tx,
    uses.map(({ sha256: file, title }) => ({ file, title })),
  );
  uses.forEach(({ edition_id: edition }, index) => {
    const one = shown[index];
    if (one) found.set(edition, [...(found.get(edition) ?? []), one]);
  });
  return found;
}

/** A file that a live edition carries, under the name readers see it called. */
export async function findPublicAttachment(
  tx: Tx,
  sha256: string,
): Promise<StoredFile | undefined> {
  const live = await selectLive(tx, [sha256]).limit(1).executeTakeFirst();
  return live && findNamed(tx, sha256, live.title);
}

/** Those of these files that live editions carry. */
export async function findPublicAttachments(
  tx: Tx,
  files: readonly string[],
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  return (await selectLive(tx, files).execute()).map(({ sha256 }) => sha256);
}

function selectLive(tx: Tx, files: readonly string[]) {
  return tx.db
    .selectFrom('attachment_use')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'attachment_use.commune_id')
        .onRef('edition.id', '=', 'attachment_use.edition_id'),
    )
    .select(['attachment_use.sha256', 'attachment_use.title'])
    .where('attachment_use.sha256', 'in', [...files])
    .where('edition.status', '=', 'published')
    .orderBy('edition.public_at', 'desc');
}

/** The name a file was sent in by may tell of people; its title was looked through with the words. */
async function findNamed(tx: Tx, sha256: string, title: string): Promise<StoredFile | undefined> {
  const file = await findFile(tx, sha256);
  return file && { ...file, name: fileNameFor(title, file.mediaType) };
}

/** A file that this edition carries, for whoever was given a link to it. */
export async function findAttachmentOf(
  tx: Tx,
  editionId: string,
  sha256: string,
): Promise<StoredFile | undefined> {
  const used = await tx.db
    .selectFrom('attachment_use')
    .select('title')
    .where('edition_id', '=', editionId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return used && findNamed(tx, sha256, used.title);
}

/** An attachment for those who work here. */
export async function findAttachment(tx: Tx, sha256: string): Promise<StoredFile | undefined> {
  requireCan(tx.actor, 'article.see', {});
  const known = await selectAttachments(tx, [{ file: sha256, title: '' }]);
  return known.size > 0 ? findFile(tx, sha256) : undefined;
}

function kindsIn(words: string, ownContacts: readonly string[]): string[] {
  return [...new Set(findPersonalData(words, ownContacts).map(({ kind }) => kind))];
}

type About = Omit<ShownAttachment, keyof Attachment>;

async function selectAttachments(
  tx: Tx,
  attachments: readonly Attachment[],
): Promise<Map<string, About>> {
  if (attachments.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('attachment')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.commune_id', '=', 'attachment.commune_id')
        .onRef('stored_file.sha256', '=', 'attachment.sha256'),
    )
    .select(['attachment.sha256', 'attachment.personal_data', 'stored_file.name'])
    .select(['stored_file.media_type', 'stored_file.size'])
    .where(
      'attachment.sha256',
      'in',
      attachments.map(({ file }) => file),
    )
    .execute();
  return new Map(
    rows.map(({ sha256, name, size, media_type: mediaType, personal_data: personalData }) => [
      sha256,
      { name, mediaType, size, personalData },
    ]),
  );
}
