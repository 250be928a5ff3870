// The address of the calendar of publication on a real database: who gets one, what it gives, and when nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import { createAccount, disableAccount, newId, updateAccount } from '#lib/platform/index.server.ts';
import { systemJob, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { toInstant } from '#lib/vietnam/index.ts';
import { can } from '../permissions.ts';
import {
  publishArticle,
  publishDueArticles,
  scheduleArticle,
  withdrawArticle,
} from '../publish.server.ts';
import { article, editor, leader, person, refusal, useNewsroom } from '../testing.server.ts';
import { approveArticle, correctArticle, saveArticle, submitArticle } from '../write.server.ts';
import { eventsOf } from './calendar.ts';
import {
  endPublicationCalendar,
  listPublicationCalendars,
  makePublicationCalendar,
  readPublicationCalendar,
} from './follow.server.ts';

const { database, as, approved, published } = useNewsroom();
const SOON = toInstant('2023-07-03T01:00:00.000Z');
let member: Actor;

beforeAll(async () => {
  // An office always has one.
  await account('quan-tri', 'administrator');
  member = await account('van-hoa', 'member');
});

async function account(login: string, role: Role): Promise<Actor> {
  const given = { name: 'Công chức văn hóa', roles: [role], unitIds: [] };
  const accountId = await as(systemJob('test'), (tx) =>
    createAccount(tx, { login, passwordHash: 'x', ...given }),
  );
  return { kind: 'person', accountId, ...given };
}

/** Puts out a next edition under another title. */
async function retitle(id: string, title: string): Promise<void> {
  const next = await as(editor, (tx) => correctArticle(tx, id));
  const saving = { article: article({ title }), base: 1, minor: false, changeNote: '' };
  await as(editor, (tx) => saveArticle(tx, next, saving));
  await as(editor, (tx) => submitArticle(tx, next));
  await as(leader, (tx) => approveArticle(tx, next, 2));
  await as(editor, (tx) => publishArticle(tx, next, 'refuse'));
}

const make = (actor = editor) => as(actor, makePublicationCalendar);
const list = (actor = editor) => as(actor, listPublicationCalendars);
const end = (id: string, actor = editor) => as(actor, (tx) => endPublicationCalendar(tx, id));
const read = (name: string, now?: string) =>
  as(thePublic, (tx) => readPublicationCalendar(tx, name), now);

describe('an address of the calendar of publication', () => {
  test('gives whoever holds it what came out and what waits, under a name that stays', async () => {
    const out = await published();
    const waits = await approved();
    await as(editor, (tx) => scheduleArticle(tx, waits, SOON, 'refuse'));
    const name = await make();
    const uidOf = async (id: string, now?: string) => {
      const entries = await read(name, now);
      const found = entries.filter((entry) => entry.id === id);
      return [found[0]?.kind, eventsOf(found, 'https://xa.example')[0]?.uid];
    };
    expect((await uidOf(out.id))[0]).toBe('published');
    const [kind, uid] = await uidOf(waits);
    expect(kind).toBe('scheduled');
    await publishDueArticles(database().communeId, SOON);
    expect(await uidOf(waits, SOON)).toEqual(['published', uid]);
  });

  test('names nothing that was taken off, and a corrected article only as it stands now', async () => {
    const name = await make();
    const titles = async (words: string) =>
      (await read(name)).filter(({ title }) => title.startsWith(words)).map(({ title }) => title);
    const { id } = await published({ title: 'Chợ phiên của nhà bên' });
    await retitle(id, 'Chợ phiên họp lại');
    expect(await titles('Chợ phiên')).toEqual(['Chợ phiên họp lại', 'Chợ phiên họp lại']);
    const once = await published({ title: 'Giếng làng bị đục' });
    await as(leader, (tx) => withdrawArticle(tx, once.id, { how: 'error', reason: 'Nêu tên' }));
    expect(await titles('Giếng làng')).toEqual([]);
    // What stood before it went with it.
    const twice = await published({ title: 'Bến đò đóng cửa' });
    await retitle(twice.id, 'Bến đò nghỉ');
    const [live] = (await read(name)).filter(
      ({ kind, title }) => kind === 'corrected' && title === 'Bến đò nghỉ',
    );
    await as(leader, (tx) =>
      withdrawArticle(tx, live?.id ?? '', { how: 'withdrawn', reason: 'Nêu tên' }),
    );
    expect(await titles('Bến đò')).toEqual([]);
  });

  test('is one for each person, and only its maker reads it', async () => {
    const name = await make();
    expect(await make()).toBe(name);
    expect(await make(member)).not.toBe(name);
    expect((await list()).map(({ isOwn, name: own }) => [isOwn, own])).toEqual([
      [true, name],
      [false, ''],
    ]);
    // A member sees nobody else's.
    expect((await list(member)).map(({ isOwn }) => isOwn)).toEqual([true]);
  });

  test('gives nothing once it was ended, which is recorded, and a new one is another', async () => {
    const name = await make();
    const id = (await list())[0]?.id ?? '';
    await end(id);
    await end(id);
    await expect(read(name)).rejects.toEqual(refusal('publication-calendar.gone'));
    expect(await make()).not.toBe(name);
    const kinds = await as(editor, (tx) =>
      tx.db
        .selectFrom('event')
        .select('kind')
        .where('kind', 'like', 'publication-calendar.%')
        .execute(),
    );
    expect(kinds.filter(({ kind }) => kind === 'publication-calendar.ended')).toHaveLength(1);
  });

  test('gives nothing once its maker may no longer sign in', async () => {
    const leaving = await account('sap-nghi', 'editor');
    const name = await make(leaving);
    if (leaving.kind !== 'person') throw new Error('a person');
    await as(systemJob('test'), (tx) => disableAccount(tx, leaving.accountId));
    await expect(read(name)).rejects.toEqual(refusal('publication-calendar.gone'));
  });

  test('gives nothing while its maker may not follow, whatever else they do', async () => {
    const moved = await account('doi-viec', 'editor');
    const name = await make(moved);
    if (moved.kind !== 'person') throw new Error('a person');
    const become = (role: Role) =>
      as(systemJob('test'), (tx) =>
        updateAccount(tx, moved.accountId, { name: moved.name, roles: [role], unitIds: [] }),
      );
    await become('administrator');
    await expect(read(name)).rejects.toEqual(refusal('publication-calendar.gone'));
    await become('member');
    expect(await read(name)).toEqual(expect.any(Array));
  });

  test('an id that is none is told as not found', async () => {
    await expect(end('x')).rejects.toEqual(refusal('record.not-found'));
  });

  test.each(['', 'x', `${newId()}-${'0'.repeat(32)}`])('is not to be guessed: %j', async (name) => {
    await expect(read(name)).rejects.toEqual(refusal('publication-calendar.gone'));
  });

  test('is refused to who does not work on articles, and others’ are ended by who runs the newsroom', async () => {
    await make();
    const [own] = await list();
    const administrator = person('administrator');
    await expect(make(administrator)).rejects.toEqual(refusal('access.denied'));
    await expect(list(administrator)).rejects.toEqual(refusal('access.denied'));
    await expect(end(own?.id ?? '', administrator)).rejects.toEqual(refusal('access.denied'));
    await expect(end(own?.id ?? '', member)).rejects.toEqual(refusal('access.denied'));
    await expect(make(thePublic)).rejects.toEqual(refusal('access.sign-in'));
    await end(own?.id ?? '', person('leader'));
    expect(await list()).not.toContainEqual(expect.objectContaining({ id: own?.id }));
  });

  test.each<[Role, boolean, boolean]>([
    ['editor', true, true],
    ['leader', true, true],
    ['coordinator', true, false],
    ['member', true, false],
    ['administrator', false, false],
  ])('%s may follow: %s, may end others’: %s', (role, follow, endOthers) => {
    expect(can(person(role), 'publication.follow', {})).toBe(follow);
    expect(can(person(role), 'publication.end-others', {})).toBe(endOthers);
  });
});
