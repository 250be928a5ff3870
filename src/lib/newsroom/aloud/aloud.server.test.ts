// Articles read aloud against a real database: once for the same words, public with their edition, a
// person's reading before the machine's.
import { describe, expect, test } from 'vitest';
import { readEvents, storeFile } from '#lib/platform/index.server.ts';
import { parseMarkup, thePublic } from '#lib/platform/index.ts';
import { withdrawArticle } from '../publish.server.ts';
import { getArticle } from '../read.server.ts';
import { editor, ownWord, person, refusal, useNewsroom } from '../testing.server.ts';
import {
  AUDIO_BYTES,
  AUDIO_TYPES,
  findAudio,
  findPublicAudio,
  listAudioOf,
  readAloud,
  readUnread,
  setReading,
} from './aloud.server.ts';

const { database, as, published, approved, next } = useNewsroom();

/** The beginning of a sound as MP3 has it. */
const sound = (of: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.from(of)]);
function voice() {
  const said: string[] = [];
  return {
    said,
    speak: async (text: string) => {
      said.push(text);
      return sound(text);
    },
  };
}
const audioOf = (id: string) => as(thePublic, (tx) => findAudio(tx, id));
const isPublic = async (sha256: string) =>
  (await as(thePublic, (tx) => findPublicAudio(tx, sha256))) !== undefined;
const reading = () =>
  storeFile(database().communeId, sound(ownWord()), {
    ...{ name: 'phat-thanh-vien.mp3', maxBytes: AUDIO_BYTES, allow: AUDIO_TYPES },
  });

describe('the machine', () => {
  test('reads an article in words once, however often it is asked', async () => {
    const { id } = await published({
      body: parseMarkup(`UBND xã họp ngày 03/6/2023. ${ownWord()}`),
    });
    const { said, speak } = voice();
    for (let round = 0; round < 2; round += 1) await readAloud(database().communeId, id, speak);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Ủy ban nhân dân xã họp ngày ba tháng sáu');
    const audio = await audioOf(id);
    expect(audio).toMatchObject({ voice: 'machine', file: { mediaType: 'audio/mpeg' } });
    expect(await isPublic(audio?.file.sha256 ?? '')).toBe(true);
    const { edition } = await as(editor, (tx) => getArticle(tx, id));
    const events = await as(editor, (tx) =>
      readEvents(tx, { subject: { type: 'item', id: edition.itemId } }),
    );
    expect(events.at(-1)).toMatchObject({ kind: 'article.voiced', data: { voice: 'machine' } });
  });

  test('doesn’t read the same words again for the next edition; the sound is public with a live one', async () => {
    const { id } = await published();
    const { said, speak } = voice();
    await readAloud(database().communeId, id, speak);
    const second = await next(id);
    expect(await audioOf(second)).toBeUndefined();
    await readAloud(database().communeId, second, speak);
    expect(said).toHaveLength(1);
    const sha256 = (await audioOf(second))?.file.sha256 ?? '';
    expect(await isPublic(sha256)).toBe(true);
    await as(editor, (tx) => withdrawArticle(tx, second, { how: 'withdrawn', reason: 'Hết hạn' }));
    expect(await isPublic(sha256)).toBe(false);
  });

  test('finds by itself what is unread, and what has a sound no more', async () => {
    const { id } = await published();
    const { said, speak } = voice();
    // Others of this office may be unread too.
    for (let round = 0; round < 4; round += 1) await readUnread(database().communeId, speak);
    expect(await audioOf(id)).toMatchObject({ voice: 'machine' });
    const before = said.length;
    await readUnread(database().communeId, speak);
    expect(said).toHaveLength(before);
  });

  test('goes on past an article that it can’t voice, and tries that again another day', async () => {
    const mute = ownWord();
    const ids: string[] = [];
    const { id } = await published({ body: parseMarkup(`Không đọc được ${mute}.`) });
    for (let count = 0; count < 3; count += 1) {
      ids.push((await published({ body: parseMarkup(`Đọc được ${ownWord()}.`) })).id);
    }
    let tries = 0;
    const broken = async (text: string) => {
      if (!text.includes(mute)) return sound(text);
      tries += 1;
      throw new Error('the voice broke off');
    };
    const run = async (day: string) => {
      for (let round = 0; round < 4; round += 1) {
        await readUnread(database().communeId, broken, `${day}T01:00:00.000Z`);
      }
      return tries;
    };
    expect(await run('2023-07-01')).toBe(1);
    for (const one of ids) expect(await audioOf(one)).toMatchObject({ voice: 'machine' });
    expect(await audioOf(id)).toBeUndefined();
    // The second wait is twice as long.
    expect(await run('2023-07-02')).toBe(2);
    expect(await run('2023-07-03')).toBe(2);
    expect(await run('2023-07-04')).toBe(3);
    const { speak } = voice();
    await readUnread(database().communeId, speak, '2023-08-10T01:00:00.000Z');
    expect(await audioOf(id)).toMatchObject({ voice: 'machine' });
  });

  test('looks past what is too long for a voice, however much of it there is', async () => {
    const { id } = await published();
    const long = await published({ body: parseMarkup('Bà con chú ý nghe cho rõ. '.repeat(2_600)) });
    await readUnread(database().communeId, voice().speak, '2023-08-11T01:00:00.000Z');
    expect(await audioOf(id)).toMatchObject({ voice: 'machine' });
    const aside = await as(editor, (tx) =>
      tx.db.selectFrom('article_unread').selectAll().where('edition_id', '=', long.id).execute(),
    );
    expect(aside).toMatchObject([{ not_before: '2023-09-10' }]);
    await as(editor, (tx) => withdrawArticle(tx, long.id, { how: 'withdrawn', reason: 'Hết hạn' }));
    await readUnread(database().communeId, voice().speak, '2023-08-12T01:00:00.000Z');
    const left = await as(editor, (tx) =>
      tx.db.selectFrom('article_unread').select('edition_id').execute(),
    );
    expect(left.map((row) => row.edition_id)).not.toContain(long.id);
  });

  test('reads nothing that isn’t live, and nothing that would take the evening', async () => {
    const { said, speak } = voice();
    await readAloud(database().communeId, await approved(), speak);
    const long = await published({ body: parseMarkup('Bà con chú ý nghe cho rõ. '.repeat(2_600)) });
    await readAloud(database().communeId, long.id, speak);
    expect(said).toEqual([]);
  });
});

