// Walks the catalogue of a migrated database: every table carries its commune in its keys and is
// closed by forced row-level security, or is named in exempt.ts with its reason.
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../testing.server.ts';
import { exemptSchemas, exemptTables } from './exempt.ts';

const office = useTestDatabase();

interface Table {
  readonly name: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly comment: string | null;
}

async function rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await office().ownerPool.query<T>(text, values)).rows;
}

async function ruledTables(): Promise<Table[]> {
  const tables = await rows<Table>(
    `SELECT c.relname AS name, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
            obj_description(c.oid) AS comment
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND NOT n.nspname = ANY ($1) ORDER BY 1`,
    [exemptSchemas],
  );
  return tables;
}

describe('the catalogue of tables', () => {
  it('knows every exempt table, each with a reason', async () => {
    const names = (await ruledTables()).map((table) => table.name);
    for (const [name, reason] of Object.entries(exemptTables)) {
      expect(names).toContain(name);
      expect(reason.length).toBeGreaterThan(10);
    }
  });

  it('says what each table holds', async () => {
    for (const table of await ruledTables()) expect(table.comment, table.name).toBeTruthy();
  });

  it('forces row security on every table that is not exempt', async () => {
    for (const table of await ruledTables()) {
      if (table.name in exemptTables) continue;
      expect([table.name, table.secured, table.forced]).toEqual([table.name, true, true]);
    }
  });

  it('compares commune_id with the setting in every policy, for reading and writing', async () => {
    const policies = await rows<{
      name: string;
      using: string;
      check: string;
      cmd: string;
      permissive: string;
      roles: string;
    }>(
      `SELECT tablename AS name, qual AS using, with_check AS check, cmd, permissive,
              array_to_string(roles, ',') AS roles
       FROM pg_policies`,
    );
    const byTable = Map.groupBy(policies, (policy) => policy.name);
    for (const { name } of await ruledTables()) {
      if (name in exemptTables && name !== 'commune') continue;
      const column = name === 'commune' ? 'id' : 'commune_id';
      const rule = `(${column} = (current_setting('loa.commune'::text))::uuid)`;
      const own = byTable.get(name) ?? [];
      expect(
        own.map(({ using, check, cmd, permissive, roles }) => [
          using,
          check,
          cmd,
          permissive,
          roles,
        ]),
        name,
      ).toEqual([[rule, rule, 'ALL', 'PERMISSIVE', 'public']]);
    }
  });

  it('lets the app role delete nothing that proves what was done', async () => {
    const lasting = ['act', 'act_revision', 'document', 'event', 'evidence'];
    const deletable = await rows<{ name: string }>(
      `SELECT name FROM unnest($1::text[]) AS name
       WHERE has_table_privilege('loa_app', name, 'DELETE, TRUNCATE')`,
      [lasting],
    );
    expect(deletable).toEqual([]);
  });

  it('puts commune_id first in every primary key, unique and foreign key', async () => {
    const keys = await rows<{
      table: string;
      key: string;
      kind: string;
      first: string;
      target: string | null;
      targetFirst: string | null;
    }>(
      `SELECT t.relname AS table, k.conname AS key, k.contype AS kind, a.attname AS first,
              ft.relname AS target, fa.attname AS "targetFirst"
       FROM pg_constraint k
       JOIN pg_class t ON t.oid = k.conrelid
       JOIN pg_namespace n ON n.oid = t.relnamespace AND NOT n.nspname = ANY ($1)
         AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       LEFT JOIN pg_class ft ON ft.oid = k.confrelid
       LEFT JOIN pg_attribute fa ON fa.attrelid = k.confrelid AND fa.attnum = k.confkey[1]
       WHERE k.contype IN ('p', 'u', 'f', 'x')`,
      [exemptSchemas],
    );
    expect(keys.length).toBeGreaterThan(30);
    for (const key of keys) {
      if (key.table in exemptTables && key.kind !== 'f') continue;
      expect([key.key, key.first]).toEqual([key.key, 'commune_id']);
      if (key.kind !== 'f') continue;
      const targetKey = key.target === 'commune' ? 'id' : 'commune_id';
      expect([key.key, key.targetFirst]).toEqual([key.key, targetKey]);
    }
  });

  it('has every table keyed, and every unique index led by the commune', async () => {
    const unkeyed = await rows<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname = 'public'
         AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')`,
    );
    expect(unkeyed).toEqual([]);
    const indexes = await rows<{ index: string; table: string; first: string }>(
      `SELECT i.relname AS index, t.relname AS table, a.attname AS first
       FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
       JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0] WHERE x.indisunique`,
    );
    for (const { index, table, first } of indexes) {
      if (!(table in exemptTables)) expect([index, first]).toEqual([index, 'commune_id']);
    }
  });

  it('has no triggers and no enums of its own', async () => {
    const triggers = await rows(
      `SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE NOT t.tgisinternal`,
    );
    const enums = await rows(
      `SELECT typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE n.nspname = 'public' AND typtype = 'e'`,
    );
    expect([triggers, enums]).toEqual([[], []]);
  });

  it('gives the app role nothing to own and no way round row security', async () => {
    const app = office().app.user;
    const [role] = await rows<{ super: boolean; bypass: boolean; owned: number }>(
      `SELECT r.rolsuper AS super, r.rolbypassrls AS bypass,
              (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned
       FROM pg_roles r WHERE r.rolname = $1`,
      [app],
    );
    expect(role).toEqual({ super: false, bypass: false, owned: 0 });
  });
});
