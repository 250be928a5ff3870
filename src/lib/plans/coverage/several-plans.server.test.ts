// Several plans at once (ruling 15) against a real database: one act serves topics and duties of two plans,
// shows in the coverage of both, fulfils both duties and counts once.
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  anAct,
  asActor,
  coordinator,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { listActs } from '../acts/list-acts.server.ts';
import { recordAct } from '../acts/record-act.server.ts';
import { setCadence } from '../occurrences/decide.server.ts';
import { getDutyInTime } from '../occurrences/read-occurrences.server.ts';
import { readPeriod } from './close-period.server.ts';
import { getCoverage } from './read-coverage.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
const other = { plan: newId(), topic: newId(), duty: newId() };

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  await asActor(office, coordinator, async ({ db, communeId: commune_id }) => {
    const paper = await db.selectFrom('document').selectAll().executeTakeFirstOrThrow();
    const document_id = newId();
    await db
      .insertInto('document')
      .values({ ...paper, id: document_id, text_sha256: 'b'.repeat(64) })
      .execute();
    const first = await db.selectFrom('plan').selectAll().executeTakeFirstOrThrow();
    await db
      .insertInto('plan')
      .values({ ...first, document_id, id: other.plan, slug: 'gia-dinh-2023', title: 'Gia đình' })
      .execute();
    await db
      .insertInto('plan_topic')
      .values({
        ...{ commune_id, id: other.topic, plan_id: other.plan, position: 1 },
        ...{ number: '1', label: 'Phòng, chống bạo lực gia đình', text: 'Toàn văn.' },
      })
      .execute();
    const assignment = newId();
    await db
      .insertInto('plan_assignment')
      .values({
        ...{ commune_id, id: assignment, plan_id: other.plan, position: 1, is_lead: false },
        ...{ unit_id: office.radio, named_as: 'Đài' },
      })
      .execute();
    await db
      .insertInto('duty')
      .values({
        ...{ commune_id, id: other.duty, plan_id: other.plan, assignment_id: assignment },
        ...{ unit_id: office.radio, position: 1, text: 'Phát thanh về gia đình.' },
      })
      .execute();
  });
  await asActor(office, coordinator, (tx) =>
    setCadence(tx, {
      dutyIds: [office.radioDuty, other.duty],
      every: { count: 1, unit: 'month' },
      from: '2023-01-01',
    }),
  );
});

test('one act serves both plans and is one act', async () => {
  const topics = [office.topics[0], other.topic];
  const duties = [office.radioDuty, other.duty];
  const { id } = await asActor(office, coordinator, (tx) =>
    recordAct(tx, anAct(office, { topics, duties })),
  );
  const read = await asActor(office, coordinator, async (tx) => ({
    first: await getCoverage(tx, office.planId),
    second: await getCoverage(tx, other.plan),
    duties: [await getDutyInTime(tx, office.radioDuty), await getDutyInTime(tx, other.duty)],
    figures: (await readPeriod(tx, '2023-05')).figures,
    list: await listActs(tx),
  }));
  for (const { coverage, total } of [read.first, read.second]) {
    expect(total?.acts).toBe(1);
    expect(coverage.cells.flatMap(({ actIds }) => actIds)).toEqual([id]);
  }
  for (const { occurrences } of read.duties) {
    expect(occurrences.find(({ key }) => key === '2023-05')?.actIds).toEqual([id]);
  }
  expect(read.list.total).toBe(1);
  expect(read.figures.total?.acts).toBe(1);
  expect(read.figures.byUnit).toMatchObject([{ key: office.radio, acts: 1 }]);
  expect(read.figures.cells.filter(({ acts }) => acts > 0)).toHaveLength(2);
});
