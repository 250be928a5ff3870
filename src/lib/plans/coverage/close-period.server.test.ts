// Closing and reopening against a real database, and what a closed period does to acts.
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import {
  anAct,
  asActor,
  coordinator,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { correctAct, recordAct, withdrawAct } from '../acts/record-act.server.ts';
import type { RecordAct } from '../acts/record-act.ts';
import { closePeriod, findClosedPeriod, readPeriod, reopenPeriod } from './close-period.server.ts';

const database = useTestDatabase();
const leader = person('leader');
let office: SampleOffice;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
});

function as<T>(actor: Actor, work: (tx: Tx) => Promise<T>) {
  return asActor(office, actor, work);
}

function record(given: Partial<RecordAct> = {}) {
  return as(coordinator, (tx) => recordAct(tx, anAct(office, given)));
}

function read<T>(work: (tx: Tx) => Promise<T>) {
  return inCommune(office.communeId, work, { actor: coordinator, now: '2023-06-30T03:00:00.000Z' });
}

const refusal = (code: string) => expect.objectContaining({ code });

describe('closing', () => {
  test('keeps figures that later acts, corrections and withdrawals don’t move', async () => {
    const first = await record({ day: '2023-02-03', quantities: { airings: 2 } });
    const second = await record({ day: '2023-02-10' });
    await as(coordinator, (tx) => closePeriod(tx, { key: '2023-02' }));
    const closed = await read((tx) => readPeriod(tx, '2023-02'));
    expect(closed.figures.total).toMatchObject({ acts: 2, quantities: { airings: 3, items: 2 } });
    const late = await record({ day: '2023-02-20', lateForPeriod: true });
    await as(coordinator, (tx) => withdrawAct(tx, { id: second.id, reason: 'Ghi nhầm đơn vị' }));
    const {
      clientKey: _key,
      anotherAct: _another,
      ...content
    } = anAct(office, {
      day: '2023-02-03',
      quantities: { airings: 9 },
    });
    await as(coordinator, (tx) =>
      correctAct(tx, { ...content, id: first.id, version: 1, reason: 'Đếm lại lượt phát' }),
    );
    const after = await read((tx) => readPeriod(tx, '2023-02'));
    expect(after.figures).toEqual(closed.figures);
    expect(Object.fromEntries(after.since.map((one) => [one.act, one.what]))).toEqual({
      [first.id]: 'corrected',
      [second.id]: 'withdrawn',
      [late.id]: 'late',
    });
    const june = await read((tx) => readPeriod(tx, '2023-06'));
    expect(june.figures.adjustments.map((one) => one.month)).toEqual(Array(3).fill('2023-02'));
  });

  test('is told by an event with the digest of what is stored', async () => {
    await as(leader, (tx) => closePeriod(tx, { key: '2023-q1' }));
    const events = await read((tx) => readEvents(tx, { kinds: ['period.closed'] }));
    expect(events.at(-1)?.data).toMatchObject({
      key: '2023-q1',
      rule: 1,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  test('is refused twice, before its last day is over, and for what is no period', async () => {
    const close = (key: string) => as(coordinator, (tx) => closePeriod(tx, { key }));
    await expect(close('2023-q1')).rejects.toThrow(refusal('period.already-closed'));
    await expect(close('2023-06')).rejects.toThrow(refusal('period.not-over'));
    await expect(close('2023-13')).rejects.toThrow(refusal('record.not-found'));
  });

  test('is the coordinator’s and the leader’s, reopening the leader’s alone', async () => {
    const member = person('member', office.radio);
    await expect(as(member, (tx) => closePeriod(tx, { key: '2023-04' }))).rejects.toThrow(
      refusal('access.denied'),
    );
    const reason = 'Còn thiếu hoạt động';
    await expect(
      as(coordinator, (tx) => reopenPeriod(tx, { key: '2023-q1', reason })),
    ).rejects.toThrow(refusal('access.denied'));
  });
});

describe('a closed period', () => {
  test('refuses a new act until the person says that it is late', async () => {
    await expect(record({ day: '2023-02-21' })).rejects.toThrow(
      expect.objectContaining({ code: 'act.period-closed', field: 'day' }),
    );
    await expect(record({ day: '2023-02-21', lateForPeriod: true })).resolves.toMatchObject({
      created: true,
    });
    await expect(record({ day: '2023-05-21' })).resolves.toMatchObject({ created: true });
  });

  test('is found by its days, the shortest that ends first', async () => {
    const found = await read((tx) => findClosedPeriod(tx, '2023-02-21'));
    expect(found?.period.key).toBe('2023-02');
    expect((await read((tx) => findClosedPeriod(tx, '2023-03-01')))?.period.key).toBe('2023-q1');
    expect(await read((tx) => findClosedPeriod(tx, '2023-04-01'))).toBeUndefined();
  });

  test('opens again with a reason that stays to be read, and its figures are those of now', async () => {
    await expect(
      as(leader, (tx) => reopenPeriod(tx, { key: '2023-q1', reason: ' ' })),
    ).rejects.toThrow(/lý do/);
    const reason = 'Bổ sung hội nghị tháng 3';
    await as(leader, (tx) => reopenPeriod(tx, { key: '2023-q1', reason }));
    const { closed, reopened } = await read((tx) => readPeriod(tx, '2023-q1'));
    expect(closed).toBeUndefined();
    expect(reopened.map((one) => one.reason)).toEqual([reason]);
    await expect(as(leader, (tx) => reopenPeriod(tx, { key: '2023-q1', reason }))).rejects.toThrow(
      refusal('period.not-closed'),
    );
    await as(leader, (tx) => closePeriod(tx, { key: '2023-q1' }));
  });
});

describe('the same act twice', () => {
  const meeting = { kind: 'meeting', day: '2023-05-12', anotherAct: false, title: 'Họp thôn Đông' };

  test('is asked about, naming the first, and recorded when the person says so', async () => {
    const first = await record(meeting);
    const again = record({ ...meeting, title: 'Họp thôn đông' });
    await expect(again).rejects.toThrow(
      expect.objectContaining({
        code: 'act.twin',
        field: 'anotherAct',
        details: expect.objectContaining({ id: first.id }) as unknown,
      }),
    );
    await expect(record({ ...meeting, anotherAct: true })).resolves.toMatchObject({
      created: true,
    });
    await expect(record({ ...meeting, day: '2023-05-13' })).resolves.toMatchObject({
      created: true,
    });
  });
});

test('a unit that ended before the day is refused by name', async () => {
  await as(coordinator, (tx) =>
    tx.db
      .updateTable('unit')
      .set({ valid_to: '2023-03-31' })
      .where('id', '=', office.justice)
      .execute(),
  );
  const late = record({ unitId: office.justice, day: '2023-05-02' });
  await expect(late).rejects.toThrow(
    expect.objectContaining({ code: 'act.gone-unit', field: 'unitId' }),
  );
  await expect(record({ unitId: office.justice, day: '2023-04-01' })).rejects.toThrow(/kết thúc/);
});
