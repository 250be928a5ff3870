import { beforeAll, describe, expect, it } from 'vitest';
import {
  dropSearchEntry,
  getPool,
  inCommune,
  newId,
  putSearchEntry,
  searchPublic,
  type SearchEntry,
} from '../index.server.ts';
import { countSearchWords } from './vocabulary.server.ts';
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

  it('keeps communes apart whose words the index cannot tell from each other', async () => {
    const own = await addTestCommune('xã Một', 'mot.example');
    // The same end of the number, by which the index marks words.
    const twin = newId().slice(0, -6) + own.slice(-6);
    const put = (communeId: string, url: string) =>
      inCommune(
        communeId,
        async (tx) => {
          if (communeId === twin) {
            const commune = { id: twin, slug: 'hai', name: 'xã Hai', kind: 'xa' };
            await tx.db.insertInto('commune').values(commune).execute();
          }
          await putSearchEntry(tx, {
            ...{ id: newId(), kind: 'article', url, title: 'Lịch tiêm phòng', summary: '' },
            ...{ body: '', publishedOn: '2023-05-01' },
          });
        },
        { write: true, actor: { kind: 'system', job: 'test' } },
      );
    await put(own, '/mot');
    await put(twin, '/hai');
    expect(await found('tiem phong', own)).toEqual(['/mot']);
    expect(await found('tiem phong', twin)).toEqual(['/hai']);
  });

  it('forgets what was dropped', async () => {
    const { communeId } = office();
    await inCommune(communeId, (tx) => dropSearchEntry(tx, ids.act), { write: true });
    expect(await found('tiếp công dân')).toEqual([]);
  });
});

