// What was put into search before its rows became small is found afterwards just as what is put in today.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { newId } from '../index.server.ts';
import { migrate } from '../migrate/migrate.server.ts';
import { withClient } from '../postgres/roles.server.ts';
import { syllables } from './words.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../../migrations');
const SMALL_ROWS = '0072';
const database = `loa_test_upgrade_${process.pid}`;
const communes = [newId(), newId()] as const;
const TITLES = ['Lịch tiêm phòng', 'Kế hoạch “năm 2023”', ''];

let folder = '';
let client: pg.Client;
beforeAll(async () => {
  const { superuser, owner } = inject('testServer');
  folder = mkdtempSync(path.join(tmpdir(), 'loa-upgrade-'));
  await withClient(superuser, (own) => own.query(`CREATE DATABASE ${database} OWNER loa_owner`));
  client = new pg.Client({ ...owner, database });
  await client.connect();
  await migrateTo((number) => number < SMALL_ROWS);
  for (const [at, commune] of communes.entries()) {
    await client.query(`SELECT set_config('loa.commune', $1, false)`, [commune]);
    await client.query(`INSERT INTO commune (id, slug, name, kind) VALUES ($1, $2, 'An', 'xa')`, [
      ...[commune, `xa-${at}`],
    ]);
    for (const [nth, title] of TITLES.entries()) await put(newId(), nth, title);
  }
  await migrateTo((number) => number <= SMALL_ROWS);
});
afterAll(async () => {
  await client.end();
  const { superuser } = inject('testServer');
  await withClient(superuser, (own) => own.query(`DROP DATABASE IF EXISTS ${database}`));
  rmSync(folder, { recursive: true, force: true });
});

async function migrateTo(isWanted: (number: string) => boolean): Promise<void> {
  for (const file of readdirSync(MIGRATIONS)) {
    const number = /^\d{4}/.exec(file)?.[0];
    if (number && isWanted(number)) cpSync(path.join(MIGRATIONS, file), path.join(folder, file));
  }
  const { owner } = inject('testServer');
  await migrate({ owner: { ...owner, database }, appRole: 'loa_app', folder });
}

/** In the commune of the session. */
async function put(id: string, nth: number, title: string): Promise<void> {
  const folded = syllables(title).join(' ');
  await client.query(
    `SELECT search_put($1, 'article', $2, $3, 'Tóm tắt', 'O''Lĩnh vực', '2023-05-01', 'Thân', $4, 'tom tat', 'than')`,
    [id, `/t/${nth}`, title, folded],
  );
}

async function rows(commune: string) {
  await client.query(`SELECT set_config('loa.commune', $1, false)`, [commune]);
  const { rows: found } = await client.query<{ id: string; url: string; title: string }>(
    `SELECT e.id, t.url, t.title, e.kind, e.topic, e.published_on::text, e.title_bits::text, e.words::text,
       e.title_words::text
     FROM search_entry e JOIN search_text t ON t.commune_id = e.commune_id AND t.id = e.id
     WHERE e.commune_id = $1 ORDER BY t.url`,
    [commune],
  );
  return found;
}

it('keeps of each item what putting it in again makes of it', async () => {
  for (const commune of communes) {
    const before = await rows(commune);
    expect(before.map(({ title }) => title)).toEqual(TITLES);
    for (const [nth, { id, title }] of before.entries()) await put(id, nth, title);
    expect(await rows(commune)).toEqual(before);
  }
});

it('finds it in its own commune', async () => {
  await client.query(`SELECT set_config('loa.commune', $1, false)`, [communes[1]]);
  const { rows: found } = await client.query<{ looked: number; url: string }>(
    `SELECT looked, url FROM search_look($1, false, NULL, NULL, NULL, true, '{tiem,phong}', false, 10)`,
    [`'tiem' & 'phong'`],
  );
  expect(found).toEqual([{ looked: 1, url: '/t/0' }]);
});
