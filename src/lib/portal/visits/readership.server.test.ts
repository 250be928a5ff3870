// Counting what is read and searched for in a real database: added up over processes and days, closed
// to those who don't work here, and let go in time.
import { describe, expect, it } from 'vitest';
import { addVillage, inCommune } from '#lib/platform/index.server.ts';
import { type Actor, thePublic } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  flushReadership,
  notePageRead,
  noteSearch,
  readReadership,
  sweepReadership,
} from './readership.server.ts';

const office = useTestDatabase();
const clerk: Actor = {
  kind: 'person',
  accountId: '01890000-0000-7000-8000-000000000001',
  name: 'Văn thư',
  roles: ['member'],
  unitIds: [],
};
const browser = 'Mozilla/5.0 (Linux; Android 9)';

const figures = (actor: Actor = clerk) =>
  inCommune(office().communeId, (tx) => readReadership(tx, 30), { actor });
const search = (query: string, found: boolean, userAgent = browser) =>
  noteSearch(office().communeId, { query, found, userAgent });

describe('readership', () => {
  it('adds up what several writings brought', async () => {
    const { communeId } = office();
    notePageRead(communeId, '/');
    notePageRead(communeId, '/lien-he');
    search('sổ đỏ', false);
    await flushReadership();
    notePageRead(communeId, '/lien-he');
    search('so do', false);
    search('khai sinh', true);
    search('khai sinh', true, 'Googlebot/2.1');
    search('số 0912 345 678', false);
    await flushReadership();
    await flushReadership();
    expect(await figures()).toMatchObject({
      views: 3,
      pages: [
        { path: '/lien-he', title: 'Liên hệ', views: 2 },
        { path: '/', title: 'Trang chủ', views: 1 },
      ],
      // Asked once: not shown.
      searched: [{ words: 'sổ đỏ', times: 2 }],
      inVain: [{ words: 'sổ đỏ', times: 2 }],
    });
  });

  it('calls pages by the names people know, of villages and of kinds of news too', async () => {
    const { communeId } = office();
    const administrator: Actor = { ...clerk, roles: ['administrator'] };
    await inCommune(communeId, (tx) => addVillage(tx, 'Thôn Bãi'), {
      actor: administrator,
      write: true,
    });
    notePageRead(communeId, '/thon/thon-bai');
    notePageRead(communeId, '/tin/chuyen-muc/thong-bao');
    await flushReadership();
    const { pages } = await figures();
    expect(pages).toContainEqual({ path: '/thon/thon-bai', title: 'Thôn Bãi', views: 1 });
    const section = { path: '/tin/chuyen-muc/thong-bao', title: 'Thông báo', views: 1 };
    expect(pages).toContainEqual(section);
  });

  it('is not for the public', async () => {
    await expect(figures(thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
  });

  it('forgets words after a quarter and views after a year', async () => {
    const { communeId } = office();
    await inCommune(
      communeId,
      async ({ db }) => {
        await db.updateTable('searched_words').set({ day: '2020-01-01' }).execute();
      },
      { write: true },
    );
    await sweepReadership(communeId);
    const left = await figures();
    expect(left.searched).toEqual([]);
    expect(left.views).toBe(5);
  });
});
