// Files under articles against a real database: only what was sent in as one, looked through for personal
// data, public exactly as long as a live edition carries it.
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readEvents, registerFile, storeFile } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { publishArticle, withdrawArticle } from '../publish.server.ts';
import { getArticle } from '../read.server.ts';
import { approveArticle, correctArticle, saveArticle, submitArticle } from '../write.server.ts';
import {
  article,
  editor,
  leader,
  ownWord,
  person,
  refusal,
  useNewsroom,
} from '../testing.server.ts';
import {
  addAttachment,
  findAttachment,
  findAttachmentOf,
  findPublicAttachment,
  listAttachmentsOf,
  readAttachmentWords,
} from './attachments.server.ts';
import { ATTACHMENT_BYTES, ATTACHMENT_TYPES } from './attachments.ts';

const { database, as, start, published, approved } = useNewsroom();

const store = (bytes: Uint8Array, name = 'mau-don.txt') =>
  storeFile(database().communeId, bytes, {
    ...{ name, maxBytes: ATTACHMENT_BYTES, allow: ATTACHMENT_TYPES },
  });

/** A text file with these words, sent in. @returns its hash */
async function sentIn(words: string): Promise<string> {
  const file = await store(Buffer.from(`${words}\nMẫu ${ownWord()}`));
  const read = await readAttachmentWords(database().communeId, file);
  await as(editor, (tx) => addAttachment(tx, file, read));
  return file.sha256;
}
const attached = (file: string, title = 'Mẫu đơn đề nghị') => ({ attachments: [{ file, title }] });
const publicly = (file: string) => as(thePublic, (tx) => findPublicAttachment(tx, file));

describe('a file under an article', () => {
  test('is given to everybody while a live edition carries it, not before and not after', async () => {
    const file = await sentIn('Đơn đề nghị xác nhận cư trú');
    const id = await approved(attached(file));
    expect(await publicly(file)).toBeUndefined();
    expect(await as(thePublic, (tx) => findAttachmentOf(tx, id, file))).toMatchObject({
      name: 'mau-don-de-nghi.txt',
    });
    await as(editor, (tx) => publishArticle(tx, id, 'refuse'));
    expect(await publicly(file)).toMatchObject({ sha256: file, mediaType: 'text/plain' });
    const listed = await as(thePublic, (tx) => listAttachmentsOf(tx, [id]));
    expect(listed.get(id)).toMatchObject([{ file, title: 'Mẫu đơn đề nghị', personalData: [] }]);
    await as(editor, (tx) => withdrawArticle(tx, id, { how: 'withdrawn', reason: 'Mẫu đã đổi' }));
    expect(await publicly(file)).toBeUndefined();
  });

  test('is saved by what readers see it called, not by the name it was sent in by', async () => {
    const words = Buffer.from(`Đơn của một người ${ownWord()}`);
    const file = await store(words, 'CCCD_030199001234_nguoi-gui.txt');
    await as(editor, (tx) => addAttachment(tx, file, 'Đơn'));
    await published(attached(file.sha256, 'Mẫu đơn số 1: đề nghị xác nhận'));
    expect((await publicly(file.sha256))?.name).toBe('mau-don-so-1-de-nghi-xac-nhan.txt');
    // At the desk it is the file that was sent in.
    expect((await as(editor, (tx) => findAttachment(tx, file.sha256)))?.name).toContain('CCCD');
  });

  test('goes with the edition that drops it, and stays with one that carries it on', async () => {
    const [kept, dropped] = [await sentIn('Giấy giữ lại'), await sentIn('Giấy bỏ đi')];
    const { id } = await published({
      attachments: [
        { file: kept, title: 'Giữ' },
        { file: dropped, title: 'Bỏ' },
      ],
    });
    const second = await as(editor, (tx) => correctArticle(tx, id));
    const words = article({ attachments: [{ file: kept, title: 'Giữ' }] });
    const saving = { article: words, base: 1, minor: false, changeNote: '' };
    await as(editor, (tx) => saveArticle(tx, second, saving));
    await as(editor, (tx) => submitArticle(tx, second));
    await as(leader, (tx) => approveArticle(tx, second, 2));
    await as(editor, (tx) => publishArticle(tx, second, 'refuse'));
    expect(await publicly(kept)).toBeDefined();
    expect(await publicly(dropped)).toBeUndefined();
  });

  test('is one that was sent in for it: no other file of the store becomes public by its hash', async () => {
    const sealed = await store(Buffer.from(`Biên bản nội bộ ${ownWord()}`), 'bien-ban.txt');
    await as(editor, (tx) => registerFile(tx, sealed));
    await expect(start(attached(sealed.sha256))).rejects.toEqual(refusal('article.unknown-file'));
    expect(await as(editor, (tx) => findAttachment(tx, sealed.sha256))).toBeUndefined();
  });

  test('sent in twice is one, with one event that names nobody and no file', async () => {
    const file = await store(Buffer.from(`Tờ khai ${ownWord()}`));
    for (let round = 0; round < 2; round += 1) {
      await as(editor, (tx) => addAttachment(tx, file, 'Tờ khai'));
    }
    const events = await as(editor, (tx) => readEvents(tx, { kinds: ['attachment.added'] }));
    const known = await as(editor, (tx) =>
      tx.db.selectFrom('attachment').select('id').where('sha256', '=', file.sha256).execute(),
    );
    expect(known).toHaveLength(1);
    const own = events.filter(({ subject }) => subject.id === known[0]?.id);
    expect(own).toMatchObject([{ data: {} }]);
  });
});

