// The leader's page against a real database: what it counts, over several plans, and for whom.
import { beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  anAct,
  asActor,
  coordinator,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { recordAct } from '../acts/record-act.server.ts';
import { scheduleCell } from '../coverage/schedule.server.ts';
import { getOverview } from './overview.server.ts';

const database = useTestDatabase();
let office: SampleOffice;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  const cell = { planId: office.planId, topicId: office.topics[1], channel: 'portal' };
  // Set in March, when it was still ahead.
  await asActor(
    office,
    coordinator,
    (tx) => scheduleCell(tx, { ...cell, month: '2023-04', unitId: office.justice }),
    '2023-03-01T01:00:00.000Z',
  );
  await asActor(office, coordinator, (tx) => recordAct(tx, anAct(office)));
});

const leader = person('leader');

test('what was scheduled and not done, what nothing proves, what nobody spoke of', async () => {
  const { plans, missing, weak, late } = await asActor(office, leader, getOverview);
  expect(plans.map(({ id }) => id)).toEqual([office.planId]);
  expect(missing.cells).toMatchObject([
    { topic: office.topics[1], channel: 'portal', month: '2023-04', units: ['Công chức Tư pháp'] },
  ]);
  expect(missing.unproven).toBe(1);
  expect(weak.silence.map(({ topic }) => topic)).toEqual([office.topics[1], office.topics[2]]);
  expect(weak.gaps.find(({ channel }) => channel === 'portal')).toMatchObject({ unused: true });
  expect(weak.gaps.find(({ channel }) => channel === 'radio')?.topics).toHaveLength(2);
  // The sample's duties run until December.
  expect(late.occurrences).toEqual([]);
});

test('a plan that ran out is no longer the leader’s matter', async () => {
  const after = '2024-02-01T01:00:00.000Z';
  const { plans, missing } = await asActor(office, leader, getOverview, after);
  expect(plans).toEqual([]);
  expect(missing.cells).toEqual([]);
});

test.each(['member', 'editor'] as const)('is refused to a %s', async (role) => {
  await expect(asActor(office, person(role, office.radio), getOverview)).rejects.toEqual(
    expect.objectContaining({ code: 'access.denied' }),
  );
});
