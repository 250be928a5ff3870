// The code on a printed weekly sheet: the sheet is made, printed, looked at as a picture, its code read as a
// telephone reads it, and the address it gives opens that very sheet.
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addHead,
  issuePin,
  makePin,
  makeWeekSheets,
  openWeekSheet,
  printWeekSheets,
  readWeekSheets,
  setCadence,
} from '#lib/plans/index.server.ts';
import { insertPlanInForce, NOW, person } from '#lib/plans/testing.server.ts';
import { inCommune, newId, stopPrinting, type Tx } from '#lib/platform/index.server.ts';
import { thePublic } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { readQrCodes } from '../support/qr.server.ts';
import { picturesOfPdf } from '../support/scan.server.ts';

const database = useTestDatabase();
const unit = newId();
const duty = newId();
const coordinator = person('coordinator');
const TODAY = toPlainDate('2023-06-30');
const as = <T>(work: (tx: Tx) => Promise<T>, now = NOW) =>
  inCommune(database().communeId, work, { write: true, actor: coordinator, now });

beforeAll(async () => {
  await as(async (tx) => {
    const commune_id = tx.communeId;
    const [plan, topic, assignment] = [newId(), newId(), newId()];
    const label = 'Trật tự đô thị';
    await insertPlanInForce(tx, { id: plan, topics: [{ id: topic, label, text: label }] });
    await tx.db
      .insertInto('unit')
      .values({ commune_id, id: unit, name: 'Đài phát thanh', slug: 'dai', position: 1 })
      .execute();
    await tx.db
      .insertInto('plan_assignment')
      .values({
        ...{ commune_id, id: assignment, plan_id: plan, position: 1 },
        ...{ unit_id: unit, named_as: 'Đài phát thanh', is_lead: false },
      })
      .execute();
    await tx.db
      .insertInto('duty')
      .values({
        ...{ commune_id, id: duty, plan_id: plan, assignment_id: assignment },
        ...{ unit_id: unit, position: 1, text: 'Phát tin trên đài.' },
      })
      .execute();
  });
  await as(
    (tx) =>
      setCadence(tx, { dutyIds: [duty], from: '2023-05-01', every: { count: 1, unit: 'month' } }),
    '2023-05-01T02:00:00.000Z',
  );
  // Without somebody who can confirm the sheet carries no code.
  const { hash } = await makePin();
  await inCommune(
    database().communeId,
    async (tx) => {
      const head = await addHead(tx, { of: unit, position: 'Phụ trách Đài' });
      await issuePin(tx, head, hash);
    },
    { write: true, actor: person('administrator'), now: NOW },
  );
});
afterAll(stopPrinting);

it('opens the sheet it is printed on', async () => {
  await as((tx) => makeWeekSheets(tx, { day: TODAY, unitId: unit }));
  const printed = await as((tx) =>
    readWeekSheets(tx, {
      ...{ day: TODAY, unitId: unit, isDemo: false },
      office: 'Ủy ban nhân dân xã An Bình',
      origin: 'https://xa.example',
    }),
  );
  const [page] = picturesOfPdf(await printWeekSheets(printed));
  const [code = ''] = await readQrCodes(page ?? Buffer.of());
  const address = new URL(code);
  expect(address.origin).toBe('https://xa.example');
  const name = address.pathname.replace('/xac-nhan/tuan/', '');
  const opened = await inCommune(database().communeId, (tx) => openWeekSheet(tx, name), {
    actor: thePublic,
    now: NOW,
  });
  expect(opened).toMatchObject({ place: 'Đài phát thanh' });
}, 60_000);
