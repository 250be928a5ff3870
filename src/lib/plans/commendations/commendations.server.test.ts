// The registry of commendations against a real database: what is kept, refused, made public, erased.
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents } from '#lib/platform/index.server.ts';
import { thePublic } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  asActor,
  coordinator,
  NOW,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import type { RecordCommendation } from './commendation.ts';
import { getCommendation, listCommendations, listPublicCommendations } from './list.server.ts';
import { publishCommendation, unpublishCommendation } from './publish.server.ts';
import {
  correctCommendation,
  recordCommendation,
  remedyShortcoming,
  sweepCommendedNames,
  withdrawCommendation,
} from './record.server.ts';

const database = useTestDatabase();
let office: SampleOffice;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
});

function entry(given: Partial<RecordCommendation> = {}): RecordCommendation {
  return {
    clientKey: newId(),
    kind: 'praise',
    about: 'collective',
    who: 'Bộ phận một cửa',
    title: 'Trả kết quả sớm hạn cả quý',
    reason: 'Cả quý không hồ sơ nào trễ hạn.',
    day: '2023-06-20',
    form: 'bieu-duong',
    ...given,
  };
}

function record(given: Partial<RecordCommendation> = {}, actor = coordinator) {
  return asActor(office, actor, (tx) => recordCommendation(tx, entry(given)));
}

const get = (id: string, actor = coordinator) =>
  inCommune(office.communeId, (tx) => getCommendation(tx, id), { actor, now: NOW });
const shown = () =>
  inCommune(office.communeId, (tx) => listPublicCommendations(tx), { actor: thePublic, now: NOW });
const refusal = (code: string, field?: string) =>
  expect.objectContaining(field ? { code, field } : { code });

const decided = {
  form: 'giay-khen',
  decidedBy: 'chairman' as const,
  decisionCode: '45/QĐ-UBND',
  decidedOn: '2023-06-25',
};

describe('recording', () => {
  test('keeps the decision and says before when the competence was not checked', async () => {
    const id = await record(decided);
    expect(await get(id)).toMatchObject({
      formName: 'Giấy khen',
      decisionCode: '45/QĐ-UBND',
      decisionKnown: false,
      competence: { checked: false },
      isPublic: false,
    });
  });

  test('sent twice records once', async () => {
    const clientKey = newId();
    expect(await record({ clientKey })).toBe(await record({ clientKey }));
  });

  test('the event carries no word and no name', async () => {
    const id = await record({ about: 'person', who: 'Công chức', personName: 'Người Được Khen' });
    const [event] = await inCommune(office.communeId, (tx) =>
      readEvents(tx, { subject: { type: 'commendation', id } }),
    );
    expect(event?.data).toEqual({
      kind: 'praise',
      about: 'person',
      form: 'bieu-duong',
      unit: null,
    });
  });

  test.each([
    ['a day to come', { day: '2023-07-01' }, 'commendation.in-future', 'day'],
    ['no form', { form: '' }, 'commendation.unknown-form', 'form'],
    ['no decision', { form: 'giay-khen' }, 'commendation.decision-missing', 'decidedBy'],
    [
      'a title the chairman may give only since July 2025',
      { ...decided, form: 'chien-si-thi-dua-co-so' },
      'commendation.not-competent',
      'decidedBy',
    ],
    [
      'a name of a collective',
      { personName: 'Người Nào Đó' },
      'commendation.name-of-collective',
      'personName',
    ],
    ['a unit of nowhere', { unitId: newId() }, 'commendation.unknown-unit', 'unitId'],
    ['an act of nowhere', { actId: newId() }, 'commendation.unknown-act', 'actId'],
  ] as const)('refuses %s', async (_what, given, code, field) => {
    await expect(record(given)).rejects.toEqual(refusal(code, field));
  });

  test('a higher body may give what the chairman may not', async () => {
    const id = await record({ ...decided, form: 'bang-khen', decidedBy: 'superior' });
    expect(await get(id)).toMatchObject({ decidedBy: 'superior', competence: null });
  });
});

