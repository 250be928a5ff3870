// Articles read aloud (ruling 28): a sound for each edition that goes out, made by a job, or read by a
// person. Public exactly as long as its edition is live.
import {
  defineJob,
  findFile,
  getEdition,
  inCommune,
  logFailure,
  MOST_SPOKEN_LETTERS,
  registerFile,
  sha256Hex,
  speak,
  storeFile,
  whyNoSpeech,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import { accountOf, fileNameFor, systemJob } from '#lib/platform/index.ts';
import { articleError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import { radioText } from '../radio-text.ts';
import { articleOf } from '../write.server.ts';
import { DAYS_TOO_LONG, putAside, selectUnread } from './unread.server.ts';

export const AUDIO_TYPES: readonly string[] = ['audio/mpeg', 'audio/mp4'];
export const AUDIO_BYTES = 20 * 1024 * 1024;
const JOB = 'articles.read-aloud';

export interface ArticleAudio {
  readonly file: StoredFile;
  readonly voice: 'machine' | 'person';
}

/** So many are read in one run. */
const READ_A_RUN = 5;

// Looks for what is unread by itself, so that it also reads what was published before the machine had a voice.
defineJob({
  name: JOB,
  everyMinutes: 5,
  run: async (communeId) => {
    if ((await whyNoSpeech()) === undefined) await readUnread(communeId);
  },
});

/** Reads some of what is live and has no sound yet, each on its own: one that fails keeps no other back. */
export async function readUnread(
  communeId: string,
  voice: (text: string) => Promise<Uint8Array> = speak,
  now = new Date().toISOString(),
): Promise<void> {
  const as = { write: true, actor: systemJob(JOB), now };
  for (const id of await inCommune(communeId, (tx) => takeUnread(tx, READ_A_RUN), as)) {
    try {
      await readAloud(communeId, id, voice);
    } catch (failure) {
      logFailure(failure, JOB);
      await inCommune(communeId, (tx) => putAside(tx, id), as);
    }
  }
}

/**
 * Makes the sound of a live edition, unless a person read it; words that were read before aren't read
 * again. Done twice it changes nothing.
 */
export async function readAloud(
  communeId: string,
  editionId: string,
  voice: (text: string) => Promise<Uint8Array> = speak,
): Promise<void> {
  const as = { write: true, actor: systemJob(JOB) };
  const asked = await inCommune(communeId, (tx) => selectAsked(tx, editionId), as);
  if (!asked) return;
  const { text, textSha256, known } = asked;
  const file =
    known ??
    (await storeFile(communeId, await voice(text), {
      ...{ name: 'doc-bai.mp3', maxBytes: AUDIO_BYTES, allow: AUDIO_TYPES },
    }));
  await inCommune(
    communeId,
    async (tx) => {
      // Meanwhile a person may have read it, or it was taken off.
      if (await selectAsked(tx, editionId)) await keep(tx, editionId, file, 'machine', textSha256);
    },
    as,
  );
}

/** Sets a person's reading of a live article. @throws LoaError `article.not-live` */
export async function setReading(tx: Tx, editionId: string, file: StoredFile): Promise<void> {
  requireCan(tx.actor, 'article.publish', {});
  const edition = await getEdition(tx, editionId);
  if (edition.status !== 'published') throw articleError('article.not-live');
  await keep(tx, editionId, file, 'person', sha256Hex(wordsOf(edition)));
}

/** The sound of an edition. */
export async function findAudio(tx: Tx, editionId: string): Promise<ArticleAudio | undefined> {
  const row = await tx.db
    .selectFrom('article_audio')
    .select(['sha256', 'voice'])
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  const file = row && (await findFile(tx, row.sha256));
  return file && { file, voice: row.voice === 'person' ? 'person' : 'machine' };
}

/** Where the sounds of several editions lie, for feeds; editions without one are left out. */
export async function listAudioOf(
  tx: Tx,
  editionIds: readonly string[],
): Promise<Map<string, Pick<StoredFile, 'sha256' | 'mediaType' | 'size'>>> {
  if (editionIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('article_audio')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.commune_id', '=', 'article_audio.commune_id')
        .onRef('stored_file.sha256', '=', 'article_audio.sha256'),
    )
    .select(['edition_id', 'stored_file.sha256', 'media_type', 'size'])
    .where('edition_id', 'in', [...editionIds])
    .execute();
  return new Map(
    rows.map(({ edition_id: edition, sha256, media_type: mediaType, size }) => {
      return [edition, { sha256, mediaType, size: Number(size) }];
    }),
  );
}

/** A sound of a live edition by its hash. */
export async function findPublicAudio(tx: Tx, sha256: string): Promise<StoredFile | undefined> {
  const live = await tx.db
    .selectFrom('article_audio')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'article_audio.commune_id')
        .onRef('edition.id', '=', 'article_audio.edition_id'),
    )
    .select('edition.id')
    .where('article_audio.sha256', '=', sha256)
    .where('edition.status', '=', 'published')
    .limit(1)
    .executeTakeFirst();
  const file = live && (await findFile(tx, sha256));
  // A reader's recording comes under any name.
  return file && { ...file, name: fileNameFor('Đọc bài', file.mediaType) };
}

function wordsOf(edition: { readonly content: string }): string {
  return radioText(articleOf(edition)).text;
}

/** Live articles without a sound that can be read, the newest first; what is too long is put aside. */
async function takeUnread(tx: Tx, most: number): Promise<string[]> {
  const unread: string[] = [];
  for (const id of await selectUnread(tx)) {
    if (unread.length === most) break;
    if (await selectAsked(tx, id)) unread.push(id);
    else await putAside(tx, id, DAYS_TOO_LONG);
  }
  return unread;
}

/** What is to be read; undefined where nothing is. */
async function selectAsked(tx: Tx, editionId: string) {
  const edition = await getEdition(tx, editionId);
  if (edition.status !== 'published' || edition.kind !== 'article') return undefined;
  const text = wordsOf(edition);
  if (text.length > MOST_SPOKEN_LETTERS) return undefined;
  const textSha256 = sha256Hex(text);
  const own = await tx.db
    .selectFrom('article_audio')
    .select('voice')
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  if (own) return undefined;
  const before = await tx.db
    .selectFrom('article_audio')
    .select('sha256')
    .where('text_sha256', '=', textSha256)
    .where('voice', '=', 'machine')
    .limit(1)
    .executeTakeFirst();
  return { text, textSha256, known: before && (await findFile(tx, before.sha256)) };
}

async function keep(
  tx: Tx,
  editionId: string,
  file: StoredFile,
  voice: ArticleAudio['voice'],
  textSha256: string,
): Promise<void> {
  await registerFile(tx, file);
  const values = {
    ...{ sha256: file.sha256, voice, text_sha256: textSha256 },
    made_by: accountOf(tx.actor),
    made_at: tx.now,
  };
  await tx.db
    .insertInto('article_audio')
    .values({ commune_id: tx.communeId, edition_id: editionId, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id', 'edition_id']).doUpdateSet(values))
    .execute();
  const { itemId } = await getEdition(tx, editionId);
  tx.record({
    kind: 'article.voiced',
    subject: { type: 'item', id: itemId },
    data: { edition: editionId, voice, sha256: file.sha256 },
  });
}
