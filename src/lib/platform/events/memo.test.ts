import { describe, expect, it } from 'vitest';
import { inCommune, newId, onceUntilNextEvent, type Tx } from '../index.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';

const office = useTestDatabase();
let computed = 0;

const ask = (communeId: string, key = 'a', now?: string) =>
  inCommune(
    communeId,
    (tx) =>
      onceUntilNextEvent(tx, 'test', key, async () => {
        computed += 1;
        return computed;
      }),
    now ? { now } : {},
  );

describe('keeping folds until something happens', () => {
  it('computes once per state, argument, day and commune', async () => {
    const { communeId } = office();
    const other = await addTestCommune('xã Khác', 'khac.example');
    expect([await ask(communeId), await ask(communeId)]).toEqual([1, 1]);
    expect(await ask(communeId, 'b')).toBe(2);
    expect(await ask(other)).toBe(3);
    expect(await ask(communeId, 'a', '2020-01-01T00:00:00.000Z')).toBe(4);
    await inCommune(
      communeId,
      async (tx) => tx.record({ kind: 'x.y', subject: { type: 'commune', id: communeId } }),
      { write: true },
    );
    expect(await ask(communeId)).toBe(5);
    expect(await ask(other)).toBe(3);
  });

  it('computes anew after a job changed what pages show, though nothing happened in the office', async () => {
    const { communeId } = office();
    const before = await ask(communeId);
    expect(await ask(communeId)).toBe(before);
    const unit = { commune_id: communeId, id: newId(), name: 'x', slug: 'y' };
    const write = (tx: Tx) => tx.db.insertInto('unit').values(unit).execute();
    await inCommune(communeId, write, { write: true });
    expect(await ask(communeId)).toBe(before + 1);
  });

  it('keeps nothing that was computed inside a change, which may be taken back', async () => {
    const { communeId } = office();
    const count = (tx: Tx) =>
      onceUntilNextEvent(tx, 'units', '', async () => {
        return (await tx.db.selectFrom('unit').select('id').execute()).length;
      });
    const before = await inCommune(communeId, count);
    const undone = inCommune(
      communeId,
      async (tx) => {
        const unit = { commune_id: communeId, id: newId(), name: 'x', slug: 'x' };
        await tx.db.insertInto('unit').values(unit).execute();
        expect(await count(tx)).toBe(before + 1);
        throw new Error('taken back');
      },
      { write: true },
    );
    await expect(undone).rejects.toThrow('taken back');
    expect(await inCommune(communeId, count)).toBe(before);
  });
});
