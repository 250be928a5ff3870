// The checklist of the site against a real database: what is missing, what grew old, what Loa fills.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  approveArticle,
  publishArticle,
  reviewPage,
  startArticle,
  submitArticle,
} from '#lib/newsroom/index.server.ts';
import { addHotline, addUnit, inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { parseMarkup, thePublic, type Actor } from '#lib/platform/index.ts';
import { addAccounts, useTestDatabase } from '#lib/platform/testing.server.ts';
import { NOW, person } from '#lib/plans/testing.server.ts';
import { checkSite } from './site-checklist.server.ts';

const database = useTestDatabase();
const COMMUNE = {
  address: 'thôn Đầu',
  telephone: '0220 0000 001',
  email: '',
} as unknown as Parameters<typeof checkSite>[1];

const editor = person('editor');
const leader = person('leader');

function as<T>(actor: Actor, work: (tx: Tx) => Promise<T>, now = NOW): Promise<T> {
  return inCommune(database().communeId, work, { write: true, actor, now });
}
const check = (now = NOW, commune = COMMUNE) => as(editor, (tx) => checkSite(tx, commune), now);
const stateOf = async (id: string, now = NOW) =>
  (await check(now)).find(({ section }) => section.id === id)?.state;

async function publish(title: string, section: string, now = NOW): Promise<string> {
  const article = {
    title,
    summary: '',
    section,
    body: parseMarkup('Lời của văn phòng.'),
    topics: [],
    unitId: null,
  };
  return as(
    editor,
    async (tx) => {
      const id = await startArticle(tx, { clientKey: newId(), article, kind: 'page' });
      await submitArticle(tx, id);
      return id;
    },
    now,
  ).then(async (id) => {
    await as(leader, (tx) => approveArticle(tx, id, 1), now);
    await as(editor, (tx) => publishArticle(tx, id, 'refuse'), now);
    return id;
  });
}

beforeAll(() => as(editor, (tx) => addAccounts(tx, editor, leader)));

describe('the checklist', () => {
  it('names what an empty site lacks, with who asks for it, and what is always whole', async () => {
    const checked = await check();
    const missing = checked.filter(({ state }) => state === 'missing').map((one) => one.section.id);
    expect(missing).toEqual(expect.arrayContaining(['lich-su', 'ngan-sach', 'thu-tuc', 'tin-tuc']));
    const always = ['tro-nang', 'so-do-trang', 'tim-kiem', 'du-lieu-mo', 'lien-he'];
    for (const id of always) {
      expect(checked.find(({ section }) => section.id === id)?.state, id).toBe('present');
    }
    expect(checked.find(({ section }) => section.id === 'lich-tiep-dan')?.demands).toMatchObject([
      { source: 'Luật Tiếp công dân 42/2013/QH13, Điều 24', isChecked: true },
    ]);
    expect(checked.find(({ section }) => section.id === 'van-hoa-di-san')?.demands).toEqual([]);
    const nowhere = { ...COMMUNE, address: '' };
    const contact = (await check(NOW, nowhere)).find(({ section }) => section.id === 'lien-he');
    expect(contact?.state).toBe('missing');
  });

  it('sees a page, sees it grow old, and sees it read again', async () => {
    const id = await publish('Lịch tiếp dân', 'lich-tiep-dan');
    expect(await stateOf('lich-tiep-dan')).toBe('present');
    const autumn = '2023-10-01T01:00:00.000Z';
    expect(await stateOf('lich-tiep-dan', autumn)).toBe('stale');
    await as(leader, (tx) => reviewPage(tx, id), autumn);
    expect(await stateOf('lich-tiep-dan', autumn)).toBe('present');
  });

  it('is as old as the oldest page of a section', async () => {
    await publish('Ngân sách năm trước', 'ngan-sach', '2022-09-01T01:00:00.000Z');
    await publish('Ngân sách năm nay', 'ngan-sach');
    expect(await stateOf('ngan-sach')).toBe('stale');
  });

  it('counts what Loa fills: units, hotlines that were rung', async () => {
    const administrator = person('administrator');
    await as(administrator, (tx) => addUnit(tx, 'Văn phòng'));
    expect(await stateOf('to-chuc')).toBe('present');
    await as(administrator, (tx) =>
      addHotline(tx, { name: 'Một cửa', number: '0220 0000 002', owner: 'Một cửa', hours: '' }),
    );
    expect(await stateOf('duong-day-nong')).toBe('present');
    expect(await stateOf('duong-day-nong', '2024-01-15T01:00:00.000Z')).toBe('stale');
  });

  it('is not for the public', async () => {
    await expect(as(thePublic, (tx) => checkSite(tx, COMMUNE))).rejects.toMatchObject({
      code: 'access.sign-in',
    });
  });
});
