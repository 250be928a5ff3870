// A PostgreSQL of somebody else: what Loa learns about its roles, and what it refuses.
import type pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { useTestDatabase } from '../testing.server.ts';
import { withClient } from './roles.server.ts';
import type { RunningDatabase } from './running.server.ts';
import { startDatabase } from './start.server.ts';

const office = useTestDatabase();

function start(env: NodeJS.ProcessEnv): Promise<RunningDatabase> {
  return startDatabase({ dataFolder: '/nowhere', command: 'test', env });
}

function urlOf(config: pg.PoolConfig): string {
  const { user = '', password, host = '', port, options } = config;
  const query = new URLSearchParams({ host, ...(options ? { options } : {}) });
  const name = `${encodeURIComponent(user)}:${encodeURIComponent(String(password ?? ''))}`;
  return `postgres://${name}@localhost:${port}/${office().app.database}?${query}`;
}

const superuser = () => urlOf(inject('testServer').superuser);

async function whoAmI(config: pg.PoolConfig): Promise<unknown> {
  return await withClient(config, async (client) => {
    const { rows } = await client.query('SELECT current_user AS name');
    return rows[0].name;
  });
}

describe('with both addresses', () => {
  it('uses each role for its own', async () => {
    const env = { DATABASE_URL: urlOf(office().app), DATABASE_OWNER_URL: urlOf(office().owner) };
    const database = await start(env);
    expect(await whoAmI(database.app)).toBe('loa_app');
    expect(await whoAmI(database.owner)).toBe('loa_owner');
    expect(database).toMatchObject({ kind: 'external', appRole: 'loa_app', warnings: [] });
    expect(database.where).not.toContain('loa_app');
  });

  it.each([
    ['a superuser', superuser],
    ['the owner of the tables', () => urlOf(office().owner)],
  ])('refuses %s as the app', async (_, appUrl) => {
    const env = { DATABASE_URL: appUrl(), DATABASE_OWNER_URL: urlOf(office().owner) };
    await expect(start(env)).rejects.toMatchObject({ code: 'database.app-too-mighty' });
  });
});

describe('with one address', () => {
  it.each([{ LOA_MODE: 'production' }, { NODE_ENV: 'production' }])(
    'refuses real use (%o)',
    async (mode) => {
      await expect(start({ DATABASE_URL: superuser(), ...mode })).rejects.toMatchObject({
        code: 'database.not-isolated',
        details: { given: 'DATABASE_URL' },
      });
    },
  );

  it('steps down from a role that row security does not bind', async () => {
    const database = await start({ DATABASE_OWNER_URL: superuser() });
    expect(await whoAmI(database.app)).toBe('loa_app');
    expect(database.warnings).toHaveLength(2);
  });

  it('shares a role that row security binds, and says so', async () => {
    const database = await start({ DATABASE_URL: urlOf(office().owner) });
    expect(await whoAmI(database.app)).toBe('loa_owner');
    expect(database.warnings).toHaveLength(1);
  });
});

it('says which server it could not reach, without the password', async () => {
  const env = { DATABASE_URL: 'postgres://a:hidden@127.0.0.1:1/loa' };
  const failure = await start(env).catch((error: Error) => error);
  expect(failure).toMatchObject({
    code: 'database.unreachable',
    details: { where: '127.0.0.1:1/loa' },
  });
  expect(String(failure)).not.toContain('hidden');
});
