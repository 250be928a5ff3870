import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  defineJob,
  enqueue,
  inCommune,
  prepareJobs,
  startJobs,
  stopJobs,
} from '../index.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { sweep } from './jobs.server.ts';

const ran: unknown[] = [];
let failures = 1;

defineJob({
  name: 'test.echo',
  run: async (communeId, data) => {
    ran.push([communeId, data]);
  },
});
defineJob({
  name: 'test.stumble',
  run: async (_communeId, data) => {
    failures -= 1;
    if (failures >= 0) throw new Error('stumbled once');
    ran.push(data);
  },
});

defineJob({ name: 'test.daily', run: async () => undefined, everyMinutes: 24 * 60 });
defineJob({
  name: 'test.telling',
  run: async () => undefined,
  everyMinutes: 24 * 60,
  onlyWhileOpen: true,
});

const office = useTestDatabase();
afterAll(() => stopJobs());

const put = (name: string, data: Record<string, string>, fail = false) =>
  inCommune(
    office().communeId,
    async (tx) => {
      await enqueue(tx, name, data);
      if (fail) throw new Error('the change failed');
    },
    { write: true },
  );

describe('jobs', () => {
  it('happen if and only if the change did, and again after they failed', async () => {
    const { owner, app, communeId } = office();
    await prepareJobs(owner, String(app.user));
    await startJobs(undefined);
    await put('test.echo', { id: 'kept' });
    await expect(put('test.echo', { id: 'dropped' }, true)).rejects.toThrow('the change failed');
    await put('test.stumble', { id: 'second try' });
    const done = [[communeId, { id: 'kept' }], { id: 'second try' }];
    // The second try comes after some ten seconds by itself; a busy machine adds to them.
    await vi.waitFor(() => expect(ran).toEqual(expect.arrayContaining(done)), { timeout: 80_000 });
    await sleep(100);
    expect(ran).toHaveLength(done.length);
  }, 120_000);

  it('that recur are asked for once in their time, however many processes are up', async () => {
    const mine = new Map<string, number>();
    await sweep(mine);
    await sweep(mine);
    await sweep(new Map());
    const { rows } = await office().ownerPool.query(
      `SELECT data ->> 'commune' AS commune FROM pgboss.job WHERE name = 'test.daily'`,
    );
    expect(rows).toEqual([{ commune: office().communeId }]);
  });

  it('rest in a former commune where they would tell what is nobody’s business any more', async () => {
    const waiting = async () => {
      const { rows } = await office().ownerPool.query(
        `SELECT name FROM pgboss.job WHERE name IN ('test.daily', 'test.telling') ORDER BY name`,
      );
      return rows.map(({ name }: { name: string }) => name);
    };
    const end = (day: string | null) =>
      inCommune(
        office().communeId,
        ({ db }) => db.updateTable('commune').set({ valid_to: day }).execute(),
        { write: true },
      );
    await office().ownerPool.query(`DELETE FROM pgboss.job WHERE name LIKE 'test.%'`);
    await end('2020-12-31');
    await sweep(new Map());
    expect(await waiting()).toEqual(['test.daily']);
    await end(null);
    await sweep(new Map());
    expect(await waiting()).toEqual(['test.daily', 'test.telling']);
  });

  it('refuses a job nobody does', async () => {
    await expect(put('test.unknown', {})).rejects.toThrow(/unknown job/);
  });
});