describe("a person's name", () => {
  test('is sealed, opens for who keeps the registry only, and leaves when its day comes', async () => {
    const id = await record({ about: 'person', who: 'Công chức', personName: 'Người Được Khen' });
    const stored = await asActor(office, coordinator, ({ db }) =>
      db
        .selectFrom('commendation')
        .select('person_name')
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    expect(stored.person_name?.includes('Khen')).toBe(false);
    expect((await get(id)).personName).toBe('Người Được Khen');
    expect((await get(id, person('member'))).personName).toBeNull();
    const sweep = (now: string) => asActor(office, coordinator, sweepCommendedNames, now);
    await sweep('2028-06-19T01:00:00.000Z');
    expect((await get(id)).personName).toBe('Người Được Khen');
    await sweep('2028-06-21T01:00:00.000Z');
    expect((await get(id)).personName).toBeNull();
  });

  test('never goes public: refused where the words hold it, covered when asked', async () => {
    const id = await record({
      about: 'person',
      who: 'Công chức một cửa',
      personName: 'Người Được Khen',
      reason: 'Bà Người Được Khen đến tận nhà người già.',
    });
    const publish = (answer: 'refuse' | 'confirm') =>
      asActor(office, coordinator, (tx) => publishCommendation(tx, id, answer));
    await expect(publish('refuse')).rejects.toEqual(refusal('commendation.personal-data'));
    await publish('confirm');
    const found = (await shown()).find((one) => one.id === id);
    expect(found?.who).toBe('Công chức một cửa');
    expect(JSON.stringify(found)).not.toContain('Người Được Khen');
  });
});

describe('going public', () => {
  test('passes the guard, and a correction takes it off again', async () => {
    const id = await record({ reason: 'Gọi số 0912 345 678 để hỏi.' });
    const publish = (answer: 'refuse' | 'mask') =>
      asActor(office, coordinator, (tx) => publishCommendation(tx, id, answer));
    await expect(publish('refuse')).rejects.toEqual(refusal('act.personal-data', 'reason'));
    await publish('mask');
    expect((await shown()).find((one) => one.id === id)?.reason).not.toContain('345');
    await asActor(office, coordinator, (tx) => correctCommendation(tx, id, entry()));
    expect((await shown()).map((one) => one.id)).not.toContain(id);
  });

  test("a person's shortcoming stays inside", async () => {
    const id = await record({ kind: 'shortcoming', about: 'person', who: 'Công chức' });
    const publish = asActor(office, coordinator, (tx) => publishCommendation(tx, id, 'confirm'));
    await expect(publish).rejects.toEqual(refusal('commendation.person-shortcoming'));
  });

  test('is taken off, and a withdrawn entry can not go back', async () => {
    const id = await record();
    await asActor(office, coordinator, (tx) => publishCommendation(tx, id));
    await asActor(office, coordinator, (tx) => unpublishCommendation(tx, id));
    expect((await shown()).map((one) => one.id)).not.toContain(id);
    const withdrawn = { id, reason: 'Ghi nhầm' };
    await asActor(office, coordinator, (tx) => withdrawCommendation(tx, withdrawn));
    expect(await get(id)).toMatchObject({ withdrawn: true, withdrawnReason: 'Ghi nhầm' });
    const again = asActor(office, coordinator, (tx) => publishCommendation(tx, id));
    await expect(again).rejects.toEqual(refusal('commendation.withdrawn'));
  });
});

test('a shortcoming is open until somebody says what was done about it', async () => {
  const id = await record({ kind: 'shortcoming', title: 'Niêm yết thiếu một thủ tục' });
  const open = () =>
    inCommune(
      office.communeId,
      (tx) => listCommendations(tx, { open: true, kind: 'shortcoming' }),
      {
        actor: coordinator,
        now: NOW,
      },
    );
  expect((await open()).map((one) => one.id)).toContain(id);
  const remedy = { id, remedy: 'Đã niêm yết đủ.', day: '2023-06-29' };
  await asActor(office, coordinator, (tx) => remedyShortcoming(tx, remedy));
  expect((await open()).map((one) => one.id)).not.toContain(id);
  const praise = await record();
  const wrong = asActor(office, coordinator, (tx) =>
    remedyShortcoming(tx, { ...remedy, id: praise }),
  );
  await expect(wrong).rejects.toEqual(refusal('commendation.not-shortcoming'));
});

test('members, the public and another commune are refused', async () => {
  await expect(record({}, person('member', office.radio))).rejects.toEqual(
    refusal('access.denied'),
  );
  await expect(record({}, thePublic)).rejects.toEqual(refusal('access.sign-in'));
  const id = await record();
  const elsewhere = await addTestCommune('xã Khác', 'khac.example');
  const other = inCommune(elsewhere, (tx) => getCommendation(tx, id), { actor: coordinator });
  await expect(other).rejects.toEqual(refusal('commendation.not-found'));
});
