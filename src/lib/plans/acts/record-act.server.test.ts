// Recording, correcting and withdrawing acts against a real database, with every refusal.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  inCommune,
  newId,
  readEvents,
  searchPublic,
  type Tx,
  verifyChain,
} from '#lib/platform/index.server.ts';
import { thePublic } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { getCoverage } from '../coverage/read-coverage.server.ts';
import { getPlanIdOfTopic } from '../coverage/read-frame.server.ts';
import { addEvidence, removeEvidence } from './evidence.server.ts';
import { getAct } from './get-act.server.ts';
import {
  anAct,
  asActor,
  coordinator,
  person,
  setUpOffice,
  type SampleOffice,
} from './office.samples.ts';
import { correctAct, recordAct, withdrawAct } from './record-act.server.ts';
import type { RecordAct } from './record-act.ts';

const database = useTestDatabase();
let office: SampleOffice;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
});

function record(given: Partial<RecordAct> = {}, actor = coordinator) {
  return asActor(office, actor, (tx) => recordAct(tx, anAct(office, given)));
}

function actEvents(id: string) {
  return inCommune(office.communeId, (tx) => readEvents(tx, { subject: { type: 'act', id } }));
}

function found(words: string) {
  return inCommune(office.communeId, (tx) => searchPublic(tx, words, { size: 10, start: 0 }));
}

const link = { kind: 'link' as const, url: 'https://tien-tien.example/tin/1' };
const refusal = (code: string, field?: string) =>
  expect.objectContaining(field ? { code, field } : { code });

describe('recording', () => {
  test('keeps the act and says in its event all that the figures need', async () => {
    const act = await record({
      quantities: { airings: 4, minutes: 6, people: 9 },
      duties: [office.radioDuty],
      topics: [office.topics[1], office.topics[0], office.topics[1]],
      audience: ['people', 'nobody-we-know'],
      evidence: [link],
    });
    const [recorded, evidence] = await actEvents(act.id);
    expect(recorded).toMatchObject({
      kind: 'act.recorded',
      on: '2023-05-10',
      actor: coordinator.kind === 'person' ? coordinator.accountId : '',
      data: {
        version: 1,
        kind: 'radio-bulletin',
        channel: 'radio',
        day: '2023-05-10',
        unit: office.radio,
        topics: [office.topics[0], office.topics[1]].sort(),
        duties: [office.radioDuty],
        quantities: { airings: 4, minutes: 6 },
        audience: ['people'],
        village: null,
        public: false,
      },
    });
    expect(JSON.stringify(recorded?.data)).not.toContain('Bản tin');
    expect(evidence).toMatchObject({
      kind: 'evidence.added',
      data: { kind: 'link', public: false },
    });
  });

  test('sent twice records once', async () => {
    const clientKey = newId();
    const first = await record({ clientKey });
    const second = await record({ clientKey, title: 'Lần gửi thứ hai' });
    expect(first.created).toBe(true);
    expect(second).toEqual({ ...first, created: false });
    expect(await actEvents(first.id)).toHaveLength(1);
  });

  test('sent twice at the same moment records once', async () => {
    const clientKey = newId();
    const both = await Promise.all([record({ clientKey }), record({ clientKey })]);
    expect(both[0].id).toBe(both[1].id);
    expect(both.filter((one) => one.created)).toHaveLength(1);
    expect(await actEvents(both[0].id)).toHaveLength(1);
  });

  test('names an untitled act after its kind, topic and day, and gives equal titles other slugs', async () => {
    const one = await record({ title: '' });
    const two = await record({ title: '' });
    expect(one.slug).toBe('ban-tin-phat-thanh-noi-dung-1-10-05-2023');
    expect(two.slug).not.toBe(one.slug);
  });

  test('a public act can be found without accents, any other can’t', async () => {
    await record({ title: 'Bản tin chuyện kín nội bộ' });
    const act = await record({ title: 'Bản tin đường dây nóng', isPublic: true });
    expect((await found('duong day nong')).hits.map((hit) => hit.id)).toEqual([act.id]);
    expect((await found('chuyen kin')).total).toBe(0);
  });

  test.each<[string, string, Partial<RecordAct>]>([
    ['act.in-future', 'day', { day: '2023-07-01' }],
    ['act.outside-plan', 'day', { day: '2022-12-31' }],
    ['act.unknown-kind', 'kind', { kind: 'smoke-signal' }],
    ['act.wrong-channel', 'channel', { channel: 'press' }],
    ['act.unknown-unit', 'unitId', { unitId: newId() }],
    ['act.unknown-topic', 'topics', { topics: [newId()] }],
    ['act.unknown-duty', 'duties', { duties: [newId()] }],
    ['act.unknown-village', 'villageId', { villageId: newId() }],
    ['act.personal-data', 'summary', { isPublic: true, summary: 'Gọi ông A, số 0912 345 678.' }],
  ])('%s is refused at %s and leaves nothing', async (code, field, given) => {
    const before = await inCommune(office.communeId, (tx) => readEvents(tx));
    await expect(record(given)).rejects.toThrow(refusal(code, field));
    expect(await inCommune(office.communeId, (tx) => readEvents(tx))).toHaveLength(before.length);
  });

  test('a day outside the plan is taken once the person says so', async () => {
    await expect(record({ day: '2022-12-31', outsidePlan: true })).resolves.toMatchObject({
      created: true,
    });
  });

  test('personal numbers are covered on request, and stand when confirmed', async () => {
    const given = { isPublic: true, summary: 'Gọi ông A, số 0912 345 678.' };
    const masked = await record({ ...given, personalData: 'mask' });
    const kept = await record({ ...given, personalData: 'confirm' });
    const summaries = await inCommune(office.communeId, (tx) =>
      tx.db.selectFrom('act').select(['id', 'summary']).execute(),
    );
    const summaryOf = (id: string) => summaries.find((act) => act.id === id)?.summary;
    expect(summaryOf(masked.id)).toBe('Gọi ông A, số **** *** *78.');
    expect(summaryOf(kept.id)).toBe(given.summary);
  });

  test('is refused to other units, leaders and the public', async () => {
    const radioMember = person('member', office.radio);
    await expect(record({}, radioMember)).resolves.toMatchObject({ created: true });
    await expect(record({ unitId: office.justice }, radioMember)).rejects.toThrow(
      refusal('access.denied'),
    );
    await expect(record({}, person('leader', office.radio))).rejects.toThrow(
      refusal('access.denied'),
    );
    await expect(record({}, thePublic)).rejects.toThrow(refusal('access.sign-in'));
  });
});

