// Forms that came too late: whole, sealed, for their owner only, for a day.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { addPerson, useTestKeys } from './accounts.samples.ts';
import {
  dropExpiredSubmissions,
  dropSubmission,
  keepSubmission,
  LARGEST_BYTES,
  listSubmissions,
  openSubmission,
} from './submissions.server.ts';

const office = useTestDatabase();
const folder = useTestKeys();

const T0 = Date.parse('2026-05-04T01:00:00Z');
const HOUR = 3_600_000;
const PATH = '/lam-viec/hoat-dong/moi?/luu';
let owner: Person;
let other: Person;

beforeAll(async () => {
  owner = await addPerson(office().communeId, 'tu-phap');
  other = await addPerson(office().communeId, 'dia-chinh');
});

function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

function keep(bytes: Uint8Array, nowMs = T0, person = owner) {
  const contentType = 'multipart/form-data; boundary=x';
  const sent = { path: PATH, contentType, body: streamOf(bytes) };
  return keepSubmission(office().communeId, person.accountId, sent, nowMs);
}

function files(): string[] {
  const pending = path.join(folder(), 'pending');
  return existsSync(pending) ? readdirSync(pending) : [];
}

describe('a kept form', () => {
  it('comes back byte for byte to its owner, at its own address, until it is dropped', async () => {
    const { communeId } = office();
    const bytes = randomBytes(300_000);
    const id = await keep(bytes);
    for (let round = 0; round < 2; round += 1) {
      const kept = await openSubmission(communeId, owner.accountId, id, PATH, T0);
      expect(kept.contentType).toBe('multipart/form-data; boundary=x');
      expect(kept.bytes.equals(bytes)).toBe(true);
    }
    await dropSubmission(communeId, owner.accountId, id);
    const gone = openSubmission(communeId, owner.accountId, id, PATH, T0);
    await expect(gone).rejects.toMatchObject({ code: 'submission.gone' });
    expect(files()).toEqual([]);
  });

  it('is sealed on disk', async () => {
    const id = await keep(Buffer.from('name="so-dien-thoai"\r\n\r\n0912345678'));
    const sealed = readFileSync(path.join(folder(), 'pending', `${id}.sealed`));
    expect(sealed.includes('0912345678')).toBe(false);
    await dropSubmission(office().communeId, owner.accountId, id);
  });

  it('is neither opened nor dropped by anybody else, nor sent to another address', async () => {
    const { communeId } = office();
    const id = await keep(Buffer.from('x'));
    const code = 'submission.gone';
    const byOther = openSubmission(communeId, other.accountId, id, PATH, T0);
    await expect(byOther).rejects.toMatchObject({ code });
    const elsewhere = openSubmission(communeId, owner.accountId, id, '/lam-viec/quan-tri', T0);
    await expect(elsewhere).rejects.toMatchObject({ code });
    const notAnId = openSubmission(communeId, owner.accountId, '../../x', PATH, T0);
    await expect(notAnId).rejects.toMatchObject({ code });
    await dropSubmission(communeId, other.accountId, id);
    await expect(openSubmission(communeId, owner.accountId, id, PATH, T0)).resolves.toBeDefined();
    await dropSubmission(communeId, owner.accountId, id);
  });

  it('is one of at most five per person; the oldest goes first', async () => {
    const { communeId } = office();
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      ids.push(await keep(Buffer.from(String(count)), T0 + count));
    }
    const listed = await inCommune(communeId, (tx) =>
      listSubmissions(tx, owner.accountId, T0 + 10),
    );
    expect(listed.map((each) => each.id)).toEqual(ids.slice(2).reverse());
    expect(files()).toHaveLength(5);
  });

  it('is forgotten after a day', async () => {
    const { communeId } = office();
    const later = T0 + 25 * HOUR;
    const listed = await inCommune(communeId, (tx) => listSubmissions(tx, owner.accountId, later));
    expect(listed).toEqual([]);
    expect(await dropExpiredSubmissions(communeId, later)).toBe(5);
    expect(files()).toEqual([]);
  });

  it('may weigh 32 MB and no more', async () => {
    const chunk = new Uint8Array(LARGEST_BYTES / 2);
    const sent = { path: PATH, contentType: 'x', body: streamOf(chunk, chunk, new Uint8Array(1)) };
    const kept = keepSubmission(office().communeId, owner.accountId, sent, T0);
    await expect(kept).rejects.toMatchObject({ code: 'submission.too-large' });
    expect(files()).toEqual([]);
  });
});
