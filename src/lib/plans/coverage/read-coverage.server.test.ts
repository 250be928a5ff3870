// Scheduling, coverage, lists, units and files read back from a real database.
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { findEvidenceFile, findPublicEvidenceFile } from '../acts/evidence-file.server.ts';
import { getEntryForm, suggestDuty } from '../acts/entry-form.server.ts';
import { findPublicAct, getAct } from '../acts/get-act.server.ts';
import { listActs, listPublicActs } from '../acts/list-acts.server.ts';
import {
  anAct,
  asActor,
  coordinator,
  NOW,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { recordAct } from '../acts/record-act.server.ts';
import type { RecordAct } from '../acts/record-act.ts';
import { getUnitPage, listUnitProgress } from '../acts/unit-page.server.ts';
import { cellAt } from './fold-coverage.ts';
import { toMonthKey } from '#lib/vietnam/index.ts';
import { getCoverage, getPublicCoverage } from './read-coverage.server.ts';
import { scheduleCell, setSilenceDays, unscheduleCell } from './schedule.server.ts';

const database = useTestDatabase();
const MAY = toMonthKey('2023-05');
const LATER = '2023-06-30T03:00:00.000Z';
const photo = {
  kind: 'photo' as const,
  file: { sha256: 'a'.repeat(64), size: 3, mediaType: 'text/plain', name: 'bang.txt' },
  isPublic: true,
};
const list = {
  kind: 'attendance-list' as const,
  file: { sha256: 'b'.repeat(64), size: 3, mediaType: 'text/plain', name: 'danh-sach.txt' },
  isPublic: true,
};

let office: SampleOffice;
let secret: string;
let open: string;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  const cell = { planId: office.planId, topicId: office.topics[0], channel: 'radio', month: MAY };
  await write((tx) => scheduleCell(tx, { ...cell, unitId: office.radio }));
  await write((tx) => scheduleCell(tx, { ...cell, unitId: office.justice }));
  const shared = { duties: [office.radioDuty] };
  secret = (await record({ title: 'Việc nội bộ', ...shared, evidence: [list] })).id;
  const shown = { title: 'Bản tin công khai', isPublic: true, ...shared, evidence: [photo] };
  open = (await record(shown, LATER)).id;
});

function write<T>(work: (tx: Tx) => Promise<T>, now = NOW) {
  return asActor(office, coordinator, work, now);
}

function record(given: Partial<RecordAct>, now = NOW) {
  return write((tx) => recordAct(tx, anAct(office, given)), now);
}

function read<T>(work: (tx: Tx) => Promise<T>, actor: Actor = coordinator) {
  return inCommune(office.communeId, work, { actor, now: LATER });
}

const refusal = (code: string) => expect.objectContaining({ code });

describe('scheduling', () => {
  test('twice is one event, taking back another, taking back nothing none', async () => {
    const cell = {
      planId: office.planId,
      topicId: office.topics[1],
      channel: 'portal',
      month: '2023-09',
      unitId: office.radio,
    };
    const count = async () =>
      (await read((tx) => readEvents(tx, { subject: { type: 'plan', id: office.planId } }))).length;
    const before = await count();
    await write((tx) => scheduleCell(tx, cell));
    await write((tx) => scheduleCell(tx, cell));
    expect(await count()).toBe(before + 1);
    await write((tx) => unscheduleCell(tx, cell));
    await write((tx) => unscheduleCell(tx, cell));
    expect(await count()).toBe(before + 2);
  });

  test.each<[string, Record<string, string>]>([
    ['coverage.outside-plan', { month: '2024-01' }],
    ['coverage.unknown-channel', { channel: 'drums' }],
    ['coverage.unknown-unit', { unitId: newId() }],
    ['record.not-found', { topicId: newId() }],
  ])('%s is refused', async (code, wrong) => {
    const cell = {
      planId: office.planId,
      topicId: office.topics[0],
      channel: 'radio',
      month: '2023-05',
      unitId: office.radio,
    };
    await expect(write((tx) => scheduleCell(tx, { ...cell, ...wrong }))).rejects.toThrow(
      refusal(code),
    );
  });

  test('and silence are the coordinator’s', async () => {
    const member = person('member', office.radio);
    const cell = {
      planId: office.planId,
      topicId: office.topics[0],
      channel: 'radio',
      month: '2023-07',
      unitId: office.radio,
    };
    await expect(asActor(office, member, (tx) => scheduleCell(tx, cell))).rejects.toThrow(
      refusal('access.denied'),
    );
    await expect(asActor(office, member, (tx) => unscheduleCell(tx, cell))).rejects.toThrow(
      refusal('access.denied'),
    );
    await expect(
      asActor(office, member, (tx) => setSilenceDays(tx, { topicId: null, days: 30 })),
    ).rejects.toThrow(refusal('access.denied'));
  });
});

