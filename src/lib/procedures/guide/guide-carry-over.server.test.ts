// A guide written before there were editions is the first edition afterwards (migration 0045): its words,
// its day, its telephone as a hotline.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inCommune, listHotlines, newId } from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { putInForce } from '../import/import.samples.ts';
import { getProcedure } from '../versions/register.server.ts';

const office = useTestDatabase();
const MIGRATIONS = path.resolve(import.meta.dirname, '../../../../migrations');
const sql = (name: string) => readFileSync(path.join(MIGRATIONS, name), 'utf8');
const NOW = '2023-06-30T03:00:00.000Z';
let other = '';

/** The database as it stood: no editions, one guide a procedure. */
const BACK = `
  DROP TABLE procedure_guide_edition, hotline_past;
  ${/CREATE TABLE procedure_guide \([\s\S]*?ON procedure_guide TO loa_app;/.exec(sql('0019-create-procedures.sql'))?.[0] ?? ''}
  ALTER TABLE procedure_guide NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE hotline NO FORCE ROW LEVEL SECURITY;`;

const guide = (words: Readonly<Record<string, string>>) =>
  JSON.stringify({ handler: '', room: '', telephone: '', hours: '', questions: [], ...words });

beforeAll(async () => {
  other = await addTestCommune('xã Khác', 'khac.example');
  const { communeId, ownerPool } = office();
  await inCommune(
    communeId,
    (tx) => putInForce(tx, { '1.000001': '1 Ngày', '1.000002': '1 Ngày', '1.000003': '1 Ngày' }),
    {
      write: true,
      now: NOW,
      actor: systemJob('test'),
    },
  );
  const client = await ownerPool.connect();
  try {
    await client.query(BACK);
    await client.query(
      `INSERT INTO hotline (commune_id, id, name, number, owner, position)
       VALUES ($1, $2, 'Hộ tịch', '0220 0000 001', 'Công chức', 0)`,
      [communeId, newId()],
    );
    const rows = [
      [communeId, '1.000001', 3, guide({ summary: 'Dễ lắm', telephone: '0220.0000.001' })],
      [
        communeId,
        '1.000002',
        1,
        guide({ handler: 'Công chức địa chính', telephone: '02200000009' }),
      ],
      [communeId, '1.000003', 1, guide({ room: 'Quầy 2' })],
      [other, '1.000001', 1, guide({ room: 'Quầy 7', telephone: '0220 0000 009' })],
    ];
    for (const [commune, code, version, words] of rows) {
      await client.query(
        `INSERT INTO procedure_guide (commune_id, code, version, guide, changed_at)
         VALUES ($1, $2, $3, $4, '2023-05-31T18:00:00Z')`,
        [commune, code, version, words],
      );
    }
    await client.query('ALTER TABLE procedure_guide FORCE ROW LEVEL SECURITY');
    await client.query('ALTER TABLE hotline FORCE ROW LEVEL SECURITY');
    await client.query(`BEGIN; ${sql('0045-edit-procedure-guides.sql')}; COMMIT`);
  } finally {
    client.release();
  }
});

const told = (code: string, day?: string) =>
  inCommune(office().communeId, (tx) => getProcedure(tx, code, day), { now: NOW });

describe('a guide from before', () => {
  it('holds from the day it was last written on, with its number and words', async () => {
    const { guide: held, handling } = await told('1.000001');
    expect(held).toMatchObject({ number: 3, summary: 'Dễ lắm', telephone: '0220 0000 001' });
    // Late on the last of May in London is June here.
    expect(handling.map(({ from }) => from)).toEqual(['2023-06-01']);
    expect((await told('1.000001', '2023-05-31')).guide.number).toBe(0);
  });

  it('has its telephone as a hotline nobody has verified, once a commune', async () => {
    const lines = (communeId: string) => inCommune(communeId, listHotlines, { now: NOW });
    expect(
      (await lines(office().communeId)).map(({ number, owner, verifiedOn }) => [
        number,
        owner,
        verifiedOn,
      ]),
    ).toEqual([
      ['0220 0000 001', 'Công chức', null],
      ['02200000009', 'Công chức địa chính', null],
    ]);
    expect((await lines(other)).map(({ number, owner }) => [number, owner])).toEqual([
      ['0220 0000 009', 'Bộ phận Một cửa'],
    ]);
    expect((await told('1.000002')).guide.telephone).toBe('02200000009');
    expect((await told('1.000003')).guide).toMatchObject({ room: 'Quầy 2', telephone: '' });
  });

  it('stays behind the walls of its commune', async () => {
    const { rows } = await office().ownerPool.query(
      `SELECT relname, relforcerowsecurity AS forced FROM pg_class
        WHERE relname IN ('procedure_guide_edition', 'hotline', 'hotline_past') ORDER BY relname`,
    );
    expect(rows).toEqual([
      { relname: 'hotline', forced: true },
      { relname: 'hotline_past', forced: true },
      { relname: 'procedure_guide_edition', forced: true },
    ]);
  });
});