test('feeds name what was read, and nothing for what wasn’t', async () => {
  const [read, unread] = [await published(), await published()];
  await readAloud(database().communeId, read.id, voice().speak);
  const listed = await as(thePublic, (tx) => listAudioOf(tx, [read.id, unread.id]));
  const file = (await audioOf(read.id))?.file;
  expect([...listed]).toEqual([
    [read.id, { sha256: file?.sha256, mediaType: 'audio/mpeg', size: file?.size }],
  ]);
  expect(await as(thePublic, (tx) => listAudioOf(tx, []))).toEqual(new Map());
});

describe('a person', () => {
  test('records under any name: the public saves it by the page’s', async () => {
    const { id } = await published();
    const file = await reading();
    await as(editor, (tx) => setReading(tx, id, file));
    const given = await as(thePublic, (tx) => findPublicAudio(tx, file.sha256));
    expect(given?.name).toBe('doc-bai.mp3');
  });

  test('takes the machine’s place, and the machine doesn’t take it back', async () => {
    const { id } = await published();
    const { speak } = voice();
    await readAloud(database().communeId, id, speak);
    const file = await reading();
    await as(editor, (tx) => setReading(tx, id, file));
    await readAloud(database().communeId, id, speak);
    expect(await audioOf(id)).toMatchObject({ voice: 'person', file: { sha256: file.sha256 } });
  });

  test('reads what is public, and has to be one who may publish', async () => {
    const file = await reading();
    const draft = await approved();
    await expect(as(editor, (tx) => setReading(tx, draft, file))).rejects.toEqual(
      refusal('article.not-live'),
    );
    const { id } = await published();
    await expect(as(person('member'), (tx) => setReading(tx, id, file))).rejects.toEqual(
      refusal('access.denied'),
    );
  });
});
