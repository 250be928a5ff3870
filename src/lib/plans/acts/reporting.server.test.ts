// After a reorganisation the successor's people report for what the old unit was given and did.
import { beforeAll, expect, test } from 'vitest';
import { succeedUnit } from '#lib/platform/index.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { getEntryForm } from './entry-form.server.ts';
import { addEvidence } from './evidence.server.ts';
import {
  anAct,
  asActor,
  coordinator,
  person,
  setUpOffice,
  type SampleOffice,
} from './office.samples.ts';
import { correctAct, recordAct } from './record-act.server.ts';
import { getUnitPage, listUnitProgress } from './unit-page.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
let centre: string;
let oldAct: string;
let member: Actor;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  const before = anAct(office, { duties: [office.radioDuty] });
  oldAct = (await asActor(office, coordinator, (tx) => recordAct(tx, before))).id;
  const next = { name: 'Trung tâm Văn hóa', from: '2023-06-01' };
  centre = await asActor(office, coordinator, (tx) => succeedUnit(tx, office.radio, next));
  member = person('member', centre);
});

test('its entry form offers the duties it took over, and an act may serve them', async () => {
  const { units } = await asActor(office, member, getEntryForm);
  expect(units).toMatchObject([{ id: centre, duties: [{ id: office.radioDuty }] }]);
  const act = anAct(office, { unitId: centre, day: '2023-06-10', duties: [office.radioDuty] });
  const recorded = asActor(office, member, (tx) => recordAct(tx, act));
  await expect(recorded).resolves.toMatchObject({ created: true });
});

test('its page shows them with what was done for them, before and after', async () => {
  const page = await asActor(office, member, (tx) => getUnitPage(tx, 'trung-tam-van-hoa'));
  expect(page.duties).toMatchObject([{ id: office.radioDuty, acts: 2 }]);
  const units = await asActor(office, member, listUnitProgress);
  expect(units.find((unit) => unit.id === centre)).toMatchObject({ duties: 1, idleDuties: 0 });
  expect(units.find((unit) => unit.id === office.justice)).toMatchObject({ duties: 1 });
});

test('its people correct and prove what the old unit did; others still may not', async () => {
  const link = { kind: 'link' as const, url: 'https://xa.example/tin/1' };
  const prove = (actor: Actor) =>
    asActor(office, actor, (tx) => addEvidence(tx, { actId: oldAct, evidence: [link] }));
  await expect(prove(person('member', office.justice))).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(prove(member)).resolves.toHaveLength(1);
  const { clientKey: _key, ...act } = anAct(office, { title: 'Tên đúng' });
  const correction = { ...act, id: oldAct, version: 1, reason: 'Ghi nhầm tên' };
  await expect(asActor(office, member, (tx) => correctAct(tx, correction))).resolves.toBeDefined();
});

test('the old unit’s people don’t report for its successor', async () => {
  const act = anAct(office, { unitId: centre });
  const attempt = asActor(office, person('member', office.radio), (tx) => recordAct(tx, act));
  await expect(attempt).rejects.toMatchObject({ code: 'access.denied' });
});
