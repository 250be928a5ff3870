// What is counted in the tables equals the fold over events, whatever was done to the acts (ruling 13).
import { beforeAll, expect, test } from 'vitest';
import { inCommune, type Tx } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import type { ActState } from '../coverage/fold-acts.ts';
import { readStandingActs } from '../coverage/standing-acts.server.ts';
import { removeEvidence } from './evidence.server.ts';
import { anAct, asActor, coordinator, setUpOffice, type SampleOffice } from './office.samples.ts';
import { progressByDuty, progressByUnit, type Progress } from './progress.server.ts';
import { correctAct, recordAct, withdrawAct } from './record-act.server.ts';
import type { RecordAct } from './record-act.ts';

const database = useTestDatabase();
const link = { kind: 'link' as const, url: 'https://tien-tien.example/tin/1' };
let office: SampleOffice;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  const both = { duties: [office.radioDuty, office.justiceDuty] };
  await record({ ...both, day: '2023-03-01', evidence: [link] });
  const bare = await record({ ...both, day: '2023-04-01', evidence: [link] });
  const gone = await record({ ...both, day: '2023-06-01' });
  const moved = await record({ duties: [office.radioDuty], day: '2023-06-20' });
  await write((tx) => withdrawAct(tx, { id: gone.id, reason: 'Ghi nhầm ngày' }));
  await write(async (tx) => {
    const { id } = await tx.db
      .selectFrom('evidence')
      .select('id')
      .where('act_id', '=', bare.id)
      .executeTakeFirstOrThrow();
    await removeEvidence(tx, { id, reason: 'Đường dẫn hỏng' });
  });
  const {
    clientKey: _key,
    anotherAct: _another,
    ...content
  } = anAct(office, {
    unitId: office.justice,
    day: '2023-05-02',
    duties: [office.justiceDuty],
  });
  await write((tx) =>
    correctAct(tx, { ...content, id: moved.id, version: 1, reason: 'Đơn vị khác làm' }),
  );
});

function write<T>(work: (tx: Tx) => Promise<T>) {
  return asActor(office, coordinator, work);
}

function record(given: Partial<RecordAct>) {
  return write((tx) => recordAct(tx, anAct(office, given)));
}

function progressOf(acts: readonly ActState[]): Progress {
  return {
    acts: acts.length,
    withoutEvidence: acts.filter((act) => act.evidence.length === 0).length,
    lastDay: acts.at(-1)?.day ?? null,
  };
}

test('by unit and by duty', async () => {
  const duties = [office.radioDuty, office.justiceDuty];
  const { acts, byUnit, byDuty } = await inCommune(
    office.communeId,
    async (tx) => ({
      acts: await readStandingActs(tx),
      byUnit: await progressByUnit(tx),
      byDuty: await progressByDuty(tx, duties),
    }),
    { actor: coordinator },
  );
  for (const unit of [office.radio, office.justice]) {
    expect(byUnit.get(unit)).toEqual(progressOf(acts.filter((act) => act.unit === unit)));
  }
  for (const duty of duties) {
    expect(byDuty.get(duty)).toEqual(progressOf(acts.filter((act) => act.duties.includes(duty))));
  }
  expect(byDuty.get(office.radioDuty)).toEqual({
    acts: 2,
    withoutEvidence: 1,
    lastDay: '2023-04-01',
  });
});
