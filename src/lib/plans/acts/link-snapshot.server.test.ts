// Snapshots of linked pages on a real database: kept once, failures said, tried again by who may.
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, readEvents } from '#lib/platform/index.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { addEvidence } from './evidence.server.ts';
import { getAct } from './get-act.server.ts';
import { keepLinkSnapshot, retryLinkSnapshot } from './link-snapshot.server.ts';
import { asActor, setUpOffice, type SampleOffice } from './office.samples.ts';
import { recordAct } from './record-act.server.ts';

const PAGE = '<head><title>Lịch tiêm</title></head><p>Từ ngày 5 đến ngày 7.</p>';
const HERE = { maxBytes: 10_000, maxMs: 20_000, mayReach: () => true };
const database = useTestDatabase();
let office: SampleOffice;
let server: Server;
let port: number;
let page = PAGE;
let actId: string;
let announcer: Actor;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  announcer = member(office.radio);
  server = createServer(({ url }, answer) => {
    answer.setHeader('content-type', 'text/html');
    if (url === '/co') answer.end(page);
    else answer.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  ({ port } = server.address() as AddressInfo);
  ({ id: actId } = await asActor(office, announcer, (tx) =>
    recordAct(tx, {
      clientKey: newId(),
      kind: 'radio-bulletin',
      day: '2023-05-10',
      unitId: office.radio,
      topics: office.topics.slice(0, 1),
    }),
  ));
}, 60_000);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function member(unitId: string): Actor {
  const unitIds = [unitId];
  return { kind: 'person', accountId: newId(), name: 'Cán bộ', roles: ['member'], unitIds };
}

async function link(path: string): Promise<string> {
  const url = `http://127.0.0.1:${port}${path}`;
  const evidence = [{ kind: 'link' as const, url }];
  const [id = ''] = await asActor(office, announcer, (tx) => addEvidence(tx, { actId, evidence }));
  return id;
}

const keep = (id: string, limits?: typeof HERE) => keepLinkSnapshot(office.communeId, id, limits);
const shown = (id: string) =>
  asActor(office, announcer, async (tx) => {
    const { files } = await getAct(tx, actId);
    return files.find((one) => one.id === id)?.snapshot;
  });
const kept = () =>
  asActor(office, announcer, (tx) =>
    readEvents(tx, { kinds: ['evidence.snapshot-kept'], subject: { type: 'act', id: actId } }),
  );

describe('the page behind a link', () => {
  test('is kept with its words and digest, and stays as it was', async () => {
    const id = await link('/co');
    expect(await shown(id)).toBeNull();
    await keep(id, HERE);
    const sha256 = createHash('sha256').update(PAGE).digest('hex');
    const first = { trouble: '', title: 'Lịch tiêm', content: 'Từ ngày 5 đến ngày 7.', sha256 };
    expect(await shown(id)).toMatchObject(first);
    page = '<p>Trang đã đổi.</p>';
    await keep(id, HERE);
    expect(await shown(id)).toMatchObject(first);
    expect((await kept()).map(({ data }) => data)).toEqual([{ evidence: id, sha256 }]);
  });

  test('that is not there says so, until another try finds it', async () => {
    const id = await link('/khong-co');
    await keep(id, HERE);
    expect((await shown(id))?.trouble).toContain('mã lỗi 404');
    await asActor(office, announcer, (tx) => retryLinkSnapshot(tx, id));
    await keep(id, HERE);
    expect((await shown(id))?.sha256).toBe('');
  });

  test('inside the office’s own network is never asked for', async () => {
    const id = await link('/co');
    await keep(id);
    expect((await shown(id))?.trouble).toContain('Internet công cộng');
  });

  test('is tried again only by those who may add evidence there', async () => {
    const id = await link('/co');
    const other = member(office.justice);
    await expect(asActor(office, other, (tx) => retryLinkSnapshot(tx, id))).rejects.toMatchObject({
      code: 'access.denied',
    });
    await expect(
      asActor(office, announcer, (tx) => retryLinkSnapshot(tx, newId())),
    ).rejects.toMatchObject({ code: 'record.not-found' });
  });
});
