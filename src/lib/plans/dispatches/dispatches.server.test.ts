// Sending, reading and confirming against a real database: who may, who may not, and what voids a link.
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { asActor, NOW, setUpOffice, type SampleOffice } from '../acts/office.samples.ts';
import {
  confirmAtDesk,
  confirmByCode,
  makeReadingLink,
  openReadingLink,
  revokeReadingLinks,
} from './confirm.server.ts';
import type { SendDispatch } from './dispatch.ts';
import { addHead, endHead, issuePin, makePin } from './heads.server.ts';
import { listGuidance } from './guidance.server.ts';
import { getDispatch, listUnread } from './list.server.ts';
import { recallDispatch, reviseDispatch, sendDispatch } from './send.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
let village: string;
let sender: Actor;
let announcer: Actor;
let other: Actor;
let administrator: Actor;
let head: string;
let pin: string;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  village = newId();
  const commune_id = office.communeId;
  await asActor(office, { kind: 'system', job: 'test' }, async ({ db }) => {
    await db
      .insertInto('village')
      .values({ commune_id, id: village, name: 'Thôn Nội', slug: 'thon-noi' })
      .execute();
  });
  sender = {
    kind: 'person',
    accountId: newId(),
    name: 'Nội vụ',
    roles: ['coordinator'],
    unitIds: [],
  };
  announcer = member(office.radio);
  other = member(office.justice);
  administrator = { ...member(), roles: ['administrator'] } as Actor;
  const made = await makePin();
  pin = made.pin;
  head = await asActor(office, administrator, async (tx) => {
    const id = await addHead(tx, { of: village, position: 'Trưởng thôn Nội' });
    await issuePin(tx, id, made.hash);
    return id;
  });
}, 60_000);

function member(...unitIds: string[]): Actor {
  return { kind: 'person', accountId: newId(), name: 'Cán bộ', roles: ['member'], unitIds };
}

async function send(given: Partial<SendDispatch> = {}, actor = sender) {
  const id = await asActor(office, actor, (tx) =>
    sendDispatch(tx, {
      clientKey: newId(),
      kind: 'plan',
      title: 'Kế hoạch tháng 7',
      body: 'Toàn văn.',
      recipients: [office.radio, village],
      confirmWithin: 3,
      ...given,
    }),
  );
  const { recipients } = await get(id);
  const of = (place: string) => recipients.find((one) => one.placeId === place)?.id ?? '';
  return { id, unit: of(office.radio), thon: of(village) };
}

const get = (id: string, actor = sender, now = NOW) =>
  inCommune(office.communeId, (tx) => getDispatch(tx, id), { actor, now });
const atDesk = (actor: Actor, recipientId: string, revision = 1) =>
  asActor(office, actor, (tx) => confirmAtDesk(tx, { recipientId, revision }));
const link = (recipientId: string, actor = sender) =>
  asActor(office, actor, (tx) => makeReadingLink(tx, { recipientId, headId: head }));
const byCode = (name: string, given = pin, network = newId()) =>
  confirmByCode(office.communeId, { name, pin: given, network, now: NOW });
const refusal = (code: string) => expect.objectContaining({ code });

test('a dispatch belongs to the plan of its topic, or to the one chosen', async () => {
  const byTopic = await send({ topicId: office.topics[2] });
  expect((await get(byTopic.id)).plan?.id).toBe(office.planId);
  const chosen = await send({ planId: office.planId });
  expect((await get(chosen.id)).plan?.id).toBe(office.planId);
  expect((await get((await send()).id)).plan).toBeNull();
  await expect(send({ planId: newId() })).rejects.toThrow(
    expect.objectContaining({ code: 'dispatch.unknown-plan' }),
  );
});