describe('coverage', () => {
  test('shows the unit that is missing beside the one that acted', async () => {
    const { coverage, total } = await read((tx) => getCoverage(tx, office.planId));
    const cell = cellAt(coverage, office.topics[0], 'radio', MAY);
    expect(cell.state).toBe('missing');
    expect(cell.actIds).toEqual([secret, open].sort());
    expect(total).toMatchObject({ acts: 2, evidenced: 2 });
  });

  test('as of an earlier instant knows only what was recorded by then, byte for byte', async () => {
    const asOf = { asOf: '2023-06-30T02:00:00.000Z' };
    const before = await read((tx) => getCoverage(tx, office.planId, asOf));
    expect(before.total?.actIds).toEqual([secret]);
    await record({ topics: [office.topics[2]] }, LATER);
    const again = await read((tx) => getCoverage(tx, office.planId, asOf));
    expect(JSON.stringify(again)).toBe(JSON.stringify(before));
  });

  test('names silent topics by the days the coordinator set', async () => {
    const silent = async () =>
      (await read((tx) => getCoverage(tx, office.planId))).silence.map((one) => one.topic);
    expect(await silent()).toEqual([office.topics[1]]);
    await write((tx) => setSilenceDays(tx, { topicId: office.topics[1], days: 366 }), LATER);
    expect(await silent()).toEqual([]);
    await write((tx) => setSilenceDays(tx, { topicId: office.topics[1], days: null }), LATER);
  });

  test('is public only with a published plan, and then counts all but names only public acts', async () => {
    expect(await read((tx) => getPublicCoverage(tx, office.planId), thePublic)).toBeUndefined();
    await write((tx) =>
      tx.db
        .updateTable('plan')
        .set({ published_at: NOW, public_reading: '{}' })
        .where('id', '=', office.planId)
        .execute(),
    );
    const seen = await read((tx) => getPublicCoverage(tx, office.planId), thePublic);
    const cell = seen?.cells.find((one) => one.topic === office.topics[0] && one.month === MAY);
    expect(cell).toMatchObject({ acts: 2, publicActs: [{ title: 'Bản tin công khai' }] });
    expect(JSON.stringify(seen)).not.toContain('nội bộ');
  });

  test('at the desk is refused to the public', async () => {
    await expect(read((tx) => getCoverage(tx, office.planId), thePublic)).rejects.toThrow(
      refusal('access.sign-in'),
    );
    await expect(read((tx) => listActs(tx), thePublic)).rejects.toThrow(refusal('access.sign-in'));
    await expect(read((tx) => getAct(tx, secret), thePublic)).rejects.toThrow(
      refusal('access.sign-in'),
    );
    await expect(read(listUnitProgress, thePublic)).rejects.toThrow(refusal('access.sign-in'));
    await expect(read(getEntryForm, thePublic)).rejects.toThrow(refusal('access.sign-in'));
  });
});

describe('lists and pages', () => {
  test('a cell opens into its list', async () => {
    const filter = { topicId: office.topics[0], channel: 'radio', month: MAY };
    const { total, acts } = await read((tx) => listActs(tx, filter));
    expect(total).toBe(2);
    expect(acts.map((act) => act.id)).toEqual([open, secret]);
    expect(acts[0]).toMatchObject({ unitName: 'Đài phát thanh', evidence: 1 });
  });

  test('filters narrow, and pages go on', async () => {
    const totals = (filter: Parameters<typeof listActs>[1]) =>
      read(async (tx) => (await listActs(tx, filter)).total);
    expect(await totals({ dutyId: office.radioDuty })).toBe(2);
    expect(await totals({ dutyId: office.justiceDuty })).toBe(0);
    expect(await totals({ evidence: 'none' })).toBe(1);
    expect(await totals({ evidence: 'some' })).toBe((await totals({})) - 1);
    expect(await totals({ month: '2023-04' })).toBe(0);
    expect(await totals({ withdrawn: true })).toBe(0);
    const second = await read((tx) => listActs(tx, {}, { size: 1, start: 1 }));
    expect(second).toMatchObject({ total: 3, acts: [{ id: open }] });
    expect(await read((tx) => listPublicActs(tx), thePublic)).toMatchObject({ total: 1 });
  });

  test('a unit’s page carries each duty’s sentence and what was done for it', async () => {
    const page = await read((tx) => getUnitPage(tx, 'don-vi-1'));
    expect(page.duties).toMatchObject([
      { text: 'Nhiệm vụ của Đài phát thanh.', acts: 2, withoutEvidence: 0, lastDay: '2023-05-10' },
    ]);
    expect(page.unit).toMatchObject({ acts: 3, withoutEvidence: 1, idleDuties: 0 });
    const [, justice] = await read(listUnitProgress);
    expect(justice).toMatchObject({ acts: 0, lastDay: null, idleDuties: 1 });
  });

  test('the entry form offers the person’s own units and their usual duty', async () => {
    const entry = await read(getEntryForm, person('member', office.justice));
    expect(entry.units.map((unit) => unit.name)).toEqual(['Công chức Tư pháp']);
    expect((await read(getEntryForm, person('leader'))).units).toEqual([]);
    const usual = await read((tx) => suggestDuty(tx, office.radio, 'radio-bulletin'));
    expect(usual).toBe(office.radioDuty);
  });

  test('a public act shows public evidence only, and a private one nothing', async () => {
    const act = await read((tx) => findPublicAct(tx, 'ban-tin-cong-khai'), thePublic);
    expect(act?.files.map((file) => file.caption)).toEqual(['']);
    expect(await read((tx) => findPublicAct(tx, 'viec-noi-bo'), thePublic)).toBeUndefined();
  });
});

describe('files', () => {
  test('open by who may see the evidence', async () => {
    const listed = list.file.sha256;
    const opens = (actor: Actor) => read((tx) => findEvidenceFile(tx, listed), actor);
    expect(await opens(person('member', office.radio))).toMatchObject({ sha256: listed });
    expect(await opens(person('leader'))).toBeDefined();
    expect(await opens(person('member', office.justice))).toBeUndefined();
    expect(await opens(thePublic)).toBeUndefined();
    expect(await read((tx) => findEvidenceFile(tx, '../etc/passwd'))).toBeUndefined();
  });

  test('are public only as public evidence; a signed list never is', async () => {
    const opens = (sha256: string) =>
      read((tx) => findPublicEvidenceFile(tx, sha256), thePublic).then(Boolean);
    expect(await opens(photo.file.sha256)).toBe(true);
    expect(await opens(list.file.sha256)).toBe(false);
  });
});
