// Duties in time on a real database: states by acts and decisions, and who may decide.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '#lib/platform/index.ts';
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { confirmPlan } from '../drafts/confirm.server.ts';
import { fixturePlan, fixtureText } from '../drafts/drafts.samples.ts';
import { getPlanWithDuties } from '../drafts/list.server.ts';
import { receivePlan } from '../drafts/receive.server.ts';
import { recordAct } from '../acts/record-act.server.ts';
import {
  excuseOccurrence,
  handOverOccurrence,
  listDecisions,
  moveOccurrence,
  reinstateOccurrence,
  setCadence,
  setTarget,
  tieAct,
} from './decide.server.ts';
import { getDutyInTime, listDutiesInTime, listOccurrences } from './read-occurrences.server.ts';

const office = useTestDatabase();
const person = (...roles: Role[]): Actor => ({
  kind: 'person',
  accountId: '01900000-0000-7000-8000-000000000001',
  name: 'Đầu mối',
  roles,
  unitIds: [],
});
const coordinator = person('coordinator');
const NOW = '2024-05-20T03:00:00.000Z';
const write = <T>(work: (tx: Tx) => Promise<T>, actor = coordinator, now = NOW) =>
  inCommune(office().communeId, work, { write: true, actor, now });
const read = <T>(work: (tx: Tx) => Promise<T>, actor = coordinator) =>
  inCommune(office().communeId, work, { actor, now: NOW });
const refused = (code: string) => expect.objectContaining({ code });

let dutyId: string;
let unitId: string;
let otherUnit: string;
let topicId: string;

beforeAll(async () => {
  const reading = {
    text: fixtureText,
    source: { file: 'ke-hoach.txt', format: 'txt' as const },
    document: {
      type: 'KH',
      typeName: 'Kế hoạch',
      number: '7',
      symbol: 'KH-UBND',
      code: '7/KH-UBND',
      agency: 'ỦY BAN NHÂN DÂN XÃ AN BÌNH',
      place: 'An Bình',
      date: '2024-01-10',
      title: 'Phổ biến lịch tiêm phòng năm 2024',
    },
    findings: [],
    plan: fixturePlan,
  };
  const planId = await write((tx) => receivePlan(tx, { reading, file: null, accepted: [] }));
  await write((tx) => confirmPlan(tx, { planId, version: 1, units: {} }));
  topicId = (await read((tx) => getPlanWithDuties(tx, planId))).topics[0]?.id ?? '';
  const duties = await read((tx) => listDutiesInTime(tx, { planId }));
  dutyId = duties[0]?.about.id ?? '';
  unitId = duties[0]?.about.unit ?? '';
  otherUnit = duties.find(({ about }) => about.unit !== unitId)?.about.unit ?? '';
  const every = { count: 1, unit: 'month' as const };
  await write((tx) => setCadence(tx, { dutyIds: [dutyId], every, from: '2024-01-01' }));
});

const find = async (key: string) => {
  const { occurrences } = await read((tx) => getDutyInTime(tx, dutyId));
  return occurrences.find((one) => one.key === key);
};

async function act(day: string): Promise<string> {
  const { id } = await write((tx) =>
    recordAct(tx, {
      clientKey: newId(),
      kind: 'meeting',
      channel: 'meeting',
      day,
      unitId,
      title: `Họp ngày ${day}`,
      topics: [topicId],
      duties: [dutyId],
      quantities: { people: 20 },
      evidence: [],
    } as never),
  );
  return id;
}

describe('occurrences of a monthly duty', () => {
  it('are overdue, open or still to come by the office day', async () => {
    expect((await find('2024-01'))?.state).toBe('overdue');
    expect((await find('2024-05'))?.state).toBe('open');
    expect((await find('2024-06'))?.state).toBe('coming');
  });

  it('are done by an act of their days, and say what is unproven and why', async () => {
    const id = await act('2024-02-07');
    const found = await find('2024-02');
    expect(found).toMatchObject({ state: 'done', late: false, unproven: 1, actIds: [id] });
    expect(found?.why.map(({ rule }) => rule)).toEqual([
      'occurrence.due-by-stretch',
      'occurrence.act-in-time',
      'occurrence.act-unevidenced',
    ]);
  });

  it('were not done yet by what had been recorded before', async () => {
    const before = await read((tx) => getDutyInTime(tx, dutyId, '2024-03-15T00:00:00.000Z'));
    expect(before.occurrences.find(({ key }) => key === '2024-02')?.state).not.toBe('done');
  });

  it('take an act of another month that is tied to them, late', async () => {
    const id = await act('2024-04-03');
    await write((tx) => tieAct(tx, { dutyId, key: '2024-03', actId: id, tie: true }));
    expect(await find('2024-03')).toMatchObject({ state: 'done', late: true });
    expect((await find('2024-04'))?.actIds).toEqual([]);
    await write((tx) => tieAct(tx, { dutyId, key: '2024-03', actId: id, tie: false }));
    expect((await find('2024-04'))?.actIds).toEqual([id]);
  });
});

describe('a duty without day or rhythm', () => {
  it('is not settled by one act: it runs on until the plan ends', async () => {
    const duties = await read((tx) => listDutiesInTime(tx));
    const unset = duties.find(({ cadence }) => cadence === 'unset');
    expect(unset?.occurrences.map(({ key, state }) => [key, state])).toEqual([['ca-ky', 'open']]);
  });
});

