// Documents put out on the portal as acts of publicity, against a real database: counted once, whatever
// becomes of them.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  publishDocument,
  registerByHand,
  unpublishDocument,
  type UnpublishDocument,
} from '#lib/documents/index.server.ts';
import { newId } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  asActor,
  coordinator,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { getAct } from '../acts/get-act.server.ts';
import { listActs } from '../acts/list-acts.server.ts';
import './documents.server.ts';
import { listArrivals } from './list.server.ts';
import { settleArrival } from './settle.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
beforeAll(async () => {
  office = await setUpOffice(database().communeId);
});

let numbers = 0;
async function register(): Promise<{ id: string; title: string }> {
  numbers += 1;
  const title = `Quy định sân phơi ${newId().slice(-6)}`;
  const id = await asActor(office, coordinator, (tx) =>
    registerByHand(tx, {
      ...{ code: `${numbers}/2023/QĐ-UBND`, title, issuer: 'Ủy ban nhân dân xã' },
      issuedOn: '2023-02-02',
      facts: {
        ...{ direction: 'own', arrivedOn: null, field: '', replacedBy: null },
        ...{ inForceOn: null, expiresOn: null },
      },
    }),
  );
  return { id, title };
}

const publish = (id: string, unit = office.justice) =>
  asActor(office, person('editor', unit), (tx) => publishDocument(tx, id, { privacy: 'refuse' }));
const takeOff = (id: string, how: UnpublishDocument['how']) =>
  asActor(office, coordinator, (tx) => unpublishDocument(tx, id, { how, reason: 'Bản chưa ký' }));
const waiting = async (title: string) =>
  (await asActor(office, coordinator, listArrivals)).find((one) => one.title === title);
const actsOf = async (title: string) =>
  (
    await asActor(office, coordinator, (tx) => listActs(tx, {}, { size: 500, start: 0 }))
  ).acts.filter((act) => act.title === title);
const settle = async (title: string) => {
  const id = (await waiting(title))?.id ?? '';
  const [topic] = office.topics;
  return asActor(office, coordinator, (tx) => settleArrival(tx, { id, topics: [topic] }));
};

describe('a document put out on the portal', () => {
  test('waits for its topic under the unit of whoever put it out, its page as evidence', async () => {
    const { id, title } = await register();
    const slug = await publish(id);
    expect(await waiting(title)).toMatchObject({
      ...{ kind: 'legal-document', day: '2023-06-30', actId: null, isOnPortal: true },
      url: `/van-ban/${slug}`,
      unit: { id: office.justice },
    });
    const actId = await settle(title);
    const act = await asActor(office, coordinator, (tx) => getAct(tx, actId));
    expect(act).toMatchObject({ kind: 'legal-document', channel: 'portal', version: 1 });
    expect(act.files).toMatchObject([{ kind: 'link', url: `/van-ban/${slug}`, isPublic: true }]);
    expect(act.files[0]?.snapshot?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('by somebody of several units, the unit is asked for', async () => {
    const { id, title } = await register();
    const editor = person('editor', office.justice, office.radio);
    await asActor(office, editor, (tx) => publishDocument(tx, id, { privacy: 'refuse' }));
    expect(await waiting(title)).toMatchObject({ unit: null });
  });

  test('by mistake, its act goes with the reason', async () => {
    const { id, title } = await register();
    await publish(id);
    const actId = await settle(title);
    await takeOff(id, 'error');
    expect(await actsOf(title)).toEqual([]);
    const gone = await asActor(office, coordinator, (tx) => getAct(tx, actId));
    expect(gone.withdrawnReason).toContain('Bản chưa ký');
  });
});

test('however it is put out, put out anew and taken off, it counts at most once', async () => {
  const step = fc.constantFrom('publish', 'error', 'withdrawn', 'settle');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
      const { id, title } = await register();
      let isPublic = false;
      let arrived = false;
      let counts = false;
      for (const each of steps) {
        if (each === 'publish') {
          await publish(id);
          isPublic = true;
          arrived = true;
        } else if (each === 'settle') {
          if (!arrived || counts) continue;
          await settle(title);
          counts = true;
        } else if (isPublic) {
          await takeOff(id, each);
          isPublic = false;
          // After a mistake what is put out is a new thing; else it did tell people and stays.
          if (each === 'error') counts = arrived = false;
        }
        expect(await actsOf(title)).toHaveLength(counts ? 1 : 0);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
