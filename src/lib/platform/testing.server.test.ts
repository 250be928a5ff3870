// Tests of the test database itself: what every other database test relies on.
import { describe, expect, it } from 'vitest';
import { getPool, inCommune } from './index.server.ts';
import { addTestCommune, useTestDatabase } from './testing.server.ts';

const office = useTestDatabase();

describe('the test database', () => {
  it('has the fixture commune and shows it to itself only', async () => {
    const other = await addTestCommune('xã Bình Minh', 'binh-minh.example');
    const seen = await inCommune(office().communeId, (tx) =>
      tx.db.selectFrom('commune').select('name').execute(),
    );
    expect(seen).toEqual([{ name: 'xã An Bình' }]);
    expect(other).not.toBe(office().communeId);
  });

  it('lets the app role in as somebody who owns nothing and is bound by row security', async () => {
    const { rows } = await getPool().query(
      `SELECT current_user AS name, rolsuper, rolbypassrls,
              (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned
         FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([{ name: 'loa_app', rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });

  it('sorts Vietnamese by the collation that lists ask for', async () => {
    const { rows } = await getPool().query(
      `SELECT string_agg(v, ' ' ORDER BY v COLLATE "vi-x-icu") AS line
         FROM unnest(ARRAY['Đông', 'Dũng', 'An', 'Ân', 'Ánh', 'Em']) AS v`,
    );
    expect(rows[0].line).toBe('An Ánh Ân Dũng Đông Em');
  });
});
