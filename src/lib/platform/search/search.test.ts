import { beforeAll, describe, expect, it } from 'vitest';
import {
  dropSearchEntry,
  getPool,
  inCommune,
  newId,
  putSearchEntry,
  searchPublic,
} from '../index.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';

const office = useTestDatabase();
const ids = { plan: newId(), act: newId() };

beforeAll(() =>
  inCommune(
    office().communeId,
    async (tx) => {
      await putSearchEntry(tx, {
        id: ids.plan,
        kind: 'plan',
        url: '/ke-hoach',
        title: 'Kế hoạch truyền thông về thủ tục hành chính',
        summary: 'Những việc xã làm trong năm',
        body: 'Niêm yết đường dây nóng tại bộ phận một cửa; hoà giải ở cơ sở.',
        publishedOn: '2023-01-05',
      });
      await putSearchEntry(tx, {
        id: ids.act,
        kind: 'act',
        url: '/bai-viet',
        title: 'Lịch tiếp công dân',
        summary: '',
        body: 'Thủ tục đăng ký tiếp công dân tại trụ sở.',
        publishedOn: '2023-05-01',
      });
    },
    { write: true },
  ),
);

const found = (query: string, communeId = office().communeId) =>
  inCommune(communeId, async (tx) => {
    const result = await searchPublic(tx, query, { size: 10, start: 0 });
    return result.hits.map((hit) => hit.url);
  });

describe('searching public text', () => {
  it('finds words with and without accents, old and new tone placement', async () => {
    expect(await found('đường dây nóng')).toEqual(['/ke-hoach']);
    expect(await found('duong day nong')).toEqual(['/ke-hoach']);
    expect(await found('hòa giải')).toEqual(['/ke-hoach']);
    expect(await found('HOÀ GIẢI')).toEqual(['/ke-hoach']);
  });

  it('puts a hit in the title first and finds unfinished words', async () => {
    expect(await found('thu tuc')).toEqual(['/ke-hoach', '/bai-viet']);
    expect(await found('thủ tục đăng k')).toEqual(['/bai-viet']);
  });

  it('is not confused by signs of the query language or by nothing at all', async () => {
    for (const query of ['', '   ', "' | !", 'a & !b', ':*', '<->'])
      expect(await found(query)).toEqual([]);
    expect(await found("tiếp:* & (công | dân)'")).toEqual(['/bai-viet']);
  });

  it('keeps communes apart and closes the table itself', async () => {
    const other = await addTestCommune('xã Khác', 'khac.example');
    expect(await found('thu tuc', other)).toEqual([]);
    const client = await getPool().connect();
    try {
      await expect(client.query('SELECT * FROM search_entry')).rejects.toThrow(/permission denied/);
    } finally {
      client.release();
    }
  });

  it('forgets what was dropped', async () => {
    const { communeId } = office();
    await inCommune(communeId, (tx) => dropSearchEntry(tx, ids.act), { write: true });
    expect(await found('tiếp công dân')).toEqual([]);
  });
});
