// Everything is killed with kill -9 in the middle of imports; afterwards each import is there whole or not
// at all, every one that was acknowledged is there, and one that was broken off can be gone on with.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { readEvents } from '#lib/platform/index.server.ts';
import { beginTrial } from './victims.server.ts';

const ROUNDS = 5;
const PROCEDURES = 1200;
const trial = beginTrial();

afterAll(() => trial.end());

test('an import survives kill -9 whole or not at all', async (context) => {
  if (process.platform !== 'linux') context.skip('finding the processes to kill needs /proc');
  const acknowledged: string[] = [];
  let brokenOff = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    // The last one is let finish what those before it left.
    const said = await importAndDie(round === ROUNDS ? 'applied' : 'received', round);
    const applied = idsOf('applied', said);
    acknowledged.push(...applied);
    brokenOff += idsOf('received', said).filter((id) => !applied.includes(id)).length;
  }
  // Kills came between receiving and applying, or the trial proves nothing.
  expect(brokenOff).toBeGreaterThan(0);
  expect(acknowledged.length).toBeGreaterThan(0);
  const kept = await readBack();
  for (const { status, versions, isTold } of kept.changes) {
    expect([status, versions, isTold]).toEqual(
      status === 'applied' ? ['applied', PROCEDURES, true] : ['draft', 0, false],
    );
  }
  const applied = kept.changes.filter(({ status }) => status === 'applied');
  expect(acknowledged.filter((id) => !applied.some((one) => one.id === id))).toEqual([]);
  console.log(
    `${ROUNDS} times killed, ${brokenOff} imports broken off, ${acknowledged.length} acknowledged`,
  );
});

/** One life of the importer; each dies a little later after it has said a word. */
async function importAndDie(word: string, round: number): Promise<string> {
  const victim = trial.start('importer.server.ts');
  while (!victim.said().includes(word) && !victim.hasEnded()) await sleep(5);
  await sleep(130 * round);
  if (victim.hasEnded()) {
    throw new Error(`the importer ended by itself in round ${round}:\n${victim.complaints()}`);
  }
  trial.killAll(victim);
  await victim.closed;
  return victim.said();
}

/** Of whole lines; the last one may have been cut by the kill. */
function idsOf(word: string, said: string): string[] {
  return said
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
}

function readBack() {
  return trial.readBack(async (tx) => {
    const rows = await tx.db.selectFrom('procedure_change').select(['id', 'status']).execute();
    const counts = await tx.db
      .selectFrom('procedure_version')
      .select((eb) => ['change_id', eb.fn.countAll<string>().as('versions')])
      .groupBy('change_id')
      .execute();
    const versions = new Map(counts.map((row) => [row.change_id, Number(row.versions)]));
    const events = await readEvents(tx, { kinds: ['procedure.applied'] });
    const told = new Set(events.map(({ subject }) => subject.id));
    const changes = rows.map(({ id, status }) => ({
      ...{ id, status },
      versions: versions.get(id) ?? 0,
      isTold: told.has(id),
    }));
    return { changes };
  });
}