describe('sending', () => {
  test('numbers dispatches one after the other, once for each form', async () => {
    const clientKey = newId();
    const first = await send({ clientKey });
    expect((await send({ clientKey })).id).toBe(first.id);
    const [a, b] = [await get(first.id), await get((await send()).id)];
    expect(b.number).toBe(a.number + 1);
    expect(a.year).toBe(2023);
  });

  test('refuses places of nowhere, members and the public', async () => {
    await expect(send({ recipients: [newId()] })).rejects.toEqual(
      refusal('dispatch.unknown-recipient'),
    );
    await expect(send({}, announcer)).rejects.toEqual(refusal('access.denied'));
    await expect(send({}, thePublic)).rejects.toEqual(refusal('access.sign-in'));
  });

  test('is late only after its working days: from Friday, three days end on Wednesday', async () => {
    const { id } = await send();
    expect((await get(id)).due).toBe('2023-07-05');
    const on = async (day: string) =>
      (await get(id, sender, `${day}T01:00:00.000Z`)).recipients.map(({ state }) => state);
    expect(await on('2023-07-05')).toEqual(['waiting', 'waiting']);
    expect(await on('2023-07-06')).toEqual(['late', 'late']);
  });

  test('guidance stands beside its topic, in the words in force, until it is recalled', async () => {
    const topicId = office.topics[1];
    const { id } = await send({ kind: 'guidance', topicId });
    const forAll = await send({ kind: 'guidance' });
    await send({ kind: 'relay', topicId });
    const guidance = () =>
      inCommune(office.communeId, listGuidance, { actor: announcer, now: NOW });
    expect((await guidance()).map((one) => [one.id, one.topic?.id])).toEqual([
      [forAll.id, undefined],
      [id, topicId],
    ]);
    const words = { title: 'Nói ngắn hơn', body: 'Ba câu.', reason: 'Dài quá' };
    await asActor(office, sender, (tx) => reviseDispatch(tx, { id, ...words }));
    expect((await guidance())[1]).toMatchObject({ title: 'Nói ngắn hơn', body: 'Ba câu.' });
    await asActor(office, sender, (tx) => recallDispatch(tx, { id, reason: 'Gửi nhầm' }));
    await asActor(office, sender, (tx) =>
      recallDispatch(tx, { id: forAll.id, reason: 'Gửi nhầm' }),
    );
    expect(await guidance()).toEqual([]);
    await expect(
      inCommune(office.communeId, listGuidance, { actor: thePublic }),
    ).rejects.toBeDefined();
  });
});

describe('confirming at the desk', () => {
  test('a member confirms for the own unit, once, and the event says how', async () => {
    const { id, unit } = await send();
    await atDesk(announcer, unit);
    const [found] = (await get(id)).recipients;
    expect(found).toMatchObject({ state: 'read', how: 'desk', readOn: '2023-06-30' });
    await expect(atDesk(announcer, unit)).rejects.toEqual(refusal('dispatch.already-read'));
    const events = await inCommune(office.communeId, (tx) =>
      readEvents(tx, { subject: { type: 'dispatch', id } }),
    );
    expect(events.at(-1)).toMatchObject({
      kind: 'dispatch.read',
      data: { recipient: unit, revision: 1, how: 'desk' },
    });
  });

  test('nobody of another unit, not the sender, not for a village', async () => {
    const { unit, thon } = await send();
    await expect(atDesk(other, unit)).rejects.toEqual(refusal('access.denied'));
    await expect(atDesk(sender, unit)).rejects.toEqual(refusal('access.denied'));
    await expect(atDesk(announcer, thon)).rejects.toEqual(refusal('access.denied'));
    const own = { ...sender, unitIds: [office.radio] } as Actor;
    await expect(atDesk(own, unit)).rejects.toEqual(refusal('dispatch.own'));
  });

  test('a new revision asks again, and the old one can not be confirmed any more', async () => {
    const { id, unit } = await send();
    await atDesk(announcer, unit);
    const words = {
      id,
      title: 'Kế hoạch tháng 7 (sửa)',
      body: 'Toàn văn mới.',
      reason: 'Đổi ngày',
    };
    await asActor(office, sender, (tx) => reviseDispatch(tx, words));
    expect((await get(id)).recipients[0]?.state).toBe('waiting');
    await expect(atDesk(announcer, unit, 1)).rejects.toEqual(refusal('dispatch.newer-revision'));
    await atDesk(announcer, unit, 2);
    expect((await get(id)).recipients[0]?.state).toBe('read');
  });

  test('what is still to be read is listed for the own units only', async () => {
    const { id, unit } = await send();
    const unread = (actor: Actor) =>
      inCommune(office.communeId, (tx) => listUnread(tx), { actor, now: NOW });
    expect((await unread(announcer)).map((one) => one.id)).toContain(id);
    expect(await unread(other)).toEqual([]);
    await atDesk(announcer, unit);
    expect((await unread(announcer)).map((one) => one.id)).not.toContain(id);
  });
});