describe('what the coordinator decides', () => {
  it('moves a day, excuses, hands over, each with its reason and all of it visible', async () => {
    const at = { dutyId, key: '2024-01' };
    await write((tx) =>
      moveOccurrence(tx, { ...at, due: '2024-06-14', reason: 'Chờ văn bản mới' }),
    );
    expect(await find('2024-01')).toMatchObject({
      state: 'open',
      due: '2024-06-14',
      plannedDue: '2024-01-31',
    });
    await write((tx) =>
      handOverOccurrence(tx, { ...at, unitId: otherUnit, reason: 'Đổi người phụ trách' }),
    );
    expect((await find('2024-01'))?.unit).toBe(otherUnit);
    const mine = await read((tx) => listOccurrences(tx, { unitIds: [otherUnit], dutyId }));
    expect(mine.map(({ key }) => key)).toEqual(['2024-01']);
    await write((tx) => excuseOccurrence(tx, { ...at, reason: 'Không còn đối tượng' }));
    expect((await find('2024-01'))?.state).toBe('excused');
    await write((tx) => reinstateOccurrence(tx, { ...at, reason: 'Quyết định nhầm' }));
    expect(await find('2024-01')).toMatchObject({
      state: 'overdue',
      due: '2024-01-31',
      unit: unitId,
    });
    const kinds = (await read((tx) => listDecisions(tx, dutyId))).map(({ kind }) => kind);
    expect(kinds.slice(0, 4)).toEqual(['reinstated', 'excused', 'handed-over', 'moved']);
  });

  it('sets a target and takes it back', async () => {
    await write((tx) => setTarget(tx, { dutyId, quantity: 'people', amount: 50 }));
    const targets = async () => (await read((tx) => getDutyInTime(tx, dutyId))).targets;
    expect(await targets()).toEqual([{ quantity: 'people', amount: 50 }]);
    await write((tx) => setTarget(tx, { dutyId, quantity: 'people', amount: null }));
    expect(await targets()).toEqual([]);
  });

  it.each([
    [
      'a day that does not exist',
      { due: '2024-02-30', reason: 'Lý do đủ dài' },
      'không có trong lịch',
    ],
    ['no reason', { due: '2024-06-14', reason: ' ' }, 'Ghi lý do'],
  ])('refuses %s', async (_, given, message) => {
    const moving = write((tx) => moveOccurrence(tx, { dutyId, key: '2024-05', ...given }));
    await expect(moving).rejects.toThrow(message);
  });

  it.each([
    ['after the plan', '2030-01-01', 'occurrence.due-outside'],
    ['before the stretch begins', '2024-04-01', 'occurrence.due-before'],
    ['the day it has already', '2024-05-31', 'occurrence.same-due'],
  ])('refuses a day %s', async (_, due, code) => {
    const given = { dutyId, key: '2024-05', due, reason: 'Lý do đủ dài' };
    await expect(write((tx) => moveOccurrence(tx, given))).rejects.toEqual(refused(code));
  });

  it('refuses an occurrence there is not, a cadence outside the plan, an act of another duty', async () => {
    const reason = 'Lý do đủ dài';
    await expect(
      write((tx) => excuseOccurrence(tx, { dutyId, key: '2024-13', reason })),
    ).rejects.toEqual(refused('occurrence.unknown'));
    await expect(
      write((tx) => setCadence(tx, { dutyIds: [dutyId], every: null, from: '2030-01-01' })),
    ).rejects.toEqual(refused('duty.cadence-outside'));
    await expect(
      write((tx) => tieAct(tx, { dutyId, key: '2024-05', actId: newId(), tie: true })),
    ).rejects.toEqual(refused('occurrence.act-elsewhere'));
  });
});

describe('who may not', () => {
  const member = person('member');
  const reason = 'Lý do đủ dài';
  it.each([
    [
      'set a cadence',
      (tx: Tx) => setCadence(tx, { dutyIds: [dutyId], every: null, from: '2024-01-01' }),
    ],
    ['set a target', (tx: Tx) => setTarget(tx, { dutyId, quantity: 'people', amount: 1 })],
    ['move', (tx: Tx) => moveOccurrence(tx, { dutyId, key: '2024-05', due: '2024-06-14', reason })],
    ['excuse', (tx: Tx) => excuseOccurrence(tx, { dutyId, key: '2024-05', reason })],
    [
      'hand over',
      (tx: Tx) => handOverOccurrence(tx, { dutyId, key: '2024-05', unitId: otherUnit, reason }),
    ],
    ['reinstate', (tx: Tx) => reinstateOccurrence(tx, { dutyId, key: '2024-05', reason })],
  ])('a member may not %s', async (_, work) => {
    await expect(write(work, member)).rejects.toEqual(refused('access.denied'));
  });

  it('a member of another unit may not tie an act', async () => {
    const id = await act('2024-05-06');
    await expect(
      write((tx) => tieAct(tx, { dutyId, key: '2024-04', actId: id, tie: true }), member),
    ).rejects.toEqual(refused('access.denied'));
  });
});
