// Links of articles against a real database: those of this site by what is public, others by their last try.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCommune, storeFile, type Tx } from '#lib/platform/index.server.ts';
import { parseMarkup, thePublic } from '#lib/platform/index.ts';
import { addAttachment } from '../attachments/attachments.server.ts';
import { withdrawArticle } from '../publish.server.ts';
import { getArticle } from '../read.server.ts';
import { editor, ownWord, useNewsroom } from '../testing.server.ts';
import { knock } from './knock.server.ts';
import { listDeadLinks } from './links.server.ts';
import { keepOlderLinks } from './older-links.server.ts';
import type { Answer } from './outside.ts';
import { findUncheckedSince } from './silence.server.ts';
import { tryOutsideLinks } from './try-outside.server.ts';

const { database, as, start, published } = useNewsroom();

const deadOf = (id: string) =>
  as(editor, async (tx) =>
    (await listDeadLinks(tx)).filter(({ editionId }) => editionId === id).map(({ href }) => href),
  );
const faultsOf = (id: string) =>
  as(editor, async (tx) => (await getArticle(tx, id)).faults.map(({ text }) => text).join('\n'));

describe('a link to a page of this site', () => {
  test('is dead from the moment its page is taken off, where it is written and in the list', async () => {
    const target = await published();
    const body = parseMarkup(`Đọc [bài trước](/tin/${target.slug}) và [trang chủ](/).`);
    const { id } = await published({ body });
    expect(await faultsOf(id)).toBe('');
    expect(await deadOf(id)).toEqual([]);
    await as(editor, (tx) => withdrawArticle(tx, target.id, { how: 'error', reason: 'Sai' }));
    expect(await faultsOf(id)).toContain('“bài trước”');
    expect(await deadOf(id)).toEqual([`/tin/${target.slug}`]);
  });

  test.each([
    ['/tin/chua-tung-co', 'không có hoặc đã gỡ'],
    ['/lam-viec/bien-tap', 'người dân không mở được'],
    [`/tep/${'0'.repeat(64)}`, 'không có hoặc đã gỡ'],
  ])('%s is told while the article is written', async (href, expected) => {
    const id = await start({ body: parseMarkup(`Xem [tài liệu kèm theo](${href}).`) });
    expect(await faultsOf(id)).toContain(expected);
    // Nobody but its editor reads it yet.
    expect(await deadOf(id)).toEqual([]);
  });
});

test('a text that was saved before links were kept gets them from the job, once', async () => {
  const { id } = await published({ body: parseMarkup('Đọc [bài cũ](/tin/chua-tung-co).') });
  const forget = (tx: Tx) => tx.db.deleteFrom('text_link').where('edition_id', '=', id).execute();
  await as(editor, forget);
  expect(await deadOf(id)).toEqual([]);
  expect(await as(editor, keepOlderLinks)).toBe(1);
  expect(await as(editor, keepOlderLinks)).toBe(0);
  expect(await deadOf(id)).toEqual(['/tin/chua-tung-co']);
});

test('a text that leads only to its own parts is taken once too, and holds nobody up', async () => {
  const { id } = await published({ body: parseMarkup('Xem [phần dưới](#phan-duoi).') });
  const forget = (tx: Tx) => tx.db.deleteFrom('text_link').where('edition_id', '=', id).execute();
  await as(editor, forget);
  expect(await as(editor, keepOlderLinks)).toBe(1);
  expect(await as(editor, keepOlderLinks)).toBe(0);
  expect(await deadOf(id)).toEqual([]);
});

describe('a link to an address of the former site', () => {
  const keep = (address: string, leads: { leads_to: string } | { reason: string }) =>
    as(editor, async (tx) => {
      const row = { commune_id: tx.communeId, address, added_at: tx.now, ...leads };
      await tx.db.insertInto('former_address').values(row).execute();
    });

  test('is well while it leads on, with the words that tell it apart', async () => {
    await keep('/cu.aspx?id=4', { leads_to: '/tin' });
    await keep('/tin/cu-roi', { leads_to: 'https://tinh.example/' });
    await keep('/go.aspx', { reason: 'Hết hiệu lực' });
    const text = '[bốn](/Cu.aspx?ID=4), [năm](/cu.aspx?id=5), [cũ](/tin/cu-roi), [gỡ](/go.aspx)';
    const { id } = await published({ body: parseMarkup(`Xem ${text}.`) });
    expect(await deadOf(id)).toEqual(['/cu.aspx?id=5', '/go.aspx']);
  });
});

