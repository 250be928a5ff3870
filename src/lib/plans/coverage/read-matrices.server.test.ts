// Duties × units and villages × channels read back from a real database, with their names.
import { beforeAll, expect, test } from 'vitest';
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { toMonthKey } from '#lib/vietnam/index.ts';
import {
  anAct,
  asActor,
  coordinator,
  NOW,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { recordAct } from '../acts/record-act.server.ts';
import { handOverOccurrence, setCadence } from '../occurrences/decide.server.ts';
import { getDutyCoverage, getVillageCoverage } from './read-matrices.server.ts';

const database = useTestDatabase();
const months = { from: toMonthKey('2023-01'), to: toMonthKey('2023-06') };
const north = newId();
let office: SampleOffice;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  await asActor(office, coordinator, async (tx) => {
    const village = (id: string, name: string, slug: string) => ({
      commune_id: tx.communeId,
      id,
      name,
      slug,
    });
    await tx.db
      .insertInto('village')
      .values([village(north, 'Thôn Bắc', 'thon-bac'), village(newId(), 'Thôn Nam', 'thon-nam')])
      .execute();
    await setCadence(tx, {
      dutyIds: [office.radioDuty],
      every: { count: 1, unit: 'quarter' },
      from: '2023-01-01',
    });
  });
  await asActor(office, coordinator, (tx) =>
    recordAct(tx, anAct(office, { day: '2023-02-10', duties: [office.radioDuty] })),
  );
  await asActor(office, coordinator, (tx) =>
    recordAct(tx, anAct(office, { kind: 'meeting', villageId: north })),
  );
  await asActor(office, coordinator, (tx) =>
    handOverOccurrence(tx, {
      dutyId: office.radioDuty,
      key: '2023-Q2',
      unitId: office.justice,
      reason: 'Đài sửa chữa trong quý II.',
    }),
  );
});

function read<T>(work: (tx: Tx) => Promise<T>, actor: Actor = coordinator) {
  return inCommune(office.communeId, work, { actor, now: NOW });
}

test('a duty stands with each unit that answers for some of it', async () => {
  const cells = await read((tx) => getDutyCoverage(tx, office.planId, { months }));
  const own = cells.filter(({ duty }) => duty === office.radioDuty);
  expect(own.map(({ unitName, handedOver, figures }) => [unitName, handedOver, figures])).toEqual([
    [
      'Đài phát thanh',
      false,
      { planned: ['2023-Q1'], done: ['2023-Q1'], evidenced: [], overdue: [], excused: [] },
    ],
    [
      'Công chức Tư pháp',
      true,
      { planned: ['2023-Q2'], done: [], evidenced: [], overdue: [], excused: [] },
    ],
  ]);
});

test('as of an earlier day nothing recorded later counts', async () => {
  const cells = await read((tx) =>
    getDutyCoverage(tx, office.planId, { months, asOf: '2023-06-01T00:00:00.000Z' }),
  );
  expect(cells.filter(({ duty }) => duty === office.radioDuty)).toEqual([]);
});

test('a village has what was done there, and is named where a way passed it by', async () => {
  const { villages, cells, gaps } = await read((tx) =>
    getVillageCoverage(tx, office.planId, { months }),
  );
  expect(villages.map(({ name }) => name)).toEqual(['Thôn Bắc', 'Thôn Nam']);
  expect(cells.map(({ village, channel, actIds }) => [village, channel, actIds.length])).toEqual([
    [north, 'meeting', 1],
    [null, 'radio', 1],
  ]);
  expect(gaps).toEqual([{ village: villages[1]?.id, channels: ['meeting'] }]);
});

test('neither is for those who are not signed in', async () => {
  const refused = expect.objectContaining({ code: 'access.sign-in' });
  await expect(
    read((tx) => getDutyCoverage(tx, office.planId, { months }), thePublic),
  ).rejects.toThrow(refused);
  await expect(
    read((tx) => getVillageCoverage(tx, office.planId, { months }), thePublic),
  ).rejects.toThrow(refused);
});
