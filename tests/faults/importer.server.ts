// The victim of the trial of imports: goes on with one that was broken off, then takes one after the other
// in and makes it public, and says of each when it was received and when it was applied. Started and killed by import-kill.test.ts.
import { writeSync } from 'node:fs';
import { systemJob } from '#lib/platform/index.ts';
import {
  dataFolder,
  inCommune,
  listCommuneIds,
  migrate,
  openDatabase,
  startDatabase,
  type Tx,
} from '#lib/platform/index.server.ts';
import {
  applyChange,
  listChanges,
  previewChange,
  receiveProcedures,
} from '#lib/procedures/index.server.ts';
import { makeCommune } from './victims.server.ts';

/** So many procedures an import: several statements, so that a kill comes between two of them. */
const PROCEDURES = 1200;
const DAY = '2023-06-30';

const database = await startDatabase({
  dataFolder: dataFolder(),
  command: 'fault trial',
  env: process.env,
});
await migrate(database);
openDatabase(database);
const communeId = (await listCommuneIds())[0] ?? (await makeCommune());
const write = <T>(work: (tx: Tx) => Promise<T>) =>
  inCommune(communeId, work, {
    write: true,
    actor: systemJob('trial'),
    now: `${DAY}T03:00:00.000Z`,
  });

const [left] = await write(listDrafts);
if (left) await apply(left);
for (;;) {
  const id = await write((tx) =>
    receiveProcedures(tx, { name: 'thử', content: JSON.stringify(nextImport()) }),
  );
  // Synchronous: what is on the pipe was acknowledged, whatever happens next.
  writeSync(1, `received ${id}\n`);
  await apply(id);
}

async function apply(id: string): Promise<void> {
  await write(async (tx) => {
    const { seen } = await previewChange(tx, id, DAY);
    await applyChange(tx, id, { effectiveFrom: DAY, decidedOn: null, decision: 'thử', seen });
  });
  writeSync(1, `applied ${id}\n`);
}

async function listDrafts(tx: Tx): Promise<string[]> {
  const changes = await listChanges(tx);
  return changes.filter(({ status }) => status === 'draft').map(({ id }) => id);
}

/** Every import says another term, so each changes every procedure. */
function nextImport() {
  const term = `${Date.now()} Ngày`;
  return Array.from({ length: PROCEDURES }, (_, at) => ({
    metadata: {
      mã_thủ_tục: `1.${String(at).padStart(6, '0')}`,
      tên_thủ_tục: `Thủ tục thử ${at}`,
    },
    content: {},
    tables: { hinh_thuc_nop: [{ hinh_thuc: 'Trực tiếp', thoi_han_giai_quyet: term }] },
  }));
}
