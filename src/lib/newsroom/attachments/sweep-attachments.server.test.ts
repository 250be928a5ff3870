// Files that were sent in and stand under nothing go after a while, and nothing else does.
import { expect, test } from 'vitest';
import { findFile, readEvents, storeFile } from '#lib/platform/index.server.ts';
import { article, editor, ownWord, useNewsroom } from '../testing.server.ts';
import { dropArticleDraft, keepArticleDraft, saveArticle, trashArticle } from '../write.server.ts';
import { getArticle } from '../read.server.ts';
import { addAttachment, findAttachment } from './attachments.server.ts';
import { ATTACHMENT_BYTES, ATTACHMENT_TYPES } from './attachments.ts';
import { sweepAttachments } from './sweep-attachments.server.ts';

const { database, as, start } = useNewsroom();

async function sentIn(words = ownWord()): Promise<string> {
  const file = await storeFile(database().communeId, Buffer.from(`Mẫu ${words}`), {
    ...{ name: 'mau.txt', maxBytes: ATTACHMENT_BYTES, allow: ATTACHMENT_TYPES },
  });
  await as(editor, (tx) => addAttachment(tx, file, ''));
  return file.sha256;
}

const attached = (file: string) => ({ attachments: [{ file, title: 'Mẫu đơn' }] });
const isThere = (file: string) =>
  as(editor, async (tx) => (await findAttachment(tx, file)) !== undefined);
/** Noon of a day of July 2023. */
const sweepOn = (day: string) =>
  sweepAttachments(database().communeId, `2023-${day}T05:00:00.000Z`);
const save = (id: string, given: object) =>
  as(editor, (tx) =>
    saveArticle(tx, id, { article: article(given), base: 1, minor: false, changeNote: '' }),
  );

test('a file that was dropped from a draft goes thirty days after it was missed, with an event', async () => {
  const dropped = await sentIn();
  const id = await start(attached(dropped));
  expect(await sweepOn('07-01')).toBe(0);
  await save(id, {});
  expect(await sweepOn('08-01')).toBe(0);
  expect(await sweepOn('08-30')).toBe(0);
  expect(await isThere(dropped)).toBe(true);
  expect(await sweepOn('08-31')).toBe(1);
  expect(await isThere(dropped)).toBe(false);
  expect(await as(editor, (tx) => findFile(tx, dropped))).toBeUndefined();
  const events = await as(editor, (tx) => readEvents(tx, { kinds: ['attachment.swept'] }));
  expect(events).toHaveLength(1);
});

test('what is carried stays: by an edition, in the bin, by what somebody types and didn’t save', async () => {
  const [carried, binned, typed] = [await sentIn(), await sentIn(), await sentIn()];
  await start(attached(carried));
  const bin = await start(attached(binned));
  await as(editor, async (tx) => trashArticle(tx, (await getArticle(tx, bin)).edition.itemId));
  const draft = await start();
  await as(editor, (tx) =>
    keepArticleDraft(tx, draft, { base: 1, article: article(attached(typed)) }),
  );
  await sweepOn('09-01');
  expect(await sweepOn('12-01')).toBe(0);
  await as(editor, (tx) => dropArticleDraft(tx, draft));
  await sweepOn('12-02');
  const taken = await start(attached(typed));
  expect([await sweepOn('12-31'), taken]).toEqual([0, taken]);
  for (const file of [carried, binned, typed]) expect(await isThere(file)).toBe(true);
});

test('a file that is sent in again has its thirty days again, from before the text is saved', async () => {
  const words = ownWord();
  const file = await sentIn(words);
  await sweepOn('07-01');
  await sentIn(words);
  expect([await sweepOn('08-01'), await isThere(file)]).toEqual([0, true]);
  expect([await sweepOn('08-31'), await isThere(file)]).toEqual([1, false]);
});

test('a file that something else names too loses only its place among attachments', async () => {
  const file = await sentIn();
  await as(editor, (tx) =>
    tx.db
      .insertInto('stored_picture')
      .values({
        ...{ commune_id: tx.communeId, sha256: file, web_sha256: file },
        ...{ width: 1, height: 1 },
      })
      .execute(),
  );
  await sweepOn('07-01');
  expect(await sweepOn('12-01')).toBe(1);
  expect(await as(editor, (tx) => findFile(tx, file))).toBeDefined();
});