describe('confirming by code', () => {
  test('shows by the link, acts by the PIN, and only once', async () => {
    const { id, thon } = await send();
    const name = await link(thon);
    const open = () =>
      inCommune(office.communeId, (tx) => openReadingLink(tx, name), {
        actor: thePublic,
        now: NOW,
      });
    expect(await open()).toMatchObject({ position: 'Trưởng thôn Nội', title: 'Kế hoạch tháng 7' });
    expect((await get(id)).recipients[1]?.state).toBe('waiting');
    await byCode(name);
    expect((await get(id)).recipients[1]).toMatchObject({
      state: 'read',
      how: 'code',
      readBy: 'Trưởng thôn Nội',
    });
    await expect(byCode(name)).rejects.toEqual(refusal('link.void'));
    await expect(open()).rejects.toEqual(refusal('link.void'));
  });

  test('two at the same moment confirm once', async () => {
    const { thon } = await send();
    const name = await link(thon);
    const both = await Promise.allSettled([byCode(name), byCode(name)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test.each([
    ['a changed secret', (name: string) => `${name.slice(0, -1)}${name.endsWith('0') ? '1' : '0'}`],
    ['no link at all', () => 'xac-nhan'],
  ])('refuses %s', async (_what, change) => {
    const { thon } = await send();
    await expect(byCode(change(await link(thon)))).rejects.toEqual(refusal('link.invalid'));
  });

  test('is void after a new revision, a recall, a revocation, another link and thirty days', async () => {
    const revised = await send();
    const first = await link(revised.thon);
    const words = { id: revised.id, title: 'Mới', body: 'Mới.', reason: 'Sửa' };
    await asActor(office, sender, (tx) => reviseDispatch(tx, words));
    await expect(byCode(first)).rejects.toThrow(/bản mới/);
    const recalled = await send();
    const second = await link(recalled.thon);
    await asActor(office, sender, (tx) => recallDispatch(tx, { id: recalled.id, reason: 'Nhầm' }));
    await expect(byCode(second)).rejects.toThrow(/thu hồi/);
    const revoked = await send();
    const third = await link(revoked.thon);
    await asActor(office, sender, (tx) => revokeReadingLinks(tx, revoked.thon));
    await expect(byCode(third)).rejects.toThrow(/hủy/);
    const replaced = await send();
    const fourth = await link(replaced.thon);
    await link(replaced.thon);
    await expect(byCode(fourth)).rejects.toThrow(/hủy/);
    const old = await send();
    const fifth = await link(old.thon);
    const later = inCommune(office.communeId, (tx) => openReadingLink(tx, fifth), {
      now: '2023-07-31T01:00:00.000Z',
    });
    await expect(later).rejects.toThrow(/quá hạn/);
  });

  test('is made by nobody who knows the PIN, and for the own village only', async () => {
    const { unit, thon } = await send();
    const both = { ...administrator, roles: ['administrator', 'coordinator'] } as Actor;
    await expect(link(thon, both)).rejects.toEqual(refusal('link.same-person'));
    await expect(link(unit)).rejects.toEqual(refusal('head.not-found'));
    await expect(link(thon, announcer)).rejects.toEqual(refusal('access.denied'));
    const own = await send({}, both);
    await expect(link(own.thon)).rejects.toEqual(refusal('link.same-person'));
  });

  test('opens in no other commune', async () => {
    const name = await link((await send()).thon);
    const elsewhere = await addTestCommune('xã Khác', 'khac.example');
    const there = confirmByCode(elsewhere, { name, pin, network: 'x' });
    await expect(there).rejects.toEqual(refusal('link.invalid'));
  });

  test('slows guessing of the PIN, wherever it comes from', async () => {
    const name = await link((await send()).thon);
    const wrong = pin === '000000' ? '111111' : '000000';
    const codes: unknown[] = [];
    for (const given of [wrong, wrong, wrong, wrong, wrong, wrong, pin]) {
      codes.push(await byCode(name, given).catch((failure: { code: string }) => failure.code));
    }
    expect(codes[0]).toBe('link.wrong-pin');
    expect(codes.at(-1)).toBe('link.slowed');
  });

  test('ends with the head, whose PINs only administrators issue', async () => {
    const name = await link((await send()).thon);
    await expect(asActor(office, sender, (tx) => endHead(tx, head))).rejects.toEqual(
      refusal('access.denied'),
    );
    await asActor(office, administrator, (tx) => endHead(tx, head));
    await expect(byCode(name)).rejects.toThrow(/đã thay đổi/);
  });
});
