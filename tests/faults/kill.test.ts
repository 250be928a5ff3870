// Everything is killed with kill -9, twenty times, while acts are being recorded; afterwards every
// acknowledged act is there, nothing is half there, and the chain of events verifies.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { readEvents } from '#lib/platform/index.server.ts';
import { beginTrial, PROJECT } from './victims.server.ts';

const ROUNDS = 20;
/** The first rounds die while the cluster is being made, every fourth while it starts or recovers. */
const BIRTH_ROUNDS = 3;
const EARLY_EVERY = 4;
const trial = beginTrial();

afterAll(() => trial.end());

test('acknowledged acts survive twenty times kill -9 of everything', async (context) => {
  if (process.platform !== 'linux') context.skip('finding the processes to kill needs /proc');
  const acknowledged: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    acknowledged.push(...(await recordAndDie(round)));
  }
  // Rounds that were let record did so, or the trial proves nothing.
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  const kept = await readBack();
  expect(acknowledged.filter((id) => !kept.acts.has(id))).toEqual([]);
  expect(kept.acts).toEqual(kept.recorded);
  const verified = await promisify(execFile)(
    process.execPath,
    [path.join(PROJECT, 'cli/main.ts'), 'verify'],
    { cwd: PROJECT, env: { ...process.env, LOA_DATA: trial.data } },
  );
  expect(verified.stdout).toContain('chuỗi nguyên vẹn');
  console.log(`${ROUNDS} times killed, ${acknowledged.length} acts acknowledged, all there`);
});

/** One life of the recorder; returns what it acknowledged. */
async function recordAndDie(round: number): Promise<string[]> {
  const victim = trial.start('recorder.server.ts');
  if (round <= BIRTH_ROUNDS) {
    await sleep(350 * round);
  } else if (round % EARLY_EVERY === 0) {
    await sleep(60 * round);
  } else {
    while (victim.said() === '' && !victim.hasEnded()) await sleep(5);
    await sleep(37 * round);
  }
  if (victim.hasEnded()) {
    throw new Error(`the recorder ended by itself in round ${round}:\n${victim.complaints()}`);
  }
  trial.killAll(victim);
  await victim.closed;
  // The last line may have been cut by the kill.
  return victim.said().split('\n').slice(0, -1);
}

/** The ids of acts, and of those the events say were recorded. */
function readBack(): Promise<{ acts: Set<string>; recorded: Set<string> }> {
  return trial.readBack(async (tx) => {
    const acts = await tx.db.selectFrom('act').select('id').execute();
    const events = await readEvents(tx, { kinds: ['act.recorded'] });
    return {
      acts: new Set(acts.map(({ id }) => id)),
      recorded: new Set(events.map(({ subject }) => subject.id)),
    };
  });
}