describe('what stands in a file', () => {
  test('is looked through: personal data stops the article until somebody answers for it', async () => {
    const file = await sentIn('Liên hệ anh trưởng thôn, điện thoại 0912 345 678.');
    const id = await approved(attached(file, 'Danh sách liên hệ'));
    const { faults } = await as(editor, (tx) => getArticle(tx, id));
    expect(faults.map(({ text }) => text).join()).toContain(
      'số điện thoại trong tệp “Danh sách liên hệ”',
    );
    const publish = (answer: 'refuse' | 'confirm') =>
      as(editor, (tx) => publishArticle(tx, id, answer));
    await expect(publish('refuse')).rejects.toEqual(refusal('article.personal-data'));
    await publish('confirm');
    expect(await publicly(file)).toBeDefined();
  });

  test('that no machine can read has to be looked at by a person', async () => {
    const broken = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000)]);
    const file = await store(broken, 'ban-quet.pdf');
    const words = await readAttachmentWords(database().communeId, file);
    expect(words).toBeNull();
    await as(editor, (tx) => addAttachment(tx, file, words));
    const id = await approved(attached(file.sha256, 'Bản quét'));
    await expect(as(editor, (tx) => publishArticle(tx, id, 'refuse'))).rejects.toThrow(
      'tệp “Bản quét” máy không đọc được, phải tự xem',
    );
  });

  test.each([
    ['a page that a browser would run', '<html><script>1</script></html>', 'xem.pdf'],
    ['a program', '#!/bin/sh\0\x01', 'mau.docx'],
  ])('%s is not taken, whatever its name says', async (_what, bytes, name) => {
    const taken = store(Buffer.from(bytes), name);
    if (name.endsWith('docx')) await expect(taken).rejects.toEqual(refusal('file.type-refused'));
    // Words are words: given out as plain text that no browser runs.
    else expect((await taken).mediaType).toBe('text/plain');
  });
});

test.each<[string, Actor]>([
  ['the public', thePublic],
  ['who looks after accounts', person('administrator')],
])('%s may not send files in', async (_who, actor) => {
  const file = await store(Buffer.from(`Đơn ${ownWord()}`));
  await expect(as(actor, (tx) => addAttachment(tx, file, ''))).rejects.toMatchObject({
    code: expect.stringMatching(/^access\./),
  });
});