describe('searching as people type', () => {
  const day = '2023-06-30T03:00:00.000Z';
  let commune = '';

  beforeAll(async () => {
    commune = (await addTestCommune('xã Gõ', 'go.example')).toString();
    await inCommune(
      commune,
      async (tx) => {
        for (const [at, [title, body]] of TEXTS.entries()) {
          await putSearchEntry(tx, {
            id: newId(),
            kind: at % 2 === 0 ? 'article' : 'document',
            url: `/t/${at}`,
            title,
            summary: '',
            body,
            publishedOn: `20${20 + at}-03-01`,
            topic: at < 3 ? 'Hộ tịch' : 'Đời sống',
          });
        }
        await countSearchWords(tx);
      },
      { write: true, now: day },
    );
  });

  const ask = (query: string, more: object = {}) =>
    inCommune(commune, (tx) => searchPublic(tx, query, { size: 10, start: 0, ...more }), {
      now: day,
    });
  /** What only the owner may do, in this commune. */
  const asOwner = async (statement: string, values: unknown[] = []) => {
    const client = await office().ownerPool.connect();
    try {
      await client.query(`SELECT set_config('loa.commune', $1, false)`, [commune]);
      return await client.query<{ mark: string }>(statement, values);
    } finally {
      client.release();
    }
  };
  const first = async (query: string) => (await ask(query)).hits[0]?.url;

  it.each([
    ['khai snih', '/t/0'],
    ['khai sih', '/t/0'],
    ['kha sinh', '/t/0'],
    ['truc baoo', '/t/3'],
    ['nuoc sachh', '/t/4'],
  ])('puts a slip right: %s', async (query, url) => {
    const found = await ask(query);
    expect(found.hits[0]?.url).toBe(url);
    expect(found.how).toBe('corrected');
  });

  it('says what was meant as it stands in what was found', async () => {
    expect((await ask('khai snih')).words).toEqual(['khai', 'sinh']);
    expect((await ask('lich cap nuoc sachh')).words).toEqual(['lich', 'cap', 'nuoc', 'sach']);
    expect((await ask('khai sinh')).words).toEqual(['khai', 'sinh']);
    // "khi sinh" is written somewhere too, but "khai" was no slip.
    const rightBesideSlip = await ask('khai snih');
    expect(rightBesideSlip.words).toEqual(['khai', 'sinh']);
    expect(rightBesideSlip.marks).not.toContain('khi');
  });

  it('takes no abbreviation and no everyday phrase for a slip', async () => {
    // "bảo hiểm" stands nowhere here; "bão" does.
    expect((await ask('bhyt')).words).toEqual(['bao', 'hiem', 'y', 'te']);
    expect((await ask('làm giấy khai sinh')).words).toEqual(['lam', 'giay', 'khai', 'sinh']);
  });

  it('leaves alone what is a word, though nothing holds it or never beside its neighbours', async () => {
    // "bão" is near "bảo", "sinh" near "sinh hoạt"; nobody meant them.
    expect(await ask('bảo')).toMatchObject({ how: 'exact' });
    expect(await ask('tháng bảy')).toMatchObject({ words: ['thang', 'bay'], how: 'exact' });
    expect(await ask('chấp nước sạch')).toMatchObject({ isCorrected: false });
    expect(await ask('chap nuoc sach')).toMatchObject({ isCorrected: true });
    expect(await ask('cán cấp')).toMatchObject({ words: ['can', 'cap'] });
  });

  it('reads abbreviations and everyday words', async () => {
    expect(await first('cccd')).toBe('/t/2');
    expect(await first('giấy chứng nhận độc thân')).toBe('/t/1');
    expect(await first('muốn xin giấy độc thân thì làm sao')).toBe('/t/1');
  });

  it('offers what holds most of the words where nothing holds all', async () => {
    const found = await ask('lịch cấp nước sạch chợ phiên');
    expect(found).toMatchObject({ how: 'near', hits: [{ url: '/t/4' }] });
    expect((await ask('zzzz')).total).toBe(0);
  });

  it('narrows by kind, year and topic, and counts what is left of each', async () => {
    const all = await ask('xã');
    expect(all.total).toBe(5);
    expect(all.facets.kinds).toEqual([
      { value: 'article', count: 3 },
      { value: 'document', count: 2 },
    ]);
    expect(all.facets.years.map(({ value }) => value)).toEqual([
      '2024',
      '2023',
      '2022',
      '2021',
      '2020',
    ]);
    const narrowed = await ask('xã', { kind: 'article', topic: 'Hộ tịch' });
    expect(narrowed.hits.map(({ url }) => url).sort()).toEqual(['/t/0', '/t/2']);
    expect(narrowed.facets.topics).toEqual([
      { value: 'Hộ tịch', count: 2 },
      { value: 'Đời sống', count: 1 },
    ]);
    expect((await ask('xã', { year: 2021 })).hits.map(({ url }) => url)).toEqual(['/t/1']);
    expect((await ask('xã', { topic: "Đời sống' | 'x" })).hits).toEqual([]);
  });

  it('puts the latest first where it is asked to, and among the like', async () => {
    const newest = await ask('xã', { newest: true });
    expect(newest.hits.map(({ url }) => url)).toEqual(['/t/4', '/t/3', '/t/2', '/t/1', '/t/0']);
    expect((await ask('trong xã')).hits[0]?.url).toBe('/t/4');
  });

  describe('where thousands are found', () => {
    beforeAll(() =>
      inCommune(
        commune,
        async (tx) => {
          const put = (url: string, more: Partial<SearchEntry>) =>
            putSearchEntry(tx, {
              ...{ id: newId(), url, kind: 'act', title: 'Tổng vệ sinh môi trường', summary: '' },
              ...{ body: 'Phun khử khuẩn.', publishedOn: null, ...more },
            });
          for (let number = 0; number < 2060; number += 1) {
            const month = String(1 + (number % 12)).padStart(2, '0');
            await put(`/nhieu/${number}`, {
              title: `Tổng vệ sinh môi trường, ra quân dọn đường ${number}`,
              publishedOn: `${2000 + Math.floor(number / 120)}-${month}-01`,
            });
          }
          // Behind all that is looked at: fifty of this month, and what few of the hits are.
          for (let number = 0; number < 50; number += 1) {
            await put(`/moi/${number}`, { publishedOn: '2023-06-10' });
          }
          await put('/moi-nhat', { publishedOn: '2023-06-11' });
          const rare = { kind: 'consultation', publishedOn: '2019-02-01', topic: 'Đất đai' };
          await put('/hiem', rare);
          await put('/cu', { kind: 'page', publishedOn: '1987-02-01' });
        },
        { write: true, now: day },
      ),
    );
    const query = 'vệ sinh môi trường';

    it('finds the latest of many without reading them all', async () => {
      const found = await ask(query, { newest: true });
      expect(found).toMatchObject({ count: undefined, total: 51 });
      expect(found.hits[0]?.url).toBe('/moi-nhat');
      expect((await ask('don duong 17')).hits[0]?.url).toBe('/nhieu/17');
      expect(await ask(query, { year: 2005 })).toMatchObject({ count: 120, total: 120 });
      expect(await ask(query, { kind: 'page' })).toMatchObject({
        ...{ count: 1, total: 1, hits: [{ url: '/cu' }] },
      });
    });

    it('offers no page that has nothing on it, however little of a large result was read', async () => {
      for (const words of [query, 'phun khử khuẩn']) {
        for (const newest of [true, false]) {
          const { total, count } = await ask(words, { newest });
          expect(count).toBeUndefined();
          const start = Math.floor((total - 1) / 20) * 20;
          const last = await ask(words, { newest, start, size: 20 });
          expect([words, newest, last.hits.length]).not.toContain(0);
          expect((await ask(words, { newest, start: total })).hits).toEqual([]);
        }
      }
    });

    it('knows every kind, year and topic, also those that few of the hits have', async () => {
      const values = async (more: object) => {
        const { facets } = await ask(query, { facets: true, ...more });
        const { kinds, years, topics } = facets;
        return [kinds, years, topics].map((all) => all.map(({ value }) => value).sort());
      };
      const many = Array.from({ length: 18 }, (_, at) => `${2000 + at}`);
      expect(await values({})).toEqual([
        ['act', 'consultation', 'page'],
        ['1987', ...many, '2019', '2023'],
        ['Đất đai'],
      ]);
      // By kind what the chosen year leaves, by year what the chosen kind leaves.
      expect(await values({ kind: 'act' })).toEqual([
        ['act', 'consultation', 'page'],
        [...many, '2023'],
        [],
      ]);
      expect(await values({ year: 2019 })).toEqual([
        ['consultation'],
        ['1987', ...many, '2019', '2023'],
        ['Đất đai'],
      ]);
    });

    it('knows them all and the latest of words too common to be looked at', async () => {
      const common = (await ask('trường', { facets: true })).facets;
      await asOwner(`UPDATE search_word SET entries = 90000 WHERE word = 'truong'`);
      const found = await ask('trường', { facets: true });
      const known = ({ kinds, years, topics }: typeof found.facets) =>
        [kinds, years, topics].map((all) => all.map(({ value }) => value).sort());
      expect(known(found.facets)).toEqual(known(common));
      expect(known(common)[1]).toHaveLength(21);
      expect(found.count).toBeUndefined();
      expect((await ask('trường', { newest: true })).hits[0]?.url).toBe('/moi-nhat');
      expect((await ask('trường', { kind: 'page' })).count).toBe(1);
    });

    it('finds the titles that hold many words side by side', async () => {
      const { hits } = await ask('ra quân dọn đường', { size: 200 });
      expect(hits.length).toBeGreaterThan(100);
      expect(hits.filter(({ url }) => !url.startsWith('/nhieu/'))).toEqual([]);
    });

    it('offers the sixty topics that most items have', async () => {
      const topics = Array.from({ length: 70 }, (_, at) => `t-Lĩnh vực ${at}`);
      const put = `INSERT INTO search_choice (commune_id, mark, entries)
        SELECT $1, mark, nth FROM unnest($2::text[]) WITH ORDINALITY AS each (mark, nth)`;
      await asOwner(put, [commune, topics]);
      await asOwner(
        `UPDATE search_entry SET words = words || search_signed(commune_id, $1::text[])
         WHERE id = (SELECT id FROM search_text WHERE url = '/cu')`,
        [topics],
      );
      const left = await asOwner(
        `SELECT mark FROM search_left('''sinh''', NULL, NULL, NULL, '{}') AS mark
         WHERE mark ~ '^t-Lĩnh' ORDER BY mark`,
      );
      expect(left.rows.map(({ mark }) => mark)).toEqual(topics.slice(10).sort());
    });
  });

  it.each(['xã', 'trong xã', 'khai snih', 'cap', 'lịch cấp nước sạch chợ phiên', 'bão'])(
    'counts by kind, year and topic what choosing it leaves: %s',
    async (query) => {
      const narrowings = [{}, { kind: 'article' }, { year: 2022 }, { topic: 'Hộ tịch' }];
      for (const narrowing of narrowings) {
        const { facets, count, hits } = await ask(query, narrowing);
        expect(hits).toHaveLength(count ?? Number.NaN);
        for (const { value, count: left } of facets.kinds) {
          expect((await ask(query, { ...narrowing, kind: value })).count).toBe(left);
        }
        for (const { value, count: left } of facets.years) {
          expect((await ask(query, { ...narrowing, year: Number(value) })).count).toBe(left);
        }
        for (const { value, count: left } of facets.topics) {
          expect((await ask(query, { ...narrowing, topic: value })).count).toBe(left);
        }
        if ('kind' in narrowing) continue;
        const inAll = facets.kinds.reduce((sum, { count: left }) => sum + (left ?? 0), 0);
        expect(inAll).toBe(count);
      }
    },
  );

  it('takes a letter for the beginning of words, and of nothing else that is kept', async () => {
    expect((await ask('lịch cấp n')).hits.map(({ url }) => url)).toEqual(['/t/4']);
    // The index marks years with y-; no word begins so.
    expect((await ask('y')).total).toBe(0);
  });

  it('puts back what can be chosen when words are counted', async () => {
    await asOwner(`DELETE FROM search_choice WHERE mark = 't-Hộ tịch'`);
    await inCommune(commune, countSearchWords, { write: true, now: day });
    const { rows } = await asOwner(`SELECT entries FROM search_choice WHERE mark = 't-Hộ tịch'`);
    expect(rows).toEqual([{ entries: 3 }]);
  });

  it('says which word it took for the beginning of one', async () => {
    expect((await ask('lịch cấp nướ')).unfinished).toBe('nuo');
    expect((await ask('lịch cấp nước')).unfinished).toBeUndefined();
  });

  it('forgets words nothing holds any more', async () => {
    const id = newId();
    const put = {
      id,
      kind: 'act',
      url: '/la',
      title: 'Xanhxanh',
      summary: '',
      body: '',
      publishedOn: null,
    };
    await inCommune(commune, (tx) => putSearchEntry(tx, put), { write: true, now: day });
    expect((await ask('xanhxanhh')).hits[0]?.url).toBe('/la');
    await inCommune(
      commune,
      async (tx) => {
        await dropSearchEntry(tx, id);
        await countSearchWords(tx);
      },
      { write: true, now: day },
    );
    const known = await inCommune(commune, ({ db }) =>
      db.selectFrom('search_slip').select('word').where('rest', '=', 'xanhxanh').execute(),
    );
    expect(known).toEqual([]);
  });
});

const TEXTS: readonly (readonly [title: string, body: string])[] = [
  ['Đăng ký khai sinh lưu động tại thôn', 'Cán bộ xã về tận nơi.'],
  ['Cấp giấy xác nhận tình trạng hôn nhân', 'Nộp tại trụ sở xã.'],
  ['Cấp căn cước công dân cho học sinh', 'Công an xã làm cả thứ bảy.'],
  ['Trực bão số 3', 'Các thôn trong xã phân công người trực, cả khi sinh hoạt thôn.'],
  ['Lịch cấp nước sạch tháng ba', 'Nhà máy nước báo tới mọi hộ trong xã.'],
];
