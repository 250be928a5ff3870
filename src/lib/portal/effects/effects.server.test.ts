// Signs of effect against a real database: from acts of these days only, and what was opened in them.
import { beforeAll, expect, it } from 'vitest';
import { noteEffect, recordAct } from '#lib/plans/index.server.ts';
import { insertPlanInForce, NOW, person } from '#lib/plans/testing.server.ts';
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { readEffects } from './effects.server.ts';

const database = useTestDatabase();
const plan = { id: newId(), topic: newId() };
const unit = newId();
const coordinator = person('coordinator');
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  inCommune(database().communeId, work, { write: true, actor, now: NOW });
const JUNE = { planId: plan.id, from: '2023-06-01', to: '2023-06-30' };

beforeAll(() =>
  as(coordinator, async (tx) => {
    await insertPlanInForce(tx, {
      id: plan.id,
      topics: [{ id: plan.topic, label: 'Một cửa', text: 'Một cửa' }],
    });
    await tx.db
      .insertInto('unit')
      .values({ commune_id: tx.communeId, id: unit, name: 'Đài', slug: 'dai', position: 1 })
      .execute();
    const [inJune] = [await act(tx, '2023-06-10'), await act(tx, '2023-05-10')];
    await noteEffect(tx, { actId: inJune, kind: 'questions', amount: '12', words: '' });
    await tx.db
      .insertInto('evidence')
      .values({
        ...{ commune_id: tx.communeId, id: newId(), act_id: inJune, kind: 'link' },
        ...{ url: '/tin/mot-cua', added_at: tx.now },
      })
      .execute();
    await tx.db
      .insertInto('page_views')
      .values(
        ['2023-05-31', '2023-06-01', '2023-06-30', '2023-07-01'].flatMap((day, index) => [
          { commune_id: tx.communeId, day, path: '/tin/mot-cua', views: 10 ** index },
          { commune_id: tx.communeId, day, path: '/to/ABC', views: 2 * 10 ** index },
        ]),
      )
      .execute();
  }),
);

async function act(tx: Tx, day: string): Promise<string> {
  const recorded = await recordAct(tx, {
    ...{ clientKey: newId(), kind: 'radio-bulletin', day, unitId: unit },
    ...{ title: `Bản tin ${day}`, topics: [plan.topic] },
  });
  return recorded.id;
}

it('counts acts, signs and openings of these days, both ends counted and nothing beyond', async () => {
  const { channels, signs, scans } = await as(coordinator, (tx) => readEffects(tx, JUNE));
  expect(channels).toMatchObject([{ channel: 'radio', acts: 1, signed: 1, signs: 1, views: 110 }]);
  expect(signs).toMatchObject([{ kind: 'questions', amount: 12 }]);
  expect(scans).toBe(220);
});

it('is for those who work here', async () => {
  await expect(as(thePublic, (tx) => readEffects(tx, JUNE))).rejects.toMatchObject({
    code: 'access.sign-in',
  });
});
