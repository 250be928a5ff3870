// A fold that goes on reads only news, and gives what the whole fold gives.
import { expect, test } from 'vitest';
import { foldOnward, inCommune, type Tx } from '../index.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';

const office = useTestDatabase();
const KIND = 'test.happened';
let asked: number[] = [];

const seen = (tx: Tx) =>
  foldOnward<readonly number[]>(tx, {
    name: 'test',
    kinds: [KIND],
    start: [],
    advance: (state, events) => {
      asked.push(events.length);
      return [...state, ...events.map(({ data }) => Number(data['number']))];
    },
    weigh: (state) => state.length,
  });

const look = (communeId: string) => inCommune(communeId, seen);

async function happen(communeId: string, ...numbers: number[]): Promise<void> {
  for (const number of numbers) {
    await inCommune(
      communeId,
      async (tx) => {
        const subject = { type: 'commune', id: communeId };
        tx.record({ kind: KIND, subject, data: { number } });
      },
      { write: true },
    );
  }
}

test('each event is read once, each commune stands alone', async () => {
  const { communeId } = office();
  const other = await addTestCommune('xã Khác', 'khac.example');
  await happen(communeId, 1, 2);
  await happen(other, 9);
  asked = [];
  expect(await look(communeId)).toEqual([1, 2]);
  expect(await look(communeId)).toEqual([1, 2]);
  await happen(communeId, 3);
  expect(await look(communeId)).toEqual([1, 2, 3]);
  expect(await look(other)).toEqual([9]);
  expect(asked).toEqual([2, 1, 1]);
});

test('a reader who began earlier sees its own moment, and takes nothing away from later ones', async () => {
  const { communeId } = office();
  const before = await look(communeId);
  const begun = Promise.withResolvers<void>();
  const later = Promise.withResolvers<void>();
  const reader = inCommune(communeId, async (tx) => {
    // The snapshot is taken with the first question.
    await tx.db.selectFrom('event').select('seq').limit(1).execute();
    begun.resolve();
    await later.promise;
    return await seen(tx);
  });
  await begun.promise;
  await happen(communeId, 4);
  expect(await look(communeId)).toEqual([...before, 4]);
  later.resolve();
  expect(await reader).toEqual(before);
  asked = [];
  expect(await look(communeId)).toEqual([...before, 4]);
  expect(asked).toEqual([]);
});

test('nothing is kept from inside a change, which may be taken back', async () => {
  const { communeId } = office();
  const before = await look(communeId);
  const undone = inCommune(
    communeId,
    async (tx) => {
      expect(await seen(tx)).toEqual(before);
      throw new Error('taken back');
    },
    { write: true },
  );
  await expect(undone).rejects.toThrow('taken back');
  expect(await look(communeId)).toEqual(before);
});
