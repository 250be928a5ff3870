// Views counted in memory reach the table in batches and add up with those of other processes.
import { expect, it } from 'vitest';
import { inCommune } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { vietnamDate } from '#lib/vietnam/index.ts';
import { countPageView, flushVisits, presentHere } from './count.server.ts';
import { readAccessFigures } from './figures.server.ts';

const office = useTestDatabase();
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

function view(ip: string, more: Partial<Parameters<typeof countPageView>[0]> = {}) {
  return countPageView({
    host: 'localhost',
    ip,
    userAgent: BROWSER,
    path: '/',
    status: 200,
    ...more,
  });
}

it('counts, writes once, adds other processes, and stores no address', async () => {
  const { communeId, ownerPool } = office();
  const read = () => inCommune(communeId, readAccessFigures);
  expect(await read()).toMatchObject({ online: 0, today: 0, all: 0, since: null });

  await view('10.0.0.1');
  await view('10.0.0.1', { path: '/lien-he' });
  await view('10.0.0.2');
  await view('10.0.0.3', { userAgent: 'curl/8.5.0' });
  await view('10.0.0.4', { path: '/lam-viec' });
  await view('10.0.0.5', { status: 404 });
  expect(presentHere(communeId)).toBe(2);
  expect(await read()).toMatchObject({ online: 2, today: 2, all: 2, views: 3 });

  await flushVisits();
  await flushVisits();
  expect(await read()).toMatchObject({ online: 2, today: 2, all: 2, views: 3 });

  const day = vietnamDate(new Date().toISOString());
  await ownerPool.query('ALTER TABLE visit_day NO FORCE ROW LEVEL SECURITY');
  await ownerPool.query(
    `INSERT INTO visit_day (commune_id, day, counter, views, visits, online, written_at)
     VALUES ($1, $2, 'other', 40, 7, 5, now()), ($1, '2020-01-01', 'other', 9, 3, 8, now() - interval '1 day')`,
    [communeId, day],
  );
  expect(await read()).toMatchObject({
    online: 7,
    today: 9,
    all: 12,
    views: 52,
    since: '2020-01-01',
  });
  const stored = await ownerPool.query('SELECT * FROM visit_day');
  expect(JSON.stringify(stored.rows)).not.toMatch(/10\.0\.0/);
});
