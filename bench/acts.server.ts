// Acknowledged acts a second: the real use case, each in its own durable transaction with its event in
// the chain, from several writers of one commune at once.
import { randomUUID } from 'node:crypto';
import { inCommune, listCommuneIds } from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { recordAct } from '#lib/plans/index.server.ts';
import { round, row } from './figures.ts';

const WRITERS = 8;
const SECONDS = 5;

/** Records acts for some seconds; the database is open, with the sample commune in it. */
export async function benchActs(): Promise<string[]> {
  const [communeId] = await listCommuneIds();
  if (!communeId) throw new Error('no commune to record acts in');
  const target = await inCommune(communeId, async (tx) => ({
    day: tx.today,
    unit: await tx.db.selectFrom('unit').select('id').orderBy('position').executeTakeFirstOrThrow(),
    topic: await tx.db.selectFrom('plan_topic').select('id').executeTakeFirstOrThrow(),
  }));
  let acknowledged = 0;
  const until = performance.now() + SECONDS * 1000;
  const write = async () => {
    while (performance.now() < until) {
      const act = {
        clientKey: randomUUID(),
        anotherAct: true,
        kind: 'meeting',
        day: target.day,
        unitId: target.unit.id,
        topics: [target.topic.id],
        title: 'Đo tốc độ ghi',
      };
      await inCommune(communeId, (tx) => recordAct(tx, act), {
        write: true,
        actor: systemJob('bench'),
      });
      acknowledged += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return [
    row(
      'acknowledged acts',
      `${round(acknowledged / SECONDS)} /s`,
      `${WRITERS} writers of one commune, fsync on`,
    ),
  ];
}
