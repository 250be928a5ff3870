import { describe, expect, it } from 'vitest';
import { getPool, inCommune, newId, openReading, type Tx } from '../index.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';

const office = useTestDatabase();

const addUnit = (communeId: string, slug: string) =>
  inCommune(
    communeId,
    (tx) =>
      tx.db
        .insertInto('unit')
        .values({ commune_id: tx.communeId, id: newId(), name: slug, slug })
        .execute(),
    { write: true },
  );

const unitSlugs = (communeId: string) =>
  inCommune(communeId, async (tx) => {
    const rows = await tx.db.selectFrom('unit').select('slug').orderBy('slug').execute();
    return rows.map((row) => row.slug);
  });

describe('inCommune, the only way to a row', () => {
  it('shows a commune its own rows and nobody else’s', async () => {
    const other = await addTestCommune('xã Bình Minh', 'binhminh.example');
    await addUnit(office().communeId, 'tu-phap');
    await addUnit(other, 'van-hoa');
    expect(await unitSlugs(office().communeId)).toEqual(['tu-phap']);
    expect(await unitSlugs(other)).toEqual(['van-hoa']);
  });

  it('refuses to write a row of another commune', async () => {
    const other = await addTestCommune('xã Cẩm Tú', 'camtu.example');
    const smuggled = inCommune(
      office().communeId,
      (tx) =>
        tx.db
          .insertInto('unit')
          .values({ commune_id: other, id: newId(), name: 'x', slug: 'x' })
          .execute(),
      { write: true },
    );
    await expect(smuggled).rejects.toThrow(/row-level security/);
    expect(await unitSlugs(other)).toEqual([]);
  });

  it('fails, and shows nothing, outside a commune', async () => {
    await expect(getPool().query('SELECT * FROM unit')).rejects.toThrow(
      /loa\.commune|invalid input syntax/,
    );
  });

  it('is read-only unless asked to write', async () => {
    const { communeId } = office();
    const write = inCommune(communeId, (tx) => tx.db.deleteFrom('unit').execute());
    await expect(write).rejects.toThrow(/read-only/);
    const record = inCommune(communeId, async (tx) => {
      tx.record({ kind: 'x.y', subject: { type: 'commune', id: communeId } });
    });
    await expect(record).rejects.toThrow(/writing transaction/);
  });

  it('refuses to nest and refuses anything but a commune id', async () => {
    const { communeId } = office();
    const nested = inCommune(communeId, () => inCommune(communeId, async () => 1));
    await expect(nested).rejects.toThrow(/inside inCommune/);
    const reading = await openReading(communeId);
    const inside = reading.read(() => inCommune(communeId, async () => 1));
    await expect(inside).rejects.toThrow(/inside inCommune/);
    await reading.close();
    await expect(inCommune("x'; DROP TABLE unit; --", async () => 1)).rejects.toThrow(/UUID/);
    await expect(openReading('1')).rejects.toThrow(/UUID/);
  });

  it('limits how long a statement, or a transaction without one, may take', async () => {
    const { communeId } = office();
    const shown = await inCommune(communeId, async ({ client }) => {
      const statement = await client.query('SHOW statement_timeout');
      const idle = await client.query('SHOW idle_in_transaction_session_timeout');
      return [statement.rows[0], idle.rows[0]];
    });
    expect(shown).toEqual([
      { statement_timeout: '30s' },
      { idle_in_transaction_session_timeout: '30s' },
    ]);
    const after = await getPool().query('SHOW statement_timeout');
    expect(after.rows[0]).toEqual({ statement_timeout: '0' });
  });

  it('outlives a connection that is taken away from it', async () => {
    const { communeId, ownerPool } = office();
    const cut = inCommune(communeId, async ({ client }) => {
      const own = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const gone = new Promise((resolve) => client.once('end', resolve));
      await ownerPool.query('SELECT pg_terminate_backend($1)', [own.rows[0]?.pid]);
      await gone;
      await client.query('SELECT 1');
    });
    await expect(cut).rejects.toThrow();
    expect(await inCommune(communeId, async () => 'open again')).toBe('open again');
  });

  it('keeps nothing of a transaction that failed, its events included', async () => {
    const { communeId } = office();
    const before = await unitSlugs(communeId);
    const failing = inCommune(
      communeId,
      async (tx) => {
        await tx.db
          .insertInto('unit')
          .values({ commune_id: communeId, id: newId(), name: 'y', slug: 'y' })
          .execute();
        tx.record({ kind: 'unit.added', subject: { type: 'unit', id: communeId } });
        throw new Error('changed my mind');
      },
      { write: true },
    );
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await unitSlugs(communeId)).toEqual(before);
    const events = await inCommune(communeId, (tx) =>
      tx.db.selectFrom('event').selectAll().execute(),
    );
    expect(events).toEqual([]);
  });

  it('reads one snapshot, also when loads run side by side', async () => {
    const { communeId } = office();
    const reading = await openReading(communeId);
    try {
      const count = () => reading.tx.db.selectFrom('unit').select('id').execute();
      const before = await Promise.all([count(), count(), count()]);
      await addUnit(communeId, 'moi-them');
      const after = await count();
      expect(after).toHaveLength(before[0]?.length ?? -1);
    } finally {
      await reading.close();
    }
  });

  it('says so when a failure that was swallowed turned the commit into a rollback', async () => {
    const { communeId } = office();
    const swallowing = inCommune(
      communeId,
      async (tx) => {
        const unit = { commune_id: communeId, id: newId(), name: 'z', slug: 'bi-nuot' };
        await tx.db.insertInto('unit').values(unit).execute();
        await tx.db
          .insertInto('unit')
          .values(unit)
          .execute()
          .catch(() => undefined);
      },
      { write: true },
    );
    await expect(swallowing).rejects.toThrow(/not COMMIT|transaction is aborted/);
    expect(await unitSlugs(communeId)).not.toContain('bi-nuot');
  });

  it('runs nothing once its transaction has ended, on a connection that is another’s by then', async () => {
    const { communeId } = office();
    const add = (tx: Tx, slug: string, id = newId()) =>
      tx.db.insertInto('unit').values({ commune_id: communeId, id, name: slug, slug }).execute();
    const said: string[] = [];
    const failing = inCommune(
      communeId,
      async (tx) => {
        const bad = add(tx, 'hong', 'no uuid');
        for (const slug of ['mot', 'hai', 'ba']) {
          add(tx, slug).catch((failure: unknown) => said.push(String(failure)));
        }
        await bad;
      },
      { write: true },
    );
    await expect(failing).rejects.toThrow(/uuid/);
    expect(said).toHaveLength(3);
    expect(said.at(-1)).toMatch(/after the end/);

    let leaked: Tx | undefined;
    await inCommune(communeId, async (tx) => {
      leaked = tx;
    });
    await expect(leaked?.db.selectFrom('unit').select('id').execute()).rejects.toThrow(
      /after the end/,
    );
  });

  it('stands at the demo day of a demonstration office', async () => {
    const demo = await addTestCommune('xã Mẫu', 'mau.example');
    await inCommune(
      demo,
      (tx) => tx.db.updateTable('commune').set({ demo_day: '2023-06-30' }).execute(),
      {
        write: true,
      },
    );
    expect(await inCommune(demo, async (tx) => tx.today)).toBe('2023-06-30');
  });
});
