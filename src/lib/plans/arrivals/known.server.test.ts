// Duties that were named for an arrival, against a real database: those of its unit's line that hold on its day.
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { getAct } from '../acts/get-act.server.ts';
import { asActor, coordinator, setUpOffice, type SampleOffice } from '../acts/office.samples.ts';
import { knownDuties } from './known.server.ts';
import { listArrivals } from './list.server.ts';
import { takeArrival } from './take.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
const own = newId();
const ended = newId();
const later = newId();
const heir = newId();
const DAY = '2023-05-20';

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  await asActor(office, coordinator, async ({ db, communeId: commune_id }) => {
    const assignment = newId();
    await db
      .insertInto('plan_assignment')
      .values({
        ...{ commune_id, id: assignment, plan_id: office.planId, position: 90 },
        ...{ unit_id: office.radio, named_as: 'Đài phát thanh', is_lead: false },
      })
      .execute();
    const duty = { commune_id, plan_id: office.planId, assignment_id: assignment };
    const given = { ...duty, unit_id: office.radio, text: 'Phát tin trên đài.' };
    await db
      .insertInto('duty')
      .values([
        { ...given, id: own, position: 1 },
        { ...given, id: ended, position: 2, valid_to: '2023-05-19' },
        { ...given, id: later, position: 3, valid_from: '2023-05-21' },
      ])
      .execute();
    await db
      .insertInto('unit')
      .values({
        commune_id,
        id: heir,
        name: 'Trung tâm thông tin',
        slug: 'thong-tin',
        position: 91,
      })
      .execute();
    await db
      .updateTable('unit')
      .set({ successor_id: heir })
      .where('id', '=', office.radio)
      .execute();
  });
});

const known = (unitId: string | null, day = DAY, duties: string[] = [own, ended, later]) =>
  asActor(office, coordinator, (tx) => knownDuties(tx, { duties, unitId, day }));

describe('of the duties named', () => {
  test('those of the unit stay, and of the unit whose place it took', async () => {
    expect(await known(office.radio)).toEqual([own]);
    expect(await known(heir)).toEqual([own]);
    expect(await known(office.justice)).toEqual([]);
    expect(await known(null)).toEqual([]);
  });

  test('only those that hold on the day, in a plan that holds on it', async () => {
    expect(await known(office.radio, '2023-05-19')).toEqual([own, ended].sort());
    expect(await known(office.radio, '2023-05-21')).toEqual([own, later].sort());
    expect(await known(office.radio, '2019-05-20')).toEqual([]);
  });
});

describe('an arrival', () => {
  const take = async (duties: string[], unitId = office.radio) => {
    const of = newId();
    await asActor(office, coordinator, (tx) =>
      takeArrival(tx, {
        ...{ source: 'article', of, day: DAY, unitId, topics: [office.topics[0]], duties },
        page: {
          ...{ url: `/tin/${of}`, title: `Bản tin ${of}`, summary: '', isPublic: true },
          sha256: 'b'.repeat(64),
        },
      }),
    );
    const row = await asActor(office, coordinator, ({ db }) =>
      db
        .selectFrom('act_arrival')
        .select(['id', 'act_id'])
        .where('source_id', '=', of)
        .executeTakeFirstOrThrow(),
    );
    const act = await asActor(office, coordinator, (tx) => getAct(tx, row.act_id ?? ''));
    const waiting = await asActor(office, coordinator, (tx) => listArrivals(tx));
    return {
      duties: act.duties.map(({ id }) => id),
      waits: waiting.some(({ id }) => id === row.id),
    };
  };

  test('whose duty is its unit’s own is settled at once', async () => {
    expect(await take([own])).toEqual({ duties: [own], waits: false });
  });

  test('whose duty is another unit’s, or ended before the day, waits for a person', async () => {
    expect(await take([own], office.justice)).toEqual({ duties: [], waits: true });
    expect(await take([ended])).toEqual({ duties: [], waits: true });
    expect(await take([own, ended])).toEqual({ duties: [own], waits: true });
  });
});