describe('correcting', () => {
  async function correct(given: { id: string; version: number } & Partial<RecordAct>) {
    const { clientKey: _key, ...act } = anAct(office, given);
    return asActor(office, coordinator, (tx) =>
      correctAct(tx, { ...act, ...given, reason: 'Ghi nhầm ngày phát' }),
    );
  }

  test('makes a new version with its reason and keeps the first', async () => {
    const act = await record({ isPublic: true, title: 'Tên cũ của bản tin' });
    await correct({ id: act.id, version: 1, day: '2023-05-11', title: 'Tên mới', isPublic: false });
    const events = await actEvents(act.id);
    expect(events.map((event) => event.kind)).toEqual(['act.recorded', 'act.corrected']);
    expect(events[1]?.data).toMatchObject({ version: 2, day: '2023-05-11', public: false });
    const revisions = await inCommune(office.communeId, (tx) =>
      tx.db
        .selectFrom('act_revision')
        .select(['version', 'reason', 'content'])
        .where('act_id', '=', act.id)
        .orderBy('version')
        .execute(),
    );
    expect(revisions.map((revision) => revision.reason)).toEqual([null, 'Ghi nhầm ngày phát']);
    expect(revisions[0]?.content).toContain('Tên cũ của bản tin');
    // Nothing holds all the words any more.
    expect((await found('ten cu cua ban tin')).how).toBe('near');
  });

  test('of an older version is refused, so that nobody’s correction is lost', async () => {
    const act = await record();
    await correct({ id: act.id, version: 1, day: '2023-05-12' });
    await expect(correct({ id: act.id, version: 1, day: '2023-05-13' })).rejects.toThrow(
      refusal('record.changed'),
    );
  });

  test('can’t give an act to a unit the person doesn’t report for', async () => {
    const act = await record();
    const { clientKey: _key, ...moved } = anAct(office, { unitId: office.justice });
    await expect(
      asActor(office, person('member', office.radio), (tx) =>
        correctAct(tx, { ...moved, id: act.id, version: 1, reason: 'Chuyển đơn vị' }),
      ),
    ).rejects.toThrow(refusal('access.denied'));
  });
});

