// The victim of the fault trial: an office of its own that records acts without pause, several at a
// time, and says each one's id only after it was acknowledged. Started and killed by kill.test.ts.
import { writeSync } from 'node:fs';
import {
  anAct,
  asActor,
  coordinator,
  type SampleOffice,
  setUpOffice,
} from '#lib/plans/acts/office.samples.ts';
import { recordAct } from '#lib/plans/index.server.ts';
import {
  dataFolder,
  inCommune,
  listCommuneIds,
  migrate,
  openDatabase,
  startDatabase,
} from '#lib/platform/index.server.ts';
import { makeCommune } from './victims.server.ts';

const WRITERS = 3;

const database = await startDatabase({
  dataFolder: dataFolder(),
  command: 'fault trial',
  env: process.env,
});
await migrate(database);
openDatabase(database);
const office = await findOffice();
await Promise.all(Array.from({ length: WRITERS }, recordForEver));

async function recordForEver(): Promise<void> {
  for (;;) {
    const act = await asActor(office, coordinator, (tx) => recordAct(tx, anAct(office)));
    // Synchronous: what is on the pipe was acknowledged, whatever happens next.
    writeSync(1, `${act.id}\n`);
  }
}

/** The office a former round made, or a new one. A round may have been killed between two steps. */
async function findOffice(): Promise<SampleOffice> {
  const communeId = (await listCommuneIds())[0] ?? (await makeCommune());
  const known = await inCommune(communeId, async (tx) => ({
    plan: await tx.db.selectFrom('plan').select('id').executeTakeFirst(),
    topic: await tx.db.selectFrom('plan_topic').select('id').executeTakeFirst(),
    unit: await tx.db.selectFrom('unit').select('id').executeTakeFirst(),
  }));
  if (!known.plan || !known.topic || !known.unit) return await setUpOffice(communeId);
  const [topic, unit] = [known.topic.id, known.unit.id];
  return {
    communeId,
    planId: known.plan.id,
    topics: [topic, topic, topic],
    radio: unit,
    justice: unit,
    radioDuty: unit,
    justiceDuty: unit,
  };
}