describe('a link to another site', () => {
  const link = () => `https://${ownWord()}.example/trang`;
  const run = (ask: (href: string) => Promise<Answer>, day: number) =>
    tryOutsideLinks(
      database().communeId,
      ask,
      `2023-07-${String(day).padStart(2, '0')}T01:00:00.000Z`,
    );
  const gone = { status: 404 };

  test('is tried by the job, seldom, and told with its day once its page is gone', async () => {
    const href = link();
    const { id } = await published({ body: parseMarkup(`Theo [trang của tỉnh](${href}).`) });
    const asked: string[] = [];
    const answer = async (what: Answer, day: number) =>
      run(async (each) => {
        asked.push(each);
        return each === href ? what : { status: 200 };
      }, day);
    await answer({ status: 200 }, 1);
    expect(asked.filter((each) => each === href)).toHaveLength(1);
    await answer(gone, 3);
    expect(asked.filter((each) => each === href)).toHaveLength(1);
    await answer(gone, 9);
    expect(await deadOf(id)).toEqual([href]);
    expect(await faultsOf(id)).toContain('trang không còn (mã 404), thử ngày 09/07/2023');
    await answer({ status: 200 }, 11);
    expect(await deadOf(id)).toEqual([]);
  });

  test('isn’t blamed while this machine is off the net, and is tried again the next day', async () => {
    const [href, other] = [link(), link()];
    await published({ body: parseMarkup(`Theo [trang của bộ](${href}).`) });
    await published({ body: parseMarkup(`Theo [trang của sở](${other}).`) });
    expect(await run(async () => ({ failed: 'unreachable' }), 20)).toBe(0);
    const kept = await as(editor, (tx) =>
      tx.db.selectFrom('outside_link').selectAll().where('href', '=', href).execute(),
    );
    expect(kept).toMatchObject([{ status: null, trouble: null, failing_since: null, failures: 0 }]);
    const asked: string[] = [];
    const note = async (each: string) => {
      asked.push(each);
      return { status: 200 };
    };
    await tryOutsideLinks(database().communeId, note, '2023-07-20T02:00:00.000Z');
    expect(asked).not.toContain(href);
    await run(note, 21);
    expect(asked).toContain(href);
  });

  test('goes unchecked while nobody answers, and after two days the office is told since when', async () => {
    const [href, other] = [link(), link()];
    const { id } = await published({ body: parseMarkup(`[Bộ](${href}) và [sở](${other}).`) });
    const at = (day: number) => `2023-08-${String(day).padStart(2, '0')}T01:00:00.000Z`;
    const ask = (answer: Answer, day: number) =>
      tryOutsideLinks(database().communeId, async () => answer, at(day));
    const told = (day: number) =>
      inCommune(database().communeId, findUncheckedSince, { actor: editor, now: at(day) });
    await ask({ status: 200 }, 1);
    // A week later, so that what was well is due.
    for (const day of [8, 9, 10]) await ask({ failed: 'unreachable' }, day);
    expect(await told(9)).toBeUndefined();
    expect(await told(10)).toBe(at(8));
    expect(await deadOf(id)).toEqual([]);
    // What was well before is asked every day meanwhile: the end is noticed at once.
    await ask({ status: 200 }, 11);
    expect(await told(11)).toBeUndefined();
    expect(await deadOf(id)).toEqual([]);
  });

  test('is forgotten when nothing leads there any longer', async () => {
    const href = link();
    const { id } = await published({ body: parseMarkup(`Theo [trang cũ](${href}).`) });
    await run(async () => gone, 23);
    await as(editor, (tx) => withdrawArticle(tx, id, { how: 'withdrawn', reason: 'Hết hạn' }));
    await published({ body: parseMarkup(`Theo [trang khác](${link()}).`) });
    await run(async () => ({ status: 200 }), 24);
    const kept = await as(editor, (tx) =>
      tx.db.selectFrom('outside_link').select('href').where('href', '=', href).execute(),
    );
    expect(kept).toEqual([]);
  });
});

describe('a link to a file of this site', () => {
  test('is dead once no live edition carries the file', async () => {
    const { communeId } = database();
    const limits = { name: 'mau.txt', maxBytes: 1_000, allow: ['text/plain'] };
    const file = await storeFile(communeId, Buffer.from(`Mẫu ${ownWord()}`), limits);
    await as(editor, (tx) => addAttachment(tx, file, 'Mẫu'));
    const carrier = await published({ attachments: [{ file: file.sha256, title: 'Mẫu đơn' }] });
    const href = `/tep/${file.sha256}`;
    const { id } = await published({ body: parseMarkup(`Xem [mẫu đơn](${href}).`) });
    expect(await deadOf(id)).toEqual([]);
    await as(editor, (tx) => withdrawArticle(tx, carrier.id, { how: 'error', reason: 'Sai' }));
    expect(await deadOf(id)).toEqual([href]);
  });
});

test.each([listDeadLinks, findUncheckedSince])('the public may not read %o', async (read) => {
  await expect(as(thePublic, async (tx) => read(tx))).rejects.toMatchObject({
    code: expect.stringMatching(/^access\./),
  });
});

describe('knocking', () => {
  let server: Server;
  let origin = '';
  let agent: string | undefined;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer(({ url, headers }, response) => {
      agent = headers['user-agent'];
      asked.push(url ?? '');
      if (url === '/gone') response.writeHead(404).end();
      else if (url === '/moved') response.writeHead(302, { location: '/there' }).end();
      else if (url === '/round') response.writeHead(302, { location: '/round' }).end();
      else if (url === '/inside') {
        response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      } else if (url !== '/slow') response.writeHead(200).end('x'.repeat(1_000));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const house = { mayReach: (address: string) => address === '127.0.0.1', maxMs: 2_000 };

  test.each([
    ['/there', { status: 200 }],
    ['/gone', { status: 404 }],
    ['/moved', { status: 200 }],
    ['/round', { failed: 'too-many-redirects' }],
    ['/inside', { failed: 'not-public' }],
    ['/slow', { failed: 'too-slow' }],
  ])('at %s: %o', async (at, expected) => {
    expect(await knock(origin + at, house)).toEqual(expected);
  });

  test('at a port where other programs listen says nothing of the page', async () => {
    expect(await knock('https://1.1.1.1:8443/cong')).toEqual({ unasked: true });
  });

  test('says what for, to those who keep other sites', async () => {
    await knock(`${origin}/there`, house);
    expect(agent).toBe('Loa (kiem tra lien ket)');
  });

  test('at a door inside the house isn’t done at all, by name or by number', async () => {
    const before = asked.length;
    expect(await knock(`${origin}/there`)).toEqual({ failed: 'not-public' });
    expect(await knock(origin.replace('127.0.0.1', 'localhost'))).toEqual({ failed: 'not-public' });
    expect(asked.length).toBe(before);
  });
});