describe('withdrawing', () => {
  test('takes an act out of search and leaves its history', async () => {
    const act = await record({ isPublic: true, title: 'Bản tin sẽ rút lại' });
    const input = { id: act.id, reason: 'Ghi trùng với bản tin trước' };
    await asActor(office, coordinator, (tx) => withdrawAct(tx, input));
    expect((await found('se rut lai')).total).toBe(0);
    expect((await actEvents(act.id)).map((event) => event.kind)).toEqual([
      'act.recorded',
      'act.withdrawn',
    ]);
    await expect(asActor(office, coordinator, (tx) => withdrawAct(tx, input))).rejects.toThrow(
      refusal('act.withdrawn'),
    );
  });

  test('is refused to other units', async () => {
    const act = await record();
    await expect(
      asActor(office, person('member', office.justice), (tx) =>
        withdrawAct(tx, { id: act.id, reason: 'Không phải của tôi' }),
      ),
    ).rejects.toThrow(refusal('access.denied'));
  });
});

describe('evidence', () => {
  test('is added later and removed with a reason', async () => {
    const act = await record();
    const [id = ''] = await asActor(office, coordinator, (tx) =>
      addEvidence(tx, { actId: act.id, evidence: [link] }),
    );
    const input = { id, reason: 'Đường dẫn đã hỏng' };
    await asActor(office, coordinator, (tx) => removeEvidence(tx, input));
    expect((await actEvents(act.id)).map((event) => event.kind)).toEqual([
      'act.recorded',
      'evidence.added',
      'evidence.removed',
    ]);
    await expect(asActor(office, coordinator, (tx) => removeEvidence(tx, input))).rejects.toThrow(
      refusal('evidence.already-removed'),
    );
  });

  test('is refused to other units', async () => {
    const act = await record({ evidence: [link] });
    const stranger = person('member', office.justice);
    await expect(
      asActor(office, stranger, (tx) => addEvidence(tx, { actId: act.id, evidence: [link] })),
    ).rejects.toThrow(refusal('access.denied'));
    const row = await inCommune(office.communeId, (tx) =>
      tx.db
        .selectFrom('evidence')
        .select('id')
        .where('act_id', '=', act.id)
        .executeTakeFirstOrThrow(),
    );
    await expect(
      asActor(office, stranger, (tx) => removeEvidence(tx, { id: row.id, reason: 'Không đúng' })),
    ).rejects.toThrow(refusal('access.denied'));
  });

  test('a public address with somebody’s number in it needs a yes', async () => {
    const url = 'https://xa.example/tra-cuu?so=0912%20345%20678';
    const evidence = [{ kind: 'link' as const, url, isPublic: true }];
    for (const personalData of ['refuse', 'mask'] as const) {
      const attempt = record({ evidence, personalData });
      await expect(attempt).rejects.toThrow(refusal('act.personal-data', 'link'));
    }
    await expect(record({ evidence, personalData: 'confirm' })).resolves.toBeDefined();
    await expect(record({ evidence: [{ kind: 'link', url }] })).resolves.toBeDefined();
  });

  test.each(['javascript:alert(1)', 'ftp://a.example/x', 'https://user:pw@a.example', 'chữ'])(
    'the address %s is refused',
    async (url) => {
      await expect(record({ evidence: [{ kind: 'link', url }] })).rejects.toThrow('http');
    },
  );
});

test.each(['', 'khong-phai-ma', '1 OR 1=1'])(
  'the address %j leads to nothing known',
  async (id) => {
    for (const look of [
      (tx: Tx) => getAct(tx, id),
      (tx: Tx) => getCoverage(tx, id),
      (tx: Tx) => getPlanIdOfTopic(tx, id),
    ]) {
      await expect(asActor<unknown>(office, coordinator, look)).rejects.toThrow(
        refusal('record.not-found'),
      );
    }
  },
);

test('after all this the chain verifies', async () => {
  const report = await inCommune(office.communeId, verifyChain);
  expect(report.fault).toBeUndefined();
  expect(report.events).toBeGreaterThan(20);
});
